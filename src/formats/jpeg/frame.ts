// The size of a JPEG by its frame's header, without decoding it: of pictures that any viewer shows, not of a sensor's lossless data.
import { viewOf } from '../metadata-block.js';

const SOI = 0xffd8;
/** Baseline, extended and progressive (ITU-T T.81, table B.1); SOF3, lossless, is how Canon and Adobe keep sensor data. */
const FRAMES: ReadonlySet<number> = new Set([0xffc0, 0xffc1, 0xffc2]);
/** Start of scan and end of picture: no frame comes behind them. */
const ENDS: ReadonlySet<number> = new Set([0xffda, 0xffd9]);
const MAX_SEGMENTS = 1000;

/** Null where no JPEG of 8 bits and one or three colours begins. */
export function frameOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = viewOf(bytes);
  if (bytes.length < 4 || view.getUint16(0) !== SOI) return null;
  for (let at = 2, left = MAX_SEGMENTS; left > 0 && at + 10 <= bytes.length; left--) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || ENDS.has(marker)) return null;
    if (FRAMES.has(marker)) {
      const [precision, height, width, colours] = [
        view.getUint8(at + 4),
        view.getUint16(at + 5),
        view.getUint16(at + 7),
        view.getUint8(at + 9),
      ];
      return precision === 8 && (colours === 1 || colours === 3) && width > 0 && height > 0 ? { width, height } : null;
    }
    // A fill byte may stand before a mark.
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
