// What many frames of a video show is reported once, and nothing that only one frame shows is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropRepeatsOfStill } from '../../src/findings/drop-repeats-of-still.js';
import { mergeOverTime } from '../../src/findings/merge-frames.js';
import type { DraftFinding } from '../../src/rules/evaluate.js';
import type { Detection, Evidence } from '../../src/types/detection.js';

function seen(atMs: number | null, label: string, score: number, more: Partial<Detection> = {}): Detection {
  const source = atMs === null ? { picture: 'main' as const, atMs } : { picture: 'video' as const, atMs };
  return { detector: 'd', label, score, proved: false, source, region: null, evidence: {}, ...more };
}

const passport = (atMs: number, documentNumber: string, proved: boolean) =>
  seen(atMs, 'passport', proved ? 1 : 0.8, { proved, evidence: { documentNumber } });
const phone = (atMs: number | null, value: string, score = 0.9) => seen(atMs, 'phone', score, { evidence: { value } });

const short = (detections: readonly Detection[]) =>
  detections.map(({ label, score, source, evidence }) => [label, source.atMs, score, ...Object.values(evidence)]);

describe('merged frames', () => {
  it('keep as many of one label as the fullest frame has, the best of each rank', () => {
    const faces = [seen(0, 'face', 0.6), seen(1, 'face', 0.5), seen(1, 'face', 0.7), seen(2, 'face', 0.95)];
    expect(short(mergeOverTime(faces))).toEqual([
      ['face', 2, 0.95],
      ['face', 1, 0.5],
    ]);
  });

  it('keep, above any score, as many as the fullest frame has above that score', () => {
    const face = fc.record({ at: fc.nat(4), score: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(face, { maxLength: 20 }), fc.integer({ min: 0, max: 100 }), (faces, least) => {
        const kept = mergeOverTime(faces.map(({ at, score }) => seen(at, 'face', score)));
        const inFrames = [0, 1, 2, 3, 4].map((at) => faces.filter((one) => one.at === at && one.score >= least).length);
        expect(kept.filter(({ score }) => score >= least).length).toBe(Math.max(...inFrames));
      }),
    );
  });

  it('give one detection for each value, however often it is read', () => {
    const found = mergeOverTime([phone(0, 'a', 0.5), phone(1, 'b'), phone(2, 'a', 0.8), phone(3, 'a', 0.8)]);
    expect(short(found)).toEqual([
      ['phone', 2, 0.8, 'a'],
      ['phone', 1, 0.9, 'b'],
    ]);
  });

  it('give two documents for two proved numbers, and one if only one number is proved', () => {
    const two = [passport(0, '1', true), passport(1, '2', true), passport(2, '1', true)];
    expect(short(mergeOverTime(two))).toEqual([
      ['passport', 0, 1, '1'],
      ['passport', 1, 1, '2'],
    ]);
    const misread = [passport(0, '7', false), passport(1, '1', true), seen(2, 'passport', 0.9)];
    expect(short(mergeOverTime(misread))).toEqual([['passport', 1, 1, '1']]);
  });

  it('leave the detections of the still unchanged and do not repeat its values', () => {
    const still = [seen(null, 'face', 0.9), seen(null, 'face', 0.9), phone(null, 'a'), phone(null, 'b', 0.1)];
    expect(mergeOverTime([...still, phone(5, 'a'), phone(5, 'b')])).toEqual([...still, phone(5, 'b')]);
  });
});

describe('a video inside a photo', () => {
  const finding = (atMs: number | null, label: string, score: number, evidence: Evidence = {}): DraftFinding => ({
    ...seen(atMs, label, score, { evidence }),
    rule: label,
    severity: 'high',
    isDoubted: false,
  });

  it('adds only what it shows in addition to the photo', () => {
    const still = [finding(null, 'face', 0.8)];
    const video = [finding(7, 'face', 0.7), finding(7, 'face', 0.99), finding(7, 'passport', 0.9)];
    expect(dropRepeatsOfStill([...still, ...video])).toEqual([...still, video[0], video[2]]);
  });

  it('keeps values that only it shows alongside one that the still shows', () => {
    const of = (atMs: number | null, value: string) => finding(atMs, 'phone', 0.9, { value });
    const all = [of(null, 'a'), of(3, 'b'), of(5, 'c')];
    expect(dropRepeatsOfStill(all)).toEqual(all);
    const text = [finding(null, 'x', 0.9, { text: 'a' }), finding(3, 'x', 0.9, { text: 'b' })];
    expect(dropRepeatsOfStill(text)).toEqual(text);
  });

  it('keeps all its findings if there is no still', () => {
    const video = [finding(1, 'face', 0.9), finding(2, 'page', 0.8)];
    expect(dropRepeatsOfStill(video)).toEqual(video);
  });
});
