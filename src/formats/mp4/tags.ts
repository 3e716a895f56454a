// Reads one box of a video into tags.
import { readerOf } from '../byte-reader.js';
import { cleanText, decodeText } from '../tag.js';
import { readGps0, readGpsRecords } from '../telemetry/dash-cam.js';
import { readGpmf } from '../telemetry/gpmf.js';
import { placesOf, videoTag } from '../telemetry/reading.js';
import { placesInTrackText } from '../telemetry/track-text.js';
import { readCameraXml } from '../telemetry/xml-document.js';
import { readXmp } from '../xmp/xmp.js';
import type { VideoFindings } from './findings.js';
import { readMeta } from './items.js';
import { chapterNames, windowsTexts } from './text-tables.js';
import { internationalTexts, locationInformation, readableText, TEXT_START, textAt } from './texts.js';
import { readUuidBox } from './uuid-box.js';

/** 3GPP's boxes that hold one text each, and two boxes of the same structure from camera makers. */
const TEXT_BOXES = new Set(['titl', 'dscp', 'cprt', 'perf', 'auth', 'gnre', 'albm', 'manu', 'modl', 'date']);

/** Ids of GoPro in bytes: of the camera, and of the recording. */
const ID_BOXES = new Set(['CAME', 'MUID', 'GUMI', 'BCID']);

/** Boxes of text that name a device, by the name that their tag gets. */
const DEVICE_BOXES: Readonly<Record<string, string>> = {
  LENS: 'LensSerialNumber',
  SERI: 'SerialNumber',
  slno: 'SerialNumber',
  CNMN: 'Model',
  mdln: 'Model',
};

/** Keys whose bytes may be a place. */
const NAMES_PLACE = /location|gps|geo|coord|latitude|longitude|6709/i;

/** Keys that end in a serial number, of a camera or a lens. */
const SERIAL_KEY = /serial[ ._-]?(?:no|num|number)?$/i;

/** Seconds from 1904, the epoch of QuickTime, to 1970. */
const EPOCH_GAP = 2_082_844_800;

/** Boxes with a reader of their own, besides those of user data that hold texts. */
const READ = new Set(['mvhd', 'meta', 'uuid', 'XMP_', 'loci', 'Xtra', 'chpl', 'GPMF', 'gps0', 'GPS ', ...ID_BOXES]);

/** Whether readVideoBox has a reader for this type, wherever it is. */
export function isReadBox(type: string): boolean {
  return READ.has(type) || TEXT_BOXES.has(type) || Object.hasOwn(DEVICE_BOXES, type) || /^[\xa9@]/.test(type);
}

/**
 * Reads one box, so that what was read before damage is kept. Throws where the box is damaged.
 * @param at offset of its content in the file
 */
export function readVideoBox(type: string, bytes: Uint8Array, found: VideoFindings, at = 0): void {
  switch (type) {
    case 'mvhd':
      addCreation(bytes, found);
      return;
    case 'meta':
      readMetaBox(bytes, found);
      return;
    case 'uuid':
      readUuidBox(found, bytes, at);
      return;
    case 'XMP_':
      readXmp(bytes, found.tags);
      return;
    case 'loci': {
      const { degrees, texts } = locationInformation(bytes);
      found.addTelemetry('loci', placesOf([degrees]));
      for (const text of texts) addText(found, 'loci name', text);
      return;
    }
    case 'GPMF':
      found.readTelemetry(type, () => readGpmf(bytes));
      return;
    case 'gps0':
      found.readTelemetry(type, () => readGps0(bytes));
      return;
    case 'GPS ':
      found.readTelemetry('GPS', () => readGpsRecords(bytes));
      return;
    case 'Xtra':
      for (const text of windowsTexts(bytes)) addText(found, type, text);
      return;
    case 'chpl':
      for (const text of chapterNames(bytes)) addText(found, type, text);
      return;
    default:
      if (ID_BOXES.has(type)) addId(found, type, bytes);
      else for (const text of textsOfEntry(type, bytes)) addText(found, DEVICE_BOXES[type] ?? type, text);
  }
}

function readMetaBox(bytes: Uint8Array, found: VideoFindings): void {
  const { items, documents } = readMeta(bytes);
  for (const { name, text } of items) {
    if (text !== null) addText(found, name, text);
    else if (NAMES_PLACE.test(name)) found.unreadPlaces.add('key');
    else found.unknownParts.add('key');
  }
  for (const document of documents) readDocument(document, found);
}

/** A camera's own document, or XMP. Another one that names a place is searched for it. */
function readDocument(bytes: Uint8Array, found: VideoFindings): void {
  const reading = readCameraXml(bytes);
  if (reading) found.addTelemetry('xml', reading);
  else {
    readXmp(bytes, found.tags);
    found.addTelemetry('xml', { ...placesInTrackText(decodeText(bytes).replaceAll('>', ': ')), tags: [] });
  }
}

function addId(found: VideoFindings, type: string, bytes: Uint8Array): void {
  if (bytes.some((byte) => byte !== 0)) found.add(videoTag(type, Buffer.from(bytes).toString('hex')));
}

/**
 * The texts of an entry of user data. An entry of an unknown type counts where its content is
 * readable text.
 */
function textsOfEntry(type: string, bytes: Uint8Array): string[] {
  if (/^[\xa9@]/.test(type)) return internationalTexts(bytes);
  // Other programs write the bare text under the same names.
  const isBuilt = TEXT_BOXES.has(type) && readerOf(bytes).u32(0) === 0;
  const text = isBuilt ? textAt(bytes, TEXT_START).text : readableText(bytes);
  return text === null ? [] : [text];
}

function addText(found: VideoFindings, name: string, text: string): void {
  const clean = cleanText(text);
  if (clean === '') return;
  const isSerial = SERIAL_KEY.test(name);
  found.add(videoTag(isSerial ? (/lens/i.test(name) ? 'LensSerialNumber' : 'SerialNumber') : name, clean));
}

/**
 * The video header begins with version, flags and the creation time in seconds, in UTC. 0 means
 * that none is known.
 */
function addCreation(bytes: Uint8Array, found: VideoFindings): void {
  const file = readerOf(bytes);
  const seconds = file.u8(0) === 1 ? file.u64(4) : file.u32(4);
  // Some cameras count from 1970. No video file is older than that.
  const unix = seconds >= EPOCH_GAP ? seconds - EPOCH_GAP : seconds;
  if (unix === 0 || unix > 0xffff_ffff) return;
  const value = new Date(unix * 1000).toISOString().replace('.000Z', 'Z');
  found.add(videoTag('mvhd', value));
}
