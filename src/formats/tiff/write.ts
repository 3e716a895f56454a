// Writes TIFF directories (TIFF 6.0, section 2), for copies without what else a file holds.

/** A field with its value in the byte order of the block. */
export interface NewField {
  readonly tag: number;
  readonly type: number;
  /** The number of values, not of bytes. */
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface NewDirectory {
  readonly fields: readonly NewField[];
  /** Directories that a field of this one leads to, by the tag of the field. */
  readonly below?: ReadonlyMap<number, NewDirectory>;
  /** Strips or tiles: the tags of their offsets and their lengths. */
  readonly parts?: {
    readonly tags: readonly [offsets: number, lengths: number];
    readonly data: readonly Uint8Array[];
  };
}

/** Types of TIFF 6.0. */
export const [SHORT, LONG] = [3, 4];

const ENTRY_BYTES = 12;
const INLINE_BYTES = 4;

/** Numbers of four bytes. */
export function longs(numbers: readonly number[], isLittle: boolean): Uint8Array {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => {
    if (isLittle) bytes.writeUInt32LE(number, 4 * index);
    else bytes.writeUInt32BE(number, 4 * index);
  });
  return bytes;
}

/**
 * A block of its own: the header, then each directory with its values, its pictures and the
 * directories below it.
 * @param chain directories that follow each other, as pages do; at least one
 */
export function writeTiff(chain: readonly NewDirectory[], isLittle: boolean): Uint8Array {
  return new TiffWriter(isLittle).write(chain);
}

class TiffWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  constructor(readonly isLittle: boolean) {}

  write(chain: readonly NewDirectory[]): Uint8Array {
    this.#add(Buffer.concat([Buffer.from(this.isLittle ? 'II*\0' : 'MM\0*', 'latin1'), Buffer.alloc(4)]));
    let pointer = { part: 0, at: INLINE_BYTES };
    for (const directory of chain) {
      const placed = this.#addDirectory(directory);
      this.#patch(pointer, placed.at);
      pointer = { part: placed.part, at: placed.nextAt };
    }
    return Buffer.concat(this.#parts);
  }

  /** @returns where the directory is, and where in its part the offset of the next one belongs */
  #addDirectory({ fields, below = new Map(), parts }: NewDirectory): { part: number; at: number; nextAt: number } {
    const all = [...fields];
    for (const [tag, directory] of below) {
      all.push({ tag, type: LONG, count: 1, bytes: longs([this.#addDirectory(directory).at], this.isLittle) });
    }
    if (parts) {
      const [offsets, lengths] = parts.tags;
      const places = parts.data.map((data) => this.#add(data));
      all.push(
        this.#listOf(offsets, places),
        this.#listOf(
          lengths,
          parts.data.map(({ length }) => length),
        ),
      );
    }
    const sorted = all.sort((a, b) => a.tag - b.tag);
    const table = Buffer.alloc(2 + ENTRY_BYTES * sorted.length + INLINE_BYTES);
    this.#u16(table, 0, sorted.length);
    sorted.forEach(({ tag, type, count, bytes }, index) => {
      const at = 2 + ENTRY_BYTES * index;
      this.#u16(table, at, tag);
      this.#u16(table, at + 2, type);
      table.set(longs([count], this.isLittle), at + 4);
      table.set(bytes.length <= INLINE_BYTES ? bytes : longs([this.#add(bytes)], this.isLittle), at + 8);
    });
    const at = this.#add(table);
    return { part: this.#parts.length - 1, at, nextAt: table.length - INLINE_BYTES };
  }

  #listOf(tag: number, numbers: readonly number[]): NewField {
    return { tag, type: LONG, count: numbers.length, bytes: longs(numbers, this.isLittle) };
  }

  /** @returns its offset, which is even */
  #add(bytes: Uint8Array): number {
    const at = this.#length;
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    this.#parts.push(padded);
    this.#length += padded.length;
    return at;
  }

  #patch({ part, at }: { part: number; at: number }, offset: number): void {
    this.#parts[part]?.set(longs([offset], this.isLittle), at);
  }

  #u16(table: Buffer, at: number, value: number): void {
    if (this.isLittle) table.writeUInt16LE(value, at);
    else table.writeUInt16BE(value, at);
  }
}
