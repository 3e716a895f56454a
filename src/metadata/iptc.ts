// IPTC's older language (IIM): numbered fields one after the other.
import exifr from 'exifr';
import { MalformedError, slice, viewOf } from './block.js';
import { decodeText, type Tag } from './tag.js';

const FIELD = 0x1c;

/** Record 1 is the envelope (senders, codes), 2 the caption; others hold previews. */
const ENVELOPE = 1;
const APPLICATION = 2;

/** Names of the fields of record 2. */
const NAMES = exifr.tagKeys.get('iptc') ?? new Map<number, string>();

/** Yields the fields in file order; throws where one breaks off. */
export function* iptcTags(bytes: Uint8Array): Generator<Tag> {
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] !== FIELD) {
      if (bytes.subarray(at).every((byte) => byte === 0)) return;
      throw new MalformedError('a field does not begin');
    }
    const record = view.getUint8(at + 1);
    const field = view.getUint8(at + 2);
    const size = view.getUint16(at + 3);
    // Longer fields have the length of their length here; no text is as long.
    if (size >= 0x8000) throw new MalformedError('an extended field');
    const value = decodeText(slice(bytes, at + 5, at + 5 + size));
    if (record === APPLICATION) yield { block: 'iptc', name: NAMES.get(field) ?? `2:${field}`, within: [], value };
    else if (record === ENVELOPE) yield { block: 'iptc', name: `1:${field}`, within: [], value };
    at += 5 + size;
  }
}
