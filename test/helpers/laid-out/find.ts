// Whether the detectors find a drawn value: the label and every letter of it.
import { documents } from '../../../src/detectors/documents/index.js';
import { printedValues } from '../../../src/detectors/printed-values/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { openPhoto } from '../../../src/photo/open.js';
import { drawLaidOut, type LayoutId, type Rotation } from './draw.js';
import type { Labelled } from './values.js';

/** The rules report from this score on. */
const MIN_SCORE = 0.5;

const lettersOf = (text: unknown): string =>
  String(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isPng = (bytes: Buffer): boolean => bytes[0] === 0x89;

/** What a scan would see in the picture of a value. */
export interface LaidOutResult {
  readonly isFound: boolean;
  /** Values that the rules would report and that are not there, as `label value`. */
  readonly others: readonly string[];
}

export async function findLaidOut(
  value: Labelled,
  layout: LayoutId,
  rotation: Rotation,
  engine: Engine,
): Promise<LaidOutResult> {
  const bytes = await drawLaidOut(value, layout, rotation);
  const mediaType = isPng(bytes) ? 'image/png' : 'image/jpeg';
  const photo = openPhoto({ path: 'drawn', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
  const detections = [
    ...(await printedValues.detect(photo, { engine, isFast: false })),
    ...(await documents.detect(photo, { engine, isFast: false })).filter(
      ({ label }) => label === 'payment-card-number',
    ),
  ].filter(({ score }) => score >= MIN_SCORE);
  const isWanted = ({ label, evidence }: (typeof detections)[number]): boolean =>
    label === value.found.label && lettersOf(evidence.value) === lettersOf(value.found.value);
  return {
    isFound: detections.some(isWanted),
    others: detections.filter((one) => !isWanted(one)).map(({ label, evidence }) => `${label} ${evidence.value}`),
  };
}
