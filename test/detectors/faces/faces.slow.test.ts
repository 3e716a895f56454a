import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { intersectionOverUnion } from '../../../src/detectors/faces/boxes.js';
import { faces } from '../../../src/detectors/faces/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import { PERSON_RULES } from '../../../src/rules/person.js';
import type { Detection, Region } from '../../../src/types/detection.js';
import { photoOf, rasterOf } from '../../helpers/rasters.js';
import { samplePhoto } from '../../helpers/sample-photos.js';

const FROM = PERSON_RULES.find((rule) => rule.id === 'person/face')?.minScore ?? Number.NaN;
const SAMPLES = [
  ['sample1', 3],
  ['sample3', 3],
  ['sample4', 4],
  ['sample5', 5],
  ['sample6', 4],
] as const;

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function detect(file: string | Buffer, { degrees = 0, isFast = false } = {}): Promise<readonly Detection[]> {
  return faces.detect(photoOf(await rasterOf(file, degrees)), { engine, isFast });
}

function facesIn(detections: readonly Detection[]): Region[] {
  const seen = detections.filter(({ label, score }) => label.startsWith('face') && score >= FROM);
  return seen.flatMap(({ region }) => region ?? []);
}

const edges = ({ left, top, width, height }: Region) => ({ left, top, right: left + width, bottom: top + height });

/** Sky, sun, hills and a lake: shapes and colours, but no people. */
const LANDSCAPE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">
  <rect width="900" height="340" fill="#9cc9ee"/><circle cx="680" cy="90" r="40" fill="#ffe9a8"/>
  <path d="M0 330 L180 190 L330 300 L520 150 L760 310 L900 230 V600 H0 Z" fill="#5f7f5a"/>
  <path d="M0 430 Q450 380 900 440 V600 H0 Z" fill="#47707f"/></svg>`;

describe('faces', () => {
  it.each(SAMPLES)('finds every face of %s once', async (name, count) => {
    expect(facesIn(await detect(samplePhoto(name)))).toHaveLength(count);
  });

  it('finds the same faces at the same positions in a sideways photo without an orientation tag', async () => {
    const upright = facesIn(await detect(samplePhoto('sample4'))).map(edges);
    const { info } = await sharp(samplePhoto('sample4')).toBuffer({ resolveWithObject: true });
    const rotated = facesIn(await detect(samplePhoto('sample4'), { degrees: 90 })).map(edges);
    expect(rotated).toHaveLength(upright.length);
    for (const { left, top, right, bottom } of upright) {
      const expected = { left: info.height - bottom, top: left, right: info.height - top, bottom: right };
      expect(Math.max(...rotated.map((face) => intersectionOverUnion(face, expected)))).toBeGreaterThan(0.5);
    }
  });

  it('finds a face that fills the frame', async () => {
    const [face] = facesIn(await detect(samplePhoto('sample3')));
    const close = await sharp(samplePhoto('sample3'))
      .extract(face ?? expect.fail('no face'))
      .png()
      .toBuffer();
    expect(facesIn(await detect(close))).toHaveLength(1);
  });

  it('finds no one in a landscape', async () => {
    expect(facesIn(await detect(Buffer.from(LANDSCAPE)))).toEqual([]);
  });

  it('finds most faces in fast mode', async () => {
    expect(facesIn(await detect(samplePhoto('sample5'), { isFast: true })).length).toBeGreaterThanOrEqual(4);
  });

  it('reports ages as intervals, and no adult as surely a child', async () => {
    const seen = await detect(samplePhoto('sample5'));
    const atFaces = seen.filter(({ label }) => label !== 'child-unseen');
    for (const { evidence } of atFaces) expect(evidence).toEqual({ age: [expect.any(Number), expect.any(Number)] });
    expect(atFaces.filter(({ label, score }) => label === 'child' && score >= 0.5)).toEqual([]);
  });

  it('reports a face of a few pixels as unclear', async () => {
    const small = await sharp(samplePhoto('sample1')).resize(110).toBuffer();
    const labels = (await detect(small)).filter(({ label, score }) => label.startsWith('face') && score >= FROM);
    expect(labels.length).toBeGreaterThan(0);
    expect(new Set(labels.map(({ label }) => label))).toEqual(new Set(['face-unclear']));
  });

  it('keeps regions within the picture at full size', async () => {
    const raster = await rasterOf(samplePhoto('sample6'));
    for (const region of facesIn(await faces.detect(photoOf(raster), { engine, isFast: false }))) {
      const { left, top, right, bottom } = edges(region);
      expect(left >= 0 && top >= 0 && right <= raster.covers.width && bottom <= raster.covers.height).toBe(true);
    }
  });
});
