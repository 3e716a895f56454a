// Every kind of payload as a picture of a code: upright, rotated, and small in a larger photo, next
// to a near miss.
import { describe, expect, it } from 'vitest';
import { codes } from '../../../src/detectors/codes/index.js';
import { createEngine } from '../../../src/inference/index.js';
import { openPhoto } from '../../../src/photo/open.js';
import type { Detection } from '../../../src/types/detection.js';
import { type DrawnCode, onTable, photoWithRow } from '../../helpers/drawn-codes.js';
import { PAYLOAD_EXAMPLES, type PayloadExample, type Typed } from './payload-examples.js';

const engine = await createEngine('onnx');

async function detect(jpeg: Buffer): Promise<readonly Detection[]> {
  const target = { path: 'a.jpg', bytes: jpeg.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  return codes.detect(openPhoto(target, jpeg), { engine, isFast: false });
}

/** Neither a quarter nor an eighth of a turn. */
const ODD_DEGREES = 23;
/** Share of the photo's width. Stacked codes are many times as wide as their rows are high. */
const shareOf = (format: string): number => (format === 'pdf417' ? 0.36 : 0.14);

/** The required part of a detection, whatever else its evidence holds. */
const whole = ({ text, label, kind }: Typed, fields: PayloadExample['payload']['fields'] = {}) => ({
  label,
  score: 1,
  proved: true,
  evidence: expect.objectContaining({ kind, text, ...fields }),
});

/** Sorted by text: the positions are not checked here. */
function expectOnly(found: readonly Detection[], wanted: readonly ReturnType<typeof whole>[]): void {
  expect(found).toHaveLength(wanted.length);
  expect(found).toEqual(expect.arrayContaining(wanted.map((one) => expect.objectContaining(one))));
}

describe.each(PAYLOAD_EXAMPLES)('$what', ({ formats, payload, nearMiss, broken }) => {
  const [format] = formats;
  const both = [whole(payload, payload.fields), whole(nearMiss)];

  it.each(formats)(`upright as %s, next to a near miss: ${nearMiss.because}`, async (each) => {
    const drawn: DrawnCode[] = [payload, nearMiss].map(({ text }) => ({ format: each, text }));
    expectOnly(await detect(await photoWithRow(drawn)), both);
  });

  it('rotated, next to a near miss', async () => {
    const drawn = [payload, nearMiss].map(({ text }) => ({ format, text, degrees: ODD_DEGREES }));
    expectOnly(await detect(await photoWithRow(drawn)), both);
  });

  it('small and rotated in a larger photo', async () => {
    const photo = await onTable({ format, text: payload.text, degrees: ODD_DEGREES }, shareOf(format));
    expectOnly(await detect(photo), [whole(payload, payload.fields)]);
  });

  it('a near miss in a larger photo', async () => {
    const photo = await onTable({ format, text: nearMiss.text, degrees: ODD_DEGREES }, shareOf(format));
    expectOnly(await detect(photo), [whole(nearMiss)]);
  });

  if (broken === undefined) return;
  it(`proves nothing if ${broken.because}`, async () => {
    const [found, ...others] = await detect(await photoWithRow([{ format, text: broken.text }]));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ label: payload.label, proved: false, evidence: { text: broken.text } });
    expect(found!.score).toBeLessThan(1);
  });
});
