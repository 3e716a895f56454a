// Files of cameras and drones next to a video: subtitles, and Sony's XML.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSidecars } from '../../../src/metadata/sidecars/open.js';
import { readSidecar } from '../../../src/metadata/sidecars/read.js';
import type { Unseen } from '../../../src/types/problem.js';
import type { ScanTarget } from '../../../src/types/target.js';
import { sidecarsOf } from '../../../src/walk/sidecars.js';
import { folder } from '../../helpers/folder.js';
import { PLACE, sonyXml } from '../../helpers/telemetry.js';

const cue = (number: number, words: string) =>
  `${number}\n00:00:0${number % 10},000 --> 00:00:0${number % 10},400\n${words}\n\n`;
const said = (words: string) => {
  const { sidecar } = readSidecar(Buffer.from(words), 'DJI_0001.SRT');
  return sidecar?.kind === 'subtitles' ? sidecar.said : null;
};

const LINE = 'F/2.8, SS 206.14, ISO 150, EV 0, GPS (2.3212, 48.8656, 18), D 24.26m, H 6.00m';

describe('subtitles next to a video', () => {
  it('belong to the video of that name', () => {
    expect(Object.fromEntries(sidecarsOf(['DJI_0001.MP4', 'DJI_0001.SRT']))).toEqual({
      'DJI_0001.MP4': ['DJI_0001.SRT'],
    });
  });

  it.each([
    ['of older drones', LINE],
    [
      'of newer drones',
      '<font size="28">SrtCnt : 1, DiffTime : 33ms\n2025-06-01 18:02:11.123\n[iso : 100] [shutter : 1/640.0] [latitude: 48.8656] [longitude: 2.3212] [rel_alt: 1.200 abs_alt: 8.000] </font>',
    ],
    ['with the place of the start', 'HOME(2.3212,48.8656) 2025.06.01 18:02:11\nGPS(2.3212,48.8656,16) BAROMETER:1.9'],
  ])('state the place: %s', (_which, words) => {
    expect(said(cue(1, words) + cue(2, words))).toMatchObject({
      location: { latitude: 48.8656, longitude: 2.3212 },
      otherLocations: [],
      otherText: [],
      unreadPlaces: [],
    });
  });

  it('state none where the receiver had no fix', () => {
    expect(said(cue(1, 'F/2.8, SS 206.14, ISO 150, EV 0, GPS (0.0000, 0.0000, 0), D 0m, H 0m'))).toMatchObject({
      ...{ location: null, unreadPlaces: [] },
    });
  });

  it('of a movie are words', () => {
    expect(said(cue(1, 'Where were you?') + cue(2, '<i>At home.</i>'))).toMatchObject({
      location: null,
      otherText: [{ tag: 'subtitle', value: expect.stringMatching(/^Where were you\?\s+At home\.$/) }],
      unreadPlaces: [],
    });
  });

  it('that are no text are unreadable', () => {
    expect(readSidecar(Buffer.alloc(64, 0x9a), 'DJI_0001.SRT')).toEqual({ sidecar: null, isComplete: false });
  });

  it('of a long flight are read from their beginning', async () => {
    const root = folder({ 'DJI_0001.SRT': Buffer.from(cue(1, LINE).repeat(20_000)) });
    const unread: Unseen[] = [];
    const path = join(root, 'DJI_0001.MP4');
    const target = { path, sidecars: [join(root, 'DJI_0001.SRT')] } as Partial<ScanTarget> as ScanTarget;
    const [sidecar] = await openSidecars(target, unread);
    expect(sidecar).toMatchObject({ kind: 'subtitles', said: { location: { latitude: 48.8656 } } });
    expect(unread).toEqual([]);
  });
});

describe("Sony's XML next to a video", () => {
  it('belongs to the video that it is named after', () => {
    const names = ['C0001.MP4', 'C0001M01.XML', 'notes.xml'];
    expect(Object.fromEntries(sidecarsOf(names))).toEqual({ 'C0001.MP4': ['C0001M01.XML'] });
  });

  it('states place and camera', () => {
    const { sidecar, isComplete } = readSidecar(Buffer.from(sonyXml()), 'C0001M01.XML');
    expect({ sidecar, isComplete }).toMatchObject({
      sidecar: {
        kind: 'camera',
        said: { location: { latitude: expect.closeTo(PLACE[0], 4) }, device: { serialNumber: '4711023' } },
      },
      isComplete: true,
    });
  });

  it.each([
    ['of another program', '<notes>milk</notes>', true],
    ['that breaks off', sonyXml().slice(0, 300), false],
  ])('is no sidecar where it is XML %s', (_what, words, isComplete) => {
    expect(readSidecar(Buffer.from(words), 'C0001M01.XML')).toEqual({ sidecar: null, isComplete });
  });
});
