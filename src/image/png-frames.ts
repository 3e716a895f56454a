// How many frames a PNG holds: libpng shows the first and says nothing of an animation.

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_OVERHEAD = 12;

/** The number in the animation control chunk (acTL), which stands before the picture's data; 1 where there is none. */
export function pngFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE_BYTES; at + CHUNK_OVERHEAD <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'acTL' && at + CHUNK_OVERHEAD + length <= bytes.length && length >= 4) return view.getUint32(at + 8);
    if (type === 'IDAT') break;
    at += CHUNK_OVERHEAD + length;
  }
  return 1;
}
