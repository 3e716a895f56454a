// Whether a still and a video alongside it are one Live Photo, by the metadata of both.
import type { Metadata } from '../types/metadata.js';

/**
 * `proved`: both carry the same identifier. `likely`: both have the same time. Null where they are
 * not a pair.
 */
export type Pairing = 'proved' | 'likely' | null;

/**
 * Seconds between the times of the still and the video. A video begins up to three before its
 * still.
 */
const CLOSE_S = 5;
/** Time zones differ by multiples of a quarter of an hour, up to 14 hours either way. */
const QUARTER_S = 15 * 60;
const MAX_ZONE_S = 14 * 3600;

export function pairing(still: Metadata, video: Metadata): Pairing {
  const [mine, its] = [identifierOf(still), identifierOf(video)];
  if (mine !== null && its !== null) return mine === its ? 'proved' : null;
  const [taken, videoed] = [still.takenAt?.value, video.takenAt?.value];
  // The same day alone is too little.
  if (!taken?.includes('T') || !videoed?.includes('T')) return null;
  return isSameMoment(taken, videoed) ? 'likely' : null;
}

/** Apple's maker note and QuickTime's keys hold it under these names. */
function identifierOf({ device }: Metadata): string | null {
  return device.uniqueIds.find(({ tag }) => /content\.?identifier$/i.test(tag))?.value.toLowerCase() ?? null;
}

/** Both in ISO 8601. Where one has no offset, a difference of time zones is allowed. */
function isSameMoment(one: string, other: string): boolean {
  const seconds = (Date.parse(asUtc(one)) - Date.parse(asUtc(other))) / 1000;
  const apart = Math.abs(seconds);
  if (hasOffset(one) && hasOffset(other)) return apart <= CLOSE_S;
  const beside = apart % QUARTER_S;
  return apart <= MAX_ZONE_S + CLOSE_S && Math.min(beside, QUARTER_S - beside) <= CLOSE_S;
}

function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
}

function asUtc(time: string): string {
  return hasOffset(time) ? time : `${time}Z`;
}
