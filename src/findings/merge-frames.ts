// Frames of a video mostly show the same things: what was seen in many of them is told once. On raw evidence, before it is masked.
import type { Detection, EvidenceValue } from '../types/detection.js';

/**
 * Detections outside of frames stay as they are. Of those in frames, by label and value, as many are kept as one frame shows at most, the
 * surest of all frames first: of frames with one, two and one face, two are kept, the surest of the three and the surest second one. So
 * whatever a rule asks for at least, it counts what the fullest frame shows. A paper without a number is taken for the one whose number
 * another frame proves, and a value that the photo around the video shows as surely is told of that alone.
 */
export function mergeOverTime(detections: readonly Detection[]): Detection[] {
  const others = detections.filter((detection) => !isInFrame(detection));
  const things = new Map<string, Detection[]>();
  for (const detection of detections.filter(isInFrame)) push(things, thingOf(detection), detection);
  const merged = [...things.values()].map(fullest);
  const numbered = merged.map(([first]) => first).filter(isNumbered);
  const kept = merged.flatMap((same) => {
    if (nameOf(same[0]) !== null) return same.filter((detection) => !others.some((other) => tells(other, detection)));
    return same.slice(numbered.filter(({ label }) => label === same[0].label).length);
  });
  return [...others, ...kept];
}

/** Whether `still` says the same as a detection with a value, and as surely. */
function tells(still: Detection, detection: Detection): boolean {
  return thingOf(still) === thingOf(detection) && bySurety(still, detection) <= 0;
}

type Some = readonly [Detection, ...Detection[]];

function isInFrame({ source }: Detection): boolean {
  return source.picture === 'video' && source.atMs !== null;
}

function thingOf(detection: Detection): string {
  return JSON.stringify([detection.label, nameOf(detection)]);
}

/** What tells it from others of its kind; null where nothing does. */
function nameOf(detection: Detection): EvidenceValue | null {
  const { value, text, documentNumber } = detection.evidence;
  return value ?? text ?? (isNumbered(detection) ? (documentNumber ?? null) : null);
}

/** Read wrongly a number would make another paper of the same one. */
function isNumbered({ proved, evidence }: Detection): boolean {
  return proved && evidence.documentNumber !== undefined;
}

/** The surest of all frames, the surest that is second in its frame, and so on. */
function fullest(seen: readonly Detection[]): Some {
  const frames = new Map<string, Detection[]>();
  for (const detection of seen) push(frames, JSON.stringify(detection.source), detection);
  const sorted = [...frames.values()].map((frame) => frame.sort(bySurety));
  const most = Math.max(...sorted.map((frame) => frame.length));
  const kept = Array.from({ length: most }, (_, rank) => surest(sorted.flatMap((frame) => frame[rank] ?? [])));
  return kept as unknown as Some;
}

/** The earliest of equals. */
function surest(detections: readonly Detection[]): Detection {
  return detections.reduce((best, other) => (bySurety(best, other) > 0 ? other : best));
}

function bySurety(a: Detection, b: Detection): number {
  return Number(b.proved) - Number(a.proved) || b.score - a.score;
}

function push<K>(map: Map<K, Detection[]>, key: K, detection: Detection): void {
  const list = map.get(key);
  if (list) list.push(detection);
  else map.set(key, [detection]);
}
