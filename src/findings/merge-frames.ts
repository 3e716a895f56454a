// The frames of a video mostly show the same things. Merges detections that repeat from frame to
// frame. Works on raw evidence, before masking.
import type { Detection, EvidenceValue } from '../types/detection.js';

/**
 * Merges the detections in frames by label and value; other detections stay as they are.
 *
 * As many are kept as one frame shows at most. The first kept one is the best of all frames, the
 * second is the best of all that rank second in their frame, and so on. Example: of three frames
 * with one, two and one face, two faces are kept. So a rule that needs a minimum number of
 * detections counts those of the fullest frame.
 *
 * A document without a number is taken for the one whose number another frame proves. A value that
 * the still around the video shows with at least the same confidence is kept only for the still.
 */
export function mergeOverTime(detections: readonly Detection[]): Detection[] {
  const others = detections.filter((detection) => !isInFrame(detection));
  const things = new Map<string, Detection[]>();
  for (const detection of detections.filter(isInFrame)) push(things, keyOf(detection), detection);
  const merged = [...things.values()].map(bestByRank);
  const numbered = merged.map(([first]) => first).filter(isNumbered);
  const kept = merged.flatMap((same) => {
    if (ownValue(same[0]) !== null)
      return same.filter((detection) => !others.some((other) => isShownBy(other, detection)));
    return same.slice(numbered.filter(({ label }) => label === same[0].label).length);
  });
  return [...others, ...kept];
}

/** Whether `still` shows the same value with at least the same confidence. */
function isShownBy(still: Detection, detection: Detection): boolean {
  return keyOf(still) === keyOf(detection) && byConfidence(still, detection) <= 0;
}

type Some = readonly [Detection, ...Detection[]];

function isInFrame({ source }: Detection): boolean {
  return source.picture === 'video' && source.atMs !== null;
}

function keyOf(detection: Detection): string {
  return JSON.stringify([detection.label, ownValue(detection)]);
}

/** The value that distinguishes it from others with its label; null if it has none. */
function ownValue(detection: Detection): EvidenceValue | null {
  const { value, text, documentNumber } = detection.evidence;
  return value ?? text ?? (isNumbered(detection) ? (documentNumber ?? null) : null);
}

/** Only a proved number counts: a misread one would make two documents out of one. */
function isNumbered({ proved, evidence }: Detection): boolean {
  return proved && evidence.documentNumber !== undefined;
}

/** The best of all frames, then the best of those that rank second in their frame, and so on. */
function bestByRank(seen: readonly Detection[]): Some {
  const frames = new Map<string, Detection[]>();
  for (const detection of seen) push(frames, JSON.stringify(detection.source), detection);
  const sorted = [...frames.values()].map((frame) => frame.sort(byConfidence));
  const max = Math.max(...sorted.map((frame) => frame.length));
  const kept = Array.from({ length: max }, (_, rank) => mostConfident(sorted.flatMap((frame) => frame[rank] ?? [])));
  return kept as unknown as Some;
}

/** The earliest one among equals. */
function mostConfident(detections: readonly Detection[]): Detection {
  return detections.reduce((best, other) => (byConfidence(best, other) > 0 ? other : best));
}

function byConfidence(a: Detection, b: Detection): number {
  return Number(b.proved) - Number(a.proved) || b.score - a.score;
}

function push<K>(map: Map<K, Detection[]>, key: K, detection: Detection): void {
  const list = map.get(key);
  if (list) list.push(detection);
  else map.set(key, [detection]);
}
