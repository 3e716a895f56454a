// Samsung's trailer: named blocks, a directory `SEFH` after them, then the length of the directory
// and `SEFT` at the very end. No specification is public; the layout is the one that ExifTool
// documents in its tag tables.

import type { Attachment, AttachmentKind } from '../attachment.js';
import type { ByteReader } from '../byte-reader.js';
import { isTelling } from '../readable-text.js';
import type { Tag } from '../tag.js';
import { type MakerTrailer, textTag } from './trailer.js';

/** Bytes of the directory's header: `SEFH`, version, number of entries. */
const HEADER_BYTES = 12;
const ENTRY_BYTES = 12;
/** The length of the directory and `SEFT`. */
const END_BYTES = 8;
/** Blocks of a trailer. About ten are usual. */
const MAX_BLOCKS = 256;
const MAX_NAME = 256;

/**
 * The trailer that ends at the end of the file and begins at `from` or after it; null where there
 * is none. Never throws.
 */
export function samsungTrailer(anyOrder: ByteReader, from: number): MakerTrailer | null {
  const file = anyOrder.ordered(true);
  const end = file.length;
  if (end - from < HEADER_BYTES + END_BYTES || file.latin1(end - 4, 4) !== 'SEFT') return null;
  const directory = end - END_BYTES - file.u32(end - END_BYTES);
  if (directory < from || directory + HEADER_BYTES > end || file.latin1(directory, 4) !== 'SEFH') return null;
  const entries = Math.min(file.u32(directory + 8), MAX_BLOCKS);
  const media: Attachment[] = [];
  const tags: Tag[] = [];
  let start = directory;
  for (let entry = 0, at = directory + HEADER_BYTES; entry < entries; entry++, at += ENTRY_BYTES) {
    if (at + ENTRY_BYTES > end - END_BYTES) break;
    const block = directory - file.u32(at + 4);
    const blockEnd = block + file.u32(at + 8);
    if (block < from || block + 8 > blockEnd || blockEnd > directory) continue;
    start = Math.min(start, block);
    const nameBytes = file.u32(block + 4);
    const data = block + 8 + nameBytes;
    if (nameBytes > MAX_NAME || data > blockEnd) continue;
    const name = file.latin1(block + 8, nameBytes);
    const what = mediaOf(name, file.latin1(data, 8));
    if (!what) tags.push(...statedBy(name, file.bytes(data, Math.min(blockEnd, data + MAX_STATEMENT))));
    else media.push({ what, offset: data, bytes: blockEnd - data, isProved: true, isNamed: true });
  }
  return { start, end, media, tags };
}

/** The longest one lists the steps of an edit. */
const MAX_STATEMENT = 65_536;

/**
 * Names of blocks that are shown. The others may have any name. `Image_UTC_Data` is the time in
 * milliseconds since 1970, `MCC_Data` the code of the mobile network's country.
 */
const NAMES = new Set([
  ...['Original_Path_Hash_Key', 'PhotoEditor_Re_Edit_Data', 'Samsung_Capture_Info', 'Captured_App_Info'],
  ...['Copy_Available_Edit_Info', 'Watermark_Info', 'Remaster_Info', 'Gallery_DC_Data', 'BackupRestore_Data'],
]);

/** Modes of the camera: a number, or the name of the mode. */
const MODES =
  /^(?:Camera_(?:Capture_Mode|Scene|Aperture)_Info|Color_Display_P3|Photo_HDR_Info|(?:Front_Cam_Selfie|Burst_Shot|(?:Motion_)?Panorama_Shot|ZoomInOut|Interactive_Panorama|Single_?Shot_Meta|DualShot_(?:Meta|Extra|Core)|SoundShot_Meta)_Info)$/;

function statedBy(name: string, data: Uint8Array): Tag[] {
  if (MODES.test(name)) return [];
  const [tag] = textTag(NAMES.has(name) ? `Samsung ${name}` : 'Samsung block', data);
  const ofName: Tag[] = isTelling(name) ? [{ block: 'maker', name: 'Samsung block', within: [], value: name }] : [];
  // Numbers under a name for a place are not read.
  const isPlace = !tag && data.length >= 8 && /gps|location/i.test(name);
  if (isPlace) ofName.push({ block: 'maker', name: 'GPS', within: [], value: 'numbers' });
  if (ofName.length > 0) return tag ? [...ofName, tag] : ofName;
  if (!tag || typeof tag.value !== 'string') return [];
  if (name === 'MCC_Data') return [{ ...tag, name: 'MobileCountryCode' }];
  if (name !== 'Image_UTC_Data') return [tag];
  const time = new Date(/^\d{1,15}$/.test(tag.value) ? Number(tag.value) : Number.NaN);
  return Number.isNaN(time.getTime()) ? [tag] : [{ ...tag, name: 'TimeStampUTC', value: time.toISOString() }];
}

/** The kind of media: by the name of the block where that is clear, else by the first bytes. */
function mediaOf(name: string, beginning: string): AttachmentKind | null {
  if (/depth/i.test(name) && !/info|meta/i.test(name)) return 'depth map';
  if (beginning.startsWith('\xff\xd8\xff')) return 'second picture';
  if (/^SoundShot_\d/.test(name)) return 'sound';
  return beginning.slice(4) === 'ftyp' ? 'motion video' : null;
}
