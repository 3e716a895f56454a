// Whether a still and a video beside it are one Live Photo, by what each says about itself.
import type { Metadata } from '../types/metadata.js';

/** `proved` where both carry the same identifier, `likely` by the same moment, null where they are not a pair. */
export type Pairing = 'proved' | 'likely' | null;

/** Seconds between the still's time and the video's: a video begins up to three before its still. */
const CLOSE_S = 5;
/** Clocks of the world differ by quarters of an hour, up to 14 hours either way. */
const QUARTER_S = 15 * 60;
const FARTHEST_S = 14 * 3600;

export function pairing(still: Metadata, video: Metadata): Pairing {
  const [mine, its] = [identifierOf(still), identifierOf(video)];
  if (mine !== null && its !== null) return mine === its ? 'proved' : null;
  const [taken, videoed] = [still.takenAt?.value, video.takenAt?.value];
  // A day alone says too little.
  if (!taken?.includes('T') || !videoed?.includes('T')) return null;
  return isSameMoment(taken, videoed) ? 'likely' : null;
}

/** Apple's maker note and QuickTime's keys have it under these names. */
function identifierOf({ device }: Metadata): string | null {
  return device.uniqueIds.find(({ tag }) => /content\.?identifier$/i.test(tag))?.value.toLowerCase() ?? null;
}

/** ISO 8601. Where one of them has no offset, a difference of time zones is none. */
function isSameMoment(one: string, other: string): boolean {
  const seconds = (Date.parse(asUtc(one)) - Date.parse(asUtc(other))) / 1000;
  const apart = Math.abs(seconds);
  if (hasOffset(one) && hasOffset(other)) return apart <= CLOSE_S;
  const beside = apart % QUARTER_S;
  return apart <= FARTHEST_S + CLOSE_S && Math.min(beside, QUARTER_S - beside) <= CLOSE_S;
}

function hasOffset(time: string): boolean {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
}

function asUtc(time: string): string {
  return hasOffset(time) ? time : `${time}Z`;
}
