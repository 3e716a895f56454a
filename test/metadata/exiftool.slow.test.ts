// Compares our metadata of videos with that of an independent reader, exiftool, where it is
// installed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { androidVideo, iphoneVideo } from '../../fixtures/encode/video.js';
import { folder } from '../helpers/folder.js';
import { gpp, header, keyed, listed, loci, readVideo, spoken, video } from '../helpers/video-boxes.js';

function isInstalled(): boolean {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type Tags = Readonly<
  Partial<
    Record<
      | 'GPSLatitude'
      | 'GPSLongitude'
      | 'CreationDate'
      | 'ContentCreateDate'
      | 'CreateDate'
      | 'Make'
      | 'Model'
      | 'Artist'
      | 'Author',
      string | number
    >
  >
>;

/** How exiftool prints a clock that was never set, in ISO 8601. */
const NO_TIME = '0000-00-00T00:00:00';

/** Tags by name, numbers as numbers. */
function exiftool(bytes: Uint8Array, name: string): Tags {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  const printed = execFileSync('exiftool', ['-json', '-n', '-api', 'QuickTimeUTC=0', path], { encoding: 'utf8' });
  return (JSON.parse(printed) as Tags[])[0] ?? {};
}

const MOUNTAIN = { latitude: 'mountain-latitude', longitude: 'mountain-longitude' };
const LAKE = { latitude: 'lake-latitude', longitude: 'lake-longitude' };
const TAKEN = '2025-06-01T18:02:11+00:00';

it.skipIf(!isInstalled()).each([
  ['a.mov', iphoneVideo({ taken: TAKEN, place: LAKE })],
  ['a.mp4', androidVideo({ taken: TAKEN, place: MOUNTAIN })],
  [
    'b.mov',
    video(box('udta', spoken('©xyz', '-3330.6-07015.0/'), spoken('©mak', 'ACME'), spoken('©day', '2025-05-30'))),
  ],
  ['c.mp4', video(box('udta', loci('Lyon', 45.75, -4.5), gpp('auth', 'Bo Sample')))],
  ['d.mp4', video(header(1_748_793_731), box('udta', listed({ '©ART': 'Mira Example', '©xyz': '+48.5+002.25/' })))],
  ['e.mov', video(keyed({ 'com.apple.quicktime.author': 'Ann Maker', 'com.apple.quicktime.model': 'Pocket 1' }))],
])('exiftool reads the same in %s', async (name, bytes) => {
  const theirs = exiftool(bytes, name);
  const ours = await readVideo(bytes, name.endsWith('.mov') ? 'video/quicktime' : 'video/mp4');
  expect({
    place: ours.location && [ours.location.latitude.toFixed(4), ours.location.longitude.toFixed(4)],
    time: ours.takenAt?.value.slice(0, 19) ?? NO_TIME,
    device: [ours.device.make ?? undefined, ours.device.model ?? undefined],
    names: ours.names.flatMap(({ names }) => names),
  }).toEqual({
    place: 'GPSLatitude' in theirs ? [degrees(theirs, 'GPSLatitude'), degrees(theirs, 'GPSLongitude')] : null,
    time: isoTime(theirs),
    device: [theirs.Make, theirs.Model],
    names: [theirs.Artist, theirs.Author].filter((person) => person !== undefined),
  });
});

function degrees(tags: Tags, name: keyof Tags): string {
  return Number(tags[name]).toFixed(4);
}

/** The most relevant time, without its offset. */
function isoTime({ CreationDate, ContentCreateDate, CreateDate }: Tags): string {
  const printed = `${CreationDate ?? ContentCreateDate ?? CreateDate}`;
  return printed
    .slice(0, 19)
    .replace(/^(\d+):(\d+):/, '$1-$2-')
    .replace(' ', 'T');
}
