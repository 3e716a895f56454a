// An MP4 or QuickTime video inside another file: how far its boxes reach (ISO/IEC 14496-12).
import { latin1, viewOf } from '../attachment.js';

export interface Video {
  /** Behind its last whole box, in bytes from the start of the file. */
  readonly end: number;
  /** It has the box that describes tracks, so it can be played. */
  readonly hasTracks: boolean;
}

/** What follows one another at the top of a video; another name ends it. */
const BOXES =
  /^(?:ftyp|moov|mdat|free|skip|wide|uuid|udta|meta|moof|mfra|sidx|styp|ssix|prft|pdin|emsg|mpvd|sefd|beam|pnot)$/;
const MAX_BOXES = 10_000;

/** Null where no video begins at `start`. A box that breaks off reaches to the end of the file. */
export function walkVideo(bytes: Uint8Array, start: number): Video | null {
  if (latin1(bytes, start + 4, start + 8) !== 'ftyp') return null;
  const view = viewOf(bytes);
  let at = start;
  let hasTracks = false;
  for (let box = 0; box < MAX_BOXES && at + 8 <= bytes.length; box++) {
    const type = latin1(bytes, at + 4, at + 8);
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = short === 0 ? bytes.length - at : isLong ? Number(view.getBigUint64(at + 8)) : short;
    if (size < (isLong ? 16 : 8) || !BOXES.test(type) || (type === 'ftyp' && at > start)) break;
    if (type === 'ftyp' && size > 1024) return null;
    hasTracks ||= type === 'moov' || type === 'moof';
    at = Math.min(bytes.length, at + size);
  }
  return at > start ? { end: at, hasTracks } : null;
}
