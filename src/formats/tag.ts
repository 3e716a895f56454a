// One tag as read from a file, and its text.

/**
 * What a tag belongs to. `maker` is the camera maker's own note inside EXIF, `file` a comment or a
 * text chunk of the container, `video` a video's description.
 */
export type TagBlock = 'exif' | 'maker' | 'xmp' | 'iptc' | 'file' | 'video';

export interface Tag {
  readonly block: TagBlock;
  /**
   * EXIF, maker note and IPTC: the usual name. XMP: `prefix:name` with the namespace's usual
   * prefix. Video: the box's type or the key.
   */
  readonly name: string;
  /** XMP only: the names of the structures around it, outermost first. */
  readonly within: readonly string[];
  readonly value: string | readonly number[];
  /** XMP only: the namespace is none of the usual ones, so that the name may be any text. */
  readonly isForeign?: true;
}

/**
 * On one line, without NULs, controls and spaces at both ends: fixed fields are padded with them.
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\uFEFF]+/gu, ' ').trim();
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 where it is valid, the Western code page of older programs otherwise. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}

/** A text in a field of fixed width, which ends with NUL where it is shorter. */
export function textUntilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Whether it was never filled in: blank, zeros, dashes, or a word that means nothing. */
export function isUnset(text: string): boolean {
  const plain = cleanText(text).toLowerCase();
  return !/[\p{L}1-9]/u.test(plain) || /^(unknown|undefined|none|null|n\/a|default|\(none\))$/.test(plain);
}

/** How tables name a tag: its block and its name. */
export function keyOf({ block, name }: Tag): string {
  return `${block} ${name}`;
}

/** A tag's value as text; numbers with spaces between. */
export function textOf({ value }: Tag): string {
  return typeof value === 'string' ? cleanText(value) : value.join(' ');
}

/**
 * The texts of all tags with one of these keys, in the order of the keys, each once, without the
 * unset ones.
 */
export function textsOf(tags: readonly Tag[], keys: readonly string[]): string[] {
  const byKey = new Map(keys.map((key) => [key, [] as string[]]));
  for (const tag of tags) byKey.get(keyOf(tag))?.push(textOf(tag));
  return [...new Set([...byKey.values()].flat().filter((text) => !isUnset(text)))];
}
