// The position of a part of a HEIF picture after crop, rotation and mirroring (ISO/IEC 23008-12).
import { ByteCursor } from '../byte-cursor.js';
import type { ByteReader } from '../byte-reader.js';
import type { Box } from '../isobmff/boxes.js';
import { type HeifItem, storedSize } from './items.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels. */
export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

/** A picture, and the part of it that is shown. */
export interface Framed extends Size {
  readonly window: Rectangle;
}

export function wholeFrame(size: Size): Framed {
  return { ...size, window: { left: 0, top: 0, ...size } };
}

/** Applies a property `irot` or `imir`; ignores all others. Throws MalformedError. */
export function oriented(file: ByteReader, framed: Framed, { type, start, end }: Box): Framed {
  if (type !== 'irot' && type !== 'imir') return framed;
  const value = new ByteCursor(file, start, end).next(1);
  return type === 'irot' ? rotated(framed, value & 3) : mirrored(framed, value & 1);
}

/** Rotates by 90 degrees counterclockwise, `quarters` times, as `irot` counts. */
function rotated({ width, height, window }: Framed, quarters: number): Framed {
  let state: Framed = { width, height, window };
  for (let quarter = 0; quarter < quarters; quarter++) {
    const { left, top, width: across, height: down } = state.window;
    const next = { left: top, top: state.width - left - across, width: down, height: across };
    state = { width: state.height, height: state.width, window: next };
  }
  return state;
}

/** `imir`: axis 0 swaps top and bottom, 1 left and right (ISO/IEC 23008-12, second edition). */
function mirrored({ width, height, window }: Framed, axis: number): Framed {
  const left = axis === 1 ? width - window.left - window.width : window.left;
  const top = axis === 0 ? height - window.top - window.height : window.top;
  return { width, height, window: { ...window, left, top } };
}

/** The size as shown, after crop and rotation. Throws MalformedError. */
export function uprightSize(file: ByteReader, item: HeifItem): Size {
  const size = storedSize(file, item) ?? { width: 0, height: 0 };
  let state = wholeFrame(size);
  for (const property of item.properties) {
    if (property.type === 'clap') state = { ...state, window: cropOf(file, property, size) ?? state.window };
    state = oriented(file, state, property);
  }
  return { width: state.window.width, height: state.window.height };
}

/**
 * The box `clap` (ISO/IEC 14496-12): four fractions, of two numbers each. They are width and
 * height, and the offset of the crop's centre from the picture's. Throws MalformedError.
 */
export function cropOf(file: ByteReader, { start, end }: Box, size: Size): Rectangle | null {
  const fields = new ByteCursor(file, start, end);
  const fraction = (toNumber: (value: number) => number) => {
    const [above, below] = [toNumber(fields.next(4)), fields.next(4)];
    return below === 0 ? Number.NaN : above / below;
  };
  const [width, height] = [fraction(Number), fraction(Number)];
  const [across, down] = [fraction(signed), fraction(signed)];
  const left = (size.width - width) / 2 + across;
  const top = (size.height - height) / 2 + down;
  return [left, top, width, height].every(Number.isFinite) ? { left, top, width, height } : null;
}

function signed(value: number): number {
  return value | 0;
}
