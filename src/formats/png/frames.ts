// How many frames a PNG holds: libpng shows the first and says nothing of an animation.

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_OVERHEAD = 12;

/**
 * Pictures in the file: the frames that the animation control chunk (acTL) counts, and the still one that a program without
 * animations shows, unless it is the first frame, which a frame control chunk (fcTL) before its data says. 1 without animation.
 */
export function pngFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frames: number | null = null;
  let isStillFirst = false;
  for (let at = SIGNATURE_BYTES; at + CHUNK_OVERHEAD <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IDAT') break;
    if (type === 'acTL' && at + CHUNK_OVERHEAD + length <= bytes.length && length >= 4) frames = view.getUint32(at + 8);
    if (type === 'fcTL') isStillFirst = true;
    at += CHUNK_OVERHEAD + length;
  }
  if (frames === null) return 1;
  return isStillFirst ? frames : frames + 1;
}
