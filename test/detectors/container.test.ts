// Detections and rules for the parts that follow a picture. A video is never skipped silently.
import { describe, expect, it } from 'vitest';
import { toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { CONTAINER } from '../../src/detectors/container/declaration.js';
import { container } from '../../src/detectors/container/index.js';
import type { DetectContext } from '../../src/detectors/detector.js';
import { addWords } from '../../src/findings/add-words.js';
import { redact } from '../../src/findings/redact.js';
import { openPhoto } from '../../src/photo/open.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import {
  jpeg,
  pngInChunks,
  samsungTrailer,
  VIDEO,
  withIndex,
  withSegment,
  writtenOver,
} from '../helpers/attachments.js';

/** The detector uses no engine: any use of one would throw. */
const CONTEXT = { isFast: false } as DetectContext;

function open(bytes: Uint8Array, mediaType: string) {
  return openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
}

async function findings(bytes: Uint8Array, mediaType = 'image/jpeg') {
  const detections = redact(await container.detect(open(bytes, mediaType), CONTEXT), [CONTAINER], false);
  return addWords(evaluate(detections, RULES)).map(({ rule, severity, proved, subject, detail, evidence }) => ({
    ...{ rule, severity, proved, subject, detail, evidence },
  }));
}

const TRAILER = samsungTrailer(['Image_UTC_Data', Buffer.from('1500000000000')]);

describe('hidden media', () => {
  it('reports the video of a motion photo with its size and offset, and nothing else about it', async () => {
    const photo = await toMotionPhoto(await jpeg(), VIDEO);
    expect(await findings(photo)).toEqual([
      {
        rule: 'metadata/hidden-media',
        severity: 'medium',
        proved: true,
        evidence: { what: 'motion video', bytes: VIDEO.length, offset: photo.length - VIDEO.length },
        subject: 'Hidden media',
        detail: `a short video recorded around the shot (${VIDEO.length} bytes)`,
      },
    ]);
  });

  it('reports an undeclared video once, and not as trailing data as well', async () => {
    const found = await findings(Buffer.concat([await jpeg(), VIDEO]));
    expect(found.map(({ rule }) => rule)).toEqual(['metadata/hidden-media']);
  });

  it('is low for a gain map', async () => {
    const xmp = 'http://ns.adobe.com/xap/1.0/\0<rdf:Description hdrgm:GainMapMax="2.3"/>';
    const found = await findings(withIndex(await jpeg(), withSegment(await jpeg(48, 32), 0xe1, Buffer.from(xmp))));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['metadata/hidden-media', 'low']]);
  });
});

describe('trailing data', () => {
  it('is high and proved for the rest of an earlier picture', async () => {
    const found = await findings(writtenOver(pngInChunks(400, 300, 2000), pngInChunks(16, 8, 99)), 'image/png');
    expect(found).toMatchObject([{ rule: 'metadata/trailing-data', severity: 'high', proved: true }]);
  });

  it('is medium for unknown bytes', async () => {
    const found = await findings(Buffer.concat([await jpeg(), Buffer.from('who knows what this is good for')]));
    expect(found).toMatchObject([{ rule: 'metadata/trailing-data', severity: 'medium', proved: false }]);
  });

  it.each([
    ['a trailer without media', TRAILER],
    ['zeros', Buffer.alloc(4096)],
    ['a few stray bytes', Buffer.from('end')],
    ['nothing', Buffer.alloc(0)],
  ])('is not found for %s', async (_, after) => {
    expect(await findings(Buffer.concat([await jpeg(), after]))).toEqual([]);
  });

  it('is not found for a smaller copy of the picture', async () => {
    expect(await findings(Buffer.concat([await jpeg(), await jpeg(48, 32)]))).toEqual([]);
  });
});

describe('a video inside a still', () => {
  const innerOf = async (bytes: Buffer) => {
    const photo = open(bytes, 'image/jpeg');
    for await (const _ of photo.innerPictures());
  };

  it('is reported as not checked if there is no decoder', async () => {
    const looked = innerOf(await toMotionPhoto(await jpeg(), VIDEO));
    await expect(looked).rejects.toMatchObject({ code: 'motion-video-unseen' });
  });

  it('is the only part that leaves something unchecked', async () => {
    await innerOf(withIndex(await jpeg(), await jpeg(96, 64, 2)));
  });
});
