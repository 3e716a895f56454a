import { describe, expect, it } from 'vitest';
import { flatnessOf } from '../../../src/detectors/documents/flatness.js';
import { isScreenSize } from '../../../src/detectors/documents/screen-sizes.js';
import { type ScreenEvidence, screenScore } from '../../../src/detectors/documents/screenshot.js';

/** A picture of 100 x 100 pixels. */
function picture(colourAt: (x: number, y: number) => number) {
  const data = new Uint8Array(100 * 100 * 3);
  for (let y = 0; y < 100; y += 1)
    for (let x = 0; x < 100; x += 1) data.fill(colourAt(x, y), (y * 100 + x) * 3, (y * 100 + x) * 3 + 3);
  return { data, width: 100, height: 100 };
}

const APP = flatnessOf(picture((x, y) => (y < 20 ? 40 : x < 30 ? 200 : 255)));
const DOCUMENT = flatnessOf(picture(() => 255));
const PHOTO = flatnessOf(picture((x, y) => (x * 31 + y * 17) % 251));

const NOTHING: ScreenEvidence = { isCamera: false, isExactType: true, isScreenSize: false, windows: [] };

describe('flatnessOf', () => {
  it('counts panels of one colour and finds none in a photo', () => {
    expect(APP).toMatchObject({ panels: 3 });
    expect(APP.share).toBeGreaterThan(0.9);
    expect(DOCUMENT.panels).toBe(1);
    expect(PHOTO).toEqual({ share: 0, panels: 0 });
  });
});

describe('screenScore', () => {
  it('recognises a screen by panels in plain colours', () => {
    expect(screenScore({ ...NOTHING, windows: [APP] })).toBeGreaterThanOrEqual(0.5);
  });

  it('scores a whole screen higher, also as JPEG', () => {
    const sure = screenScore({ ...NOTHING, isExactType: false, isScreenSize: true, windows: [APP] });
    expect(sure).toBeGreaterThan(screenScore({ ...NOTHING, windows: [APP] }));
  });

  it.each([
    ['a scanned or drawn page', { windows: [DOCUMENT] }],
    ['a photo', { windows: [PHOTO] }],
    ['a photo of the size of a screen', { isScreenSize: true, windows: [PHOTO] }],
    ['a JPEG that is no whole screen', { isExactType: false, windows: [APP] }],
    ['what a camera signed', { isCamera: true, isScreenSize: true, windows: [APP] }],
  ])('does not take %s for one', (_, evidence) => {
    expect(screenScore({ ...NOTHING, ...evidence })).toBe(0);
  });
});

it('recognises a screen in portrait and landscape', () => {
  expect(isScreenSize(1080, 2340)).toBe(true);
  expect(isScreenSize(2340, 1080)).toBe(true);
  expect(isScreenSize(3024, 4032)).toBe(false);
});
