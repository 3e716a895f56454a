// An ordinary photo of a phone must be able to be safe: it is examined in full, and no rule on the
// file itself flags it.
import { describe, expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { judge } from '../../src/findings/judge.js';
import { openPhoto } from '../../src/photo/open.js';
import { coverageOf } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import { detectorsOf } from '../../src/rules/rule.js';
import type { PhotoReport } from '../../src/types/report.js';
import { type ExamineContext, examineOpened } from '../../src/workers/examine.js';
import { samsungTrailer } from '../helpers/attachments.js';
import { exifSegment, jpegWith, tiff } from '../helpers/metadata-files.js';
import { samsungPhoto, UNEDITED_PHOTOS } from '../helpers/phone-photos.js';

const OF_THE_FILE = RULES.filter(({ id }) => id.startsWith('metadata/') || id.startsWith('text/'));
const PIXELS = new Set(['printed-values', 'documents']);
const DETECTORS = [...new Set(OF_THE_FILE.flatMap(detectorsOf))].filter((id) => !PIXELS.has(id));

async function report(bytes: Buffer): Promise<PhotoReport> {
  const target = { path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const detectors = await loadDetectors(DETECTORS);
  // None of these detectors runs a model.
  const engine = { canRun: () => true } as unknown as ExamineContext['engine'];
  const context = { engine, isFast: false, detectors, isValueShown: false, videos: { ffmpeg: null } };
  const result = await examineOpened(openPhoto(target, bytes), 'ab'.repeat(32), context as unknown as ExamineContext);
  const found = judge(result, {
    rules: OF_THE_FILE,
    coverage: coverageOf(OF_THE_FILE, OF_THE_FILE),
    services: [],
    asOf: '2025-07-01',
  });
  if (!found) throw new Error('not examined');
  return found;
}

describe.each(Object.entries(UNEDITED_PHOTOS))('an unedited photo of %s without GPS', (_maker, make) => {
  it('is examined in full, and its file gives nothing away', async () => {
    const { examination, findings } = await report(await make());
    expect(examination).toBe('full');
    expect(findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('metadata/capture-time');
    expect(findings.map(({ rule }) => rule)).not.toContain('metadata/device-identity');
    expect(findings.map(({ rule }) => rule)).not.toContain('metadata/trailing-data');
  });
});

describe('what the trailer of a phone states', () => {
  it('is a time in UTC and a country, also where EXIF was removed', async () => {
    const trailer = samsungTrailer(['Image_UTC_Data', Buffer.from('1748793731345')], ['MCC_Data', Buffer.from('208')]);
    const stripped = Buffer.concat([await jpegWith(), trailer]);
    const { takenAt, takenAtSource, findings } = await report(stripped);
    expect([takenAt, takenAtSource]).toEqual(['2025-06-01T16:02:11Z', 'exif']);
    expect(findings.map(({ rule, severity, evidence }) => [rule, severity, evidence])).toEqual([
      ['metadata/capture-time', 'low', {}],
      ['metadata/place-name', 'low', { place: 'France' }],
    ]);
  });

  it('still shows the serial number of the body beside it', async () => {
    const block = tiff([[0x010f, 'ascii', 'samsung']], { 34665: [[0xa431, 'ascii', 'R58M12345XY']] });
    const { findings } = await report(await jpegWith(exifSegment(block)));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['metadata/device-identity', 'medium']]);
  });

  it('is a leftover again where its directory is broken', async () => {
    const photo = await samsungPhoto();
    const { findings } = await report(Buffer.concat([photo, Buffer.alloc(64, 'x')]));
    expect(findings.filter(({ severity }) => severity === 'medium').map(({ rule }) => rule)).toEqual([
      'metadata/trailing-data',
    ]);
  });
});
