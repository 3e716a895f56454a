// Where a part of a HEIF picture stands after its crop, rotation and mirroring (ISO/IEC 23008-12).
import { NumberReader, type PlacedBox } from '../isobmff/boxes.js';
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

/** A picture and the part of it that is shown. */
export interface Framed extends Size {
  readonly window: Rectangle;
}

export function wholeFrame(size: Size): Framed {
  return { ...size, window: { left: 0, top: 0, ...size } };
}

/** Applies a property `irot` or `imir`; leaves all others alone. */
export function turn(bytes: Uint8Array, framed: Framed, { type, start }: PlacedBox): Framed {
  if (type === 'irot') return rotated(framed, (bytes[start] ?? 0) & 3);
  return type === 'imir' ? mirrored(framed, (bytes[start] ?? 0) & 1) : framed;
}

/** By quarter turns against the clock, as `irot` counts them. */
function rotated({ width, height, window }: Framed, turns: number): Framed {
  let state: Framed = { width, height, window };
  for (let turn = 0; turn < turns; turn++) {
    const { left, top, width: across, height: down } = state.window;
    const next = { left: top, top: state.width - left - across, width: down, height: across };
    state = { width: state.height, height: state.width, window: next };
  }
  return state;
}

/** `imir`: 0 swaps top and bottom, 1 left and right (ISO/IEC 23008-12, second edition). */
function mirrored({ width, height, window }: Framed, axis: number): Framed {
  const left = axis === 1 ? width - window.left - window.width : window.left;
  const top = axis === 0 ? height - window.top - window.height : window.top;
  return { width, height, window: { ...window, left, top } };
}

/** As the picture is shown: cropped and turned. */
export function uprightSize(bytes: Uint8Array, item: HeifItem): Size {
  const size = storedSize(bytes, item) ?? { width: 0, height: 0 };
  let state = wholeFrame(size);
  for (const property of item.properties) {
    if (property.type === 'clap') state = { ...state, window: cropOf(bytes, property, size) ?? state.window };
    state = turn(bytes, state, property);
  }
  return { width: state.window.width, height: state.window.height };
}

/** ISO/IEC 14496-12, `clap`: eight numbers, as fractions the size and the place of its middle beside the picture's middle. */
export function cropOf(bytes: Uint8Array, { start, end }: PlacedBox, size: Size): Rectangle | null {
  const read = new NumberReader(bytes, start, end);
  const fraction = (toNumber: (value: number) => number) => {
    const [above, below] = [toNumber(read.next(4)), read.next(4)];
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
