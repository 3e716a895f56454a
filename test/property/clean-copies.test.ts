// Whatever place of a file a telling text is written to: it is not in the clean copy, which shows
// the same pixels.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CleanChoice } from '../../src/cleaning/choice.js';
import { mustGo } from '../../src/cleaning/choice.js';
import { makeCopy } from '../../src/cleaning/make-copy.js';
import { loadDetectors } from '../../src/detectors/index.js';
import { CleanError } from '../../src/formats/clean-copy.js';
import { identify } from '../../src/formats/identify.js';
import { createEngine } from '../../src/inference/index.js';
import { openPicture } from '../../src/photo/decode.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { type ExamineContext, examine } from '../../src/workers/examine.js';
import { CARRIERS, type Carried, type Carrier, NAMED_CARRIERS } from '../helpers/carriers.js';
import { folder } from '../helpers/folder.js';

const NOTHING_KEPT: CleanChoice = { keep: new Set(), cover: new Set() };

/** Texts without a character that any encoding of a carrier writes in another way. */
const TEXTS = ['Password: Kx7rabbitQuill', 'geo:48.85837,2.29448'];
const NAME = 'Anna Quillfjord';
const TRACES = ['Quill', 'Kx7rabbit', '48.85837'];

let context: ExamineContext;
beforeAll(async () => {
  const detectors = (await loadDetectors()).filter(({ needs }) => !needs.includes('pixels'));
  context = { engine: await createEngine('onnx'), detectors, isFast: true, isValueShown: true, videos: NO_VIDEOS };
});

function identified(path: string) {
  const bytes = readFileSync(path);
  const kind = identify(bytes.subarray(0, 4096), path);
  if (kind === null) throw new Error('the file is not recognised');
  return { path, bytes: bytes.length, mtimeMs: 0, ...kind };
}

/** Path of the copy, or why there is none. */
async function copyOf({ extension, bytes }: Carried): Promise<{ original: string; copy: string | null; why: string }> {
  const original = join(folder(), `carrier.${extension}`);
  writeFileSync(original, bytes);
  const copy = join(folder(), `copy.${extension}`);
  try {
    await makeCopy(identified(original), copy, { choice: NOTHING_KEPT, regions: [], isReEncoded: false });
    return { original, copy, why: '' };
  } catch (error) {
    if (error instanceof CleanError) return { original, copy: null, why: error.reason };
    throw error;
  }
}

/** What the copy still states, by rule; and the planted text, in one or two bytes a character. */
async function leftIn(copy: string): Promise<readonly string[]> {
  const { detections, problems } = await examine(identified(copy), context);
  const findings = evaluate(detections, RULES).filter(({ rule, source }) =>
    mustGo({ rule, source: { ...source, tag: source.tag ?? null } }, NOTHING_KEPT),
  );
  const bytes = readFileSync(copy);
  const traces = TRACES.filter((trace) => [trace, wide(trace)].some((text) => bytes.includes(text)));
  const read = problems.filter(({ phase }) => phase === 'metadata').map(({ code }) => code);
  return [...findings.map(({ rule }) => rule), ...traces, ...read];
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

async function pixelsOf(path: string): Promise<Buffer | null> {
  const { mediaType, kind } = identified(path);
  if (kind === 'video') return null;
  const picture = await openPicture(mediaType, readFileSync(path)).catch(() => null);
  return picture === null ? null : picture.pipeline('none').raw().toBuffer();
}

/** Formats that are never written, by the ending of the carrier. */
const REFUSED = /^(?:psd|dng|cr2|cr3|nef|arw|raf|rw2|orf|pef|srw|x3f|iiq|crw|mrw|avi|jp2|jpf|j2k|bmp|livp|heics)$/;

/** A format that is never written, or tables without a picture or a track. */
async function isRightlyRefused(path: string, why: string, extension: string): Promise<boolean> {
  if (why === 'format') return REFUSED.test(extension);
  return why === 'damaged' && (await pixelsOf(path)) === null;
}

describe.each(
  [...CARRIERS, ...NAMED_CARRIERS].filter(({ isAlongside }) => !isAlongside).map((one) => [one.name, one] as const),
)('a clean copy of a file with a text in %s', (_, { carry }: Carrier) => {
  test.each([...TEXTS, NAME])('has no trace of it: %s', async (text) => {
    const carried = await carry(text);
    const { original, copy, why } = await copyOf(carried);
    if (copy === null) {
      expect(await isRightlyRefused(original, why, carried.extension)).toBe(true);
      return;
    }
    expect(await leftIn(copy)).toEqual([]);
    expect(await pixelsOf(copy)).toEqual(await pixelsOf(original));
  });
});
