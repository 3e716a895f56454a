// Hand-made TIFF blocks in both byte orders: directories at given offsets, with values of every
// type.

/** Numbers of the type; a fraction is two of them. Text gets a terminating NUL. */
export type BuiltField = readonly [tag: number, type: number, value: readonly number[] | string | Uint8Array];

export interface Built {
  readonly isLittle?: boolean;
  readonly next?: number;
}

export const [BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED] = [1, 2, 3, 4, 5, 6, 7] as const;
export const [SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE, IFD] = [8, 9, 10, 11, 12, 13] as const;

/** Bytes of one number: a fraction has two. */
const NUMBER_BYTES: Readonly<Record<number, number>> = {
  ...{ [BYTE]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 4, [SBYTE]: 1, [SSHORT]: 2, [SLONG]: 4, [SRATIONAL]: 4 },
  ...{ [FLOAT]: 4, [DOUBLE]: 8, [IFD]: 4 },
};

function number(value: number, type: number, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES[type] ?? 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (type === FLOAT) view.setFloat32(0, value, isLittle);
  else if (type === DOUBLE) view.setFloat64(0, value, isLittle);
  else if (bytes.length === 4) view.setInt32(0, value, isLittle);
  else if (bytes.length === 2) view.setInt16(0, value, isLittle);
  else view.setInt8(0, value);
  return bytes;
}

function stored([, type, value]: BuiltField, isLittle: boolean): { readonly bytes: Buffer; readonly count: number } {
  if (typeof value === 'string') return { bytes: Buffer.from(`${value}\0`, 'latin1'), count: value.length + 1 };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value), count: value.length };
  const bytes = Buffer.concat(value.map((one) => number(one, type, isLittle)));
  return { bytes, count: type === RATIONAL || type === SRATIONAL ? value.length / 2 : value.length };
}

/** The byte order mark, 42, and the offset of the first directory. */
export function header(isLittle = true, first = 8): Buffer {
  const order = Buffer.from(isLittle ? 'II' : 'MM');
  return Buffer.concat([order, number(42, SHORT, isLittle), number(first, LONG, isLittle)]);
}

/**
 * A directory at offset `at` of its block; values that do not fit into an entry follow the table.
 */
export function directory(
  at: number,
  fields: readonly BuiltField[],
  { isLittle = true, next = 0 }: Built = {},
): Buffer {
  let free = at + 2 + 12 * fields.length + 4;
  const outside: Buffer[] = [];
  const entries = fields.map((field) => {
    const { bytes, count } = stored(field, isLittle);
    const isInline = bytes.length <= 4;
    if (!isInline) outside.push(bytes);
    const value = isInline ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : number(free, LONG, isLittle);
    if (!isInline) free += bytes.length;
    return Buffer.concat([
      ...[number(field[0], SHORT, isLittle), number(field[1], SHORT, isLittle), number(count, LONG, isLittle)],
      value,
    ]);
  });
  return Buffer.concat([
    ...[number(fields.length, SHORT, isLittle), ...entries, number(next, LONG, isLittle), ...outside],
  ]);
}

/** A block of one directory. */
export function block(fields: readonly BuiltField[], built: Built = {}): Buffer {
  return Buffer.concat([header(built.isLittle), directory(8, fields, built)]);
}
