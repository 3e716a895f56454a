// Reads one box of a video into tags.
import { readerOf } from '../byte-reader.js';
import { c2paBlocks, manifestIn } from '../c2pa/c2pa.js';
import { readIso6709 } from '../coordinates/iso-6709.js';
import { cleanText, type Tag } from '../tag.js';
import { readXmp } from '../xmp/xmp.js';
import { readMeta } from './items.js';
import { internationalTexts, locationInformation, readableText, TEXT_START, textAt } from './texts.js';

/** The id of XMP in a `uuid` box (XMP specification, part 3). */
const XMP_ID = 'be7acfcb97a942e89c71999491e3afac';

/** 3GPP's boxes that hold one text each, and two boxes of the same structure from camera makers. */
const TEXT_BOXES = new Set(['titl', 'dscp', 'cprt', 'perf', 'auth', 'gnre', 'albm', 'manu', 'modl', 'date']);

/** Texts that are coordinates; kept as numbers where they can be parsed. */
const PLACES = new Set(['©xyz', 'com.apple.quicktime.location.ISO6709']);

/** Seconds from 1904, the epoch of QuickTime, to 1970. */
const EPOCH_GAP = 2_082_844_800;

/**
 * Reads one box into `tags`, so that what was read before damage is kept. Throws where the box is
 * damaged.
 */
export function readVideoBox(type: string, bytes: Uint8Array, tags: Tag[]): void {
  switch (type) {
    case 'mvhd':
      addCreation(bytes, tags);
      return;
    case 'meta': {
      const { items, documents } = readMeta(bytes);
      for (const { name, text } of items) tags.push(toTag(name, text));
      for (const document of documents) readXmp(document, tags);
      return;
    }
    case 'uuid':
      readUuid(bytes, tags);
      return;
    case 'XMP_':
      readXmp(bytes, tags);
      return;
    case 'loci': {
      const { degrees, texts } = locationInformation(bytes);
      tags.push({ block: 'video', name: 'loci', within: [], value: degrees });
      for (const text of texts) tags.push(toTag('loci name', text));
      return;
    }
    default:
      for (const text of textsOfEntry(type, bytes)) tags.push(toTag(type, text));
  }
}

/**
 * A box whose type is an id: XMP, a C2PA manifest, or one of a program's own. The last counts where
 * its content is readable text.
 */
function readUuid(bytes: Uint8Array, tags: Tag[]): void {
  const manifest = manifestIn(bytes);
  if (manifest) {
    for (const block of c2paBlocks(manifest)) if (block.kind === 'tags') tags.push(...block.tags);
  } else if (Buffer.from(bytes.subarray(0, 16)).toString('hex') === XMP_ID) readXmp(bytes.subarray(16), tags);
  else for (const text of textsOfEntry('uuid', bytes.subarray(16))) tags.push(toTag('uuid', text));
}

/**
 * The texts of an entry of user data. An entry of an unknown type counts where its content is
 * readable text.
 */
function textsOfEntry(type: string, bytes: Uint8Array): string[] {
  if (type.startsWith('©')) return internationalTexts(bytes);
  // Other programs write the bare text under the same names.
  const isBuilt = TEXT_BOXES.has(type) && readerOf(bytes).u32(0) === 0;
  const text = isBuilt ? textAt(bytes, TEXT_START).text : readableText(bytes);
  return text === null ? [] : [text];
}

function toTag(name: string, text: string): Tag {
  const clean = cleanText(text);
  const value = (PLACES.has(name) ? readIso6709(clean) : null) ?? clean;
  return { block: 'video', name, within: [], value };
}

/**
 * The video header begins with version, flags and the creation time in seconds, in UTC. 0 means
 * that none is known.
 */
function addCreation(bytes: Uint8Array, tags: Tag[]): void {
  const file = readerOf(bytes);
  const seconds = file.u8(0) === 1 ? file.u64(4) : file.u32(4);
  // Some cameras count from 1970. No video file is older than that.
  const unix = seconds >= EPOCH_GAP ? seconds - EPOCH_GAP : seconds;
  if (unix === 0 || unix > 0xffff_ffff) return;
  const value = new Date(unix * 1000).toISOString().replace('.000Z', 'Z');
  tags.push({ block: 'video', name: 'mvhd', within: [], value });
}
