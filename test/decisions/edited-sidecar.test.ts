// A decision on what a sidecar, or the video of a Live Photo, gives away ends when that file
// changes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { judge } from '../../src/findings/judge.js';
import { createEngine } from '../../src/inference/index.js';
import { coverageOf } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import type { Finding } from '../../src/types/finding.js';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { examine } from '../../src/workers/examine.js';
import { folder } from '../helpers/folder.js';
import { exifSegment, jpegWith, tiff } from '../helpers/metadata-files.js';
import { keyed, video } from '../helpers/video-boxes.js';

const DETECTORS = (await loadDetectors()).filter(({ id }) => ['container', 'sidecars', 'tag-values'].includes(id));
const ENGINE = await createEngine('onnx');

const GERMAN = 'IBAN DE89 3704 0044 0532 0130 00';
const BRITISH = 'IBAN GB82 WEST 1234 5698 7654 32';

function xmp(description: string): string {
  const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:description ${dc}>${description}</dc:description></x:xmpmeta>`;
}

/** What is found in the photo with this next to it, where all of `accepted` was accepted before. */
async function found(photo: Buffer, besides: Readonly<Record<string, string | Buffer>>, accepted = none()) {
  const root = folder(
    Object.fromEntries(Object.entries(besides).map(([name, content]) => [name, Buffer.from(content)])),
  );
  const path = join(root, 'IMG_1.JPG');
  writeFileSync(path, photo);
  const sidecars = Object.keys(besides).filter((name) => !name.endsWith('.MOV'));
  const target: ScanTarget = {
    ...{ path, bytes: photo.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    sidecars: sidecars.map((name) => join(root, name)),
  };
  const context = { engine: ENGINE, detectors: DETECTORS, isFast: true, isValueShown: false, videos: NO_VIDEOS };
  const acceptance = { on: '2026-01-01', until: null, reason: null };
  return (
    judge(await examine(target, context), {
      ...{ rules: RULES, coverage: coverageOf(RULES, RULES), services: [], asOf: '2026-01-01' },
      decided: { decisions: new Map(accepted.map(({ fingerprint }) => [fingerprint, acceptance])), known: null },
    })?.findings ?? []
  );
}

function none(): readonly Finding[] {
  return [];
}

function open(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ accepted }) => accepted === null).map(({ rule }) => rule);
}

it('another text in the sidecar is not accepted; the same text is', async () => {
  const photo = await jpegWith();
  const before = await found(photo, { 'IMG_1.xmp': xmp(GERMAN) });
  expect(open(before)).toContain('text/iban');
  expect(open(await found(photo, { 'IMG_1.xmp': xmp(GERMAN) }, before))).toEqual([]);
  expect(open(await found(photo, { 'IMG_1.xmp': xmp(BRITISH) }, before))).toContain('text/iban');
});

it('another text of the same look in a second sidecar is not accepted', async () => {
  const photo = await jpegWith();
  const other = GERMAN.replace('DE89 3704', 'DE75 5121').replace('0044 0532 0130 00', '0800 1245 1261 99');
  const before = await found(photo, { 'IMG_1.xmp': xmp(GERMAN), 'IMG_1.JPG.xmp': xmp(GERMAN) });
  const after = await found(photo, { 'IMG_1.xmp': xmp(GERMAN), 'IMG_1.JPG.xmp': xmp(other) }, before);
  expect(open(after)).toContain('text/iban');
});

it('what is in the photo itself stays accepted, whatever the sidecar holds', async () => {
  const photo = await jpegWith([0xfe, Buffer.from(GERMAN)]);
  const before = await found(photo, {});
  const after = await found(photo, { 'IMG_1.xmp': xmp(BRITISH) }, before);
  const ofFile = (finding: Finding) => finding.source.picture === 'file';
  expect(open(before)).toContain('text/iban');
  expect(open(after.filter(ofFile))).toEqual([]);
  expect(open(after)).toContain('text/iban');
});

it('another video of a Live Photo is not accepted', async () => {
  const clip = (program: string) =>
    video(
      keyed({
        'com.apple.quicktime.creationdate': '2025-06-01T18:02:10+0200',
        'com.apple.quicktime.software': program,
      }),
    );
  const exif = [[0x9003, 'ascii', '2025:06:01 18:02:11'] as const];
  const photo = await jpegWith(exifSegment(tiff([[0x010f, 'ascii', 'Apple']], { 34665: exif })));
  const before = await found(photo, { 'IMG_1.MOV': clip('18.5') });
  expect(open(before)).toEqual(['metadata/hidden-media']);
  expect(open(await found(photo, { 'IMG_1.MOV': clip('18.5') }, before))).toEqual([]);
  expect(open(await found(photo, { 'IMG_1.MOV': clip('18.6') }, before))).toEqual(['metadata/hidden-media']);
});
