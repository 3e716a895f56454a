// The accuracy of cross-fitted probabilities at each threshold, as printed lines.
import { type Share, share } from '../stats.js';
import { type Judged, labelledFaces } from './fit.js';

const THRESHOLDS = [0.1, 0.2, 0.3, 0.34, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Years. */

function format({ count, total, interval }: Share): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  const around = interval === null ? '' : ` (${percent(interval.low)}-${percent(interval.high)} %)`;
  return `${count} of ${total}${around}`;
}

const best = (values: readonly number[]): number => Math.max(0, ...values);

function flagged(photos: readonly Judged[], of: (photo: Judged) => readonly number[], threshold: number): string {
  return format(share(photos.filter((photo) => best(of(photo)) >= threshold).length, photos.length));
}

export function faceFigures(photos: readonly Judged[]): string[] {
  const labelled = photos.flatMap((judged) => {
    const expected = labelledFaces(judged.photo.file);
    return expected === null ? [] : [{ judged, expected }];
  });
  const some = labelled.filter(({ expected }) => expected.count > 0);
  const none = labelled.filter(({ expected }) => expected.count === 0).map(({ judged }) => judged);
  const total = some.reduce((sum, { expected }) => sum + expected.count, 0);
  const exact = some.filter(({ expected }) => expected.isExact);
  const exactTotal = exact.reduce((sum, { expected }) => sum + expected.count, 0);
  const crops = photos.filter(
    ({ photo: { file } }) => file.folder === 'children' && file.label.kind === 'aligned_face_crop',
  );
  return THRESHOLDS.map((threshold) => {
    const count = ({ faces }: Judged): number => faces.filter((p) => p >= threshold).length;
    const found = some.reduce((sum, { judged, expected }) => sum + Math.min(count(judged), expected.count), 0);
    const beyond = exact.reduce((sum, { judged, expected }) => sum + Math.max(0, count(judged) - expected.count), 0);
    return [
      `face from ${threshold}: photos ${flagged(
        some.map(({ judged }) => judged),
        (one) => one.faces,
        threshold,
      )}`,
      `faces ${format(share(found, total))}`,
      `beyond ${beyond} on ${exactTotal}`,
      `no people ${flagged(none, (one) => one.faces, threshold)}`,
      `crops ${flagged(crops, (one) => one.faces, threshold)}`,
    ].join('; ');
  });
}
