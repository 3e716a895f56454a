// A tag as read from a file, and its text.

/**
 * Where a tag comes from. `maker` is the maker note inside EXIF, `file` a comment or a text chunk
 * of the container, `video` the description of a video.
 */
export type TagBlock = 'exif' | 'maker' | 'xmp' | 'iptc' | 'file' | 'video';

export interface Tag {
  readonly block: TagBlock;
  /**
   * EXIF, maker note and IPTC: the usual name. XMP: `prefix:name` with the usual prefix of the
   * namespace. Video: the type of the box, or the key.
   */
  readonly name: string;
  /** XMP only: the names of the structures around it, outermost first. */
  readonly within: readonly string[];
  readonly value: string | readonly number[];
  /** EXIF's coordinates only: an object for the directory, because a file may have several. */
  readonly directory?: object;
  /** XMP only: the namespace is not a known one, so that the name may be any text. */
  readonly isForeign?: true;
  /** XMP only: the name of a region of the picture that shows a pet, a code or the focus. */
  readonly isOfThing?: true;
}

/**
 * Text on one line, without NULs, controls, and spaces at both ends: fields of fixed width are
 * padded with them.
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\uFEFF]+/gu, ' ').trim();
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 where it is valid, UTF-16 by its zeros, else the Western code page of older programs. */
export function decodeText(bytes: Uint8Array): string {
  const wide = bytes.length >= MIN_WIDE ? wideOrder(bytes) : null;
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return UTF_8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}

/** Bytes of the shortest text in which zeros are no chance. */
const MIN_WIDE = 8;

/** The byte order of Latin text in 16 bits per character; null for any other text. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const filled = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 2048).entries()) {
    const list = byte === 0 ? zeros : filled;
    list[at % 2] = (list[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const [evenFilled = 0, oddFilled = 0] = filled;
  // A padded text of one byte per character has zeros in both.
  if (odd > 2 * oddFilled && even < odd / 4 && evenFilled >= 4) return 'utf-16le';
  return even > 2 * evenFilled && odd < even / 4 && oddFilled >= 4 ? 'utf-16be' : null;
}

/** The text in a field of fixed width. A shorter text ends with NUL. */
export function textUntilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Whether the field was never filled in: blank, zeros, dashes, or a placeholder word. */
export function isUnset(text: string): boolean {
  const plain = cleanText(text);
  return !/[\p{L}1-9]/u.test(plain) || (plain.length <= LONGEST_PLACEHOLDER && PLACEHOLDER.test(plain));
}

const PLACEHOLDER = /^(unknown|undefined|none|null|n\/a|default|\(none\))$/i;
const LONGEST_PLACEHOLDER = 9;

/**
 * The key of a tag in tables: its block and its name. The name of a pet or a code is in no table,
 * because there the same tag holds that of a person.
 */
export function keyOf({ block, name, isOfThing }: Tag): string {
  return isOfThing ? `${block} ${name} (thing)` : `${block} ${name}`;
}

/** The value of a tag as text; numbers separated by spaces. */
export function textOf({ value }: Tag): string {
  return typeof value === 'string' ? cleanText(value) : value.join(' ');
}

/** The tags of a file, which are asked for by their keys some fifty times. */
export class TagIndex {
  readonly #byKey = new Map<string, Tag[]>();

  constructor(readonly tags: readonly Tag[]) {
    for (const tag of tags) {
      const key = keyOf(tag);
      const same = this.#byKey.get(key);
      if (same) same.push(tag);
      else this.#byKey.set(key, [tag]);
    }
  }

  /**
   * The texts of all tags with one of these keys, in the order of the keys. Each appears once;
   * unset ones are dropped.
   */
  texts(keys: readonly string[]): string[] {
    const texts = new Set<string>();
    for (const key of keys) for (const tag of this.#byKey.get(key) ?? []) texts.add(textOf(tag));
    return [...texts].filter((text) => !isUnset(text));
  }
}
