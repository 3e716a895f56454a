// Which IDs tie a person's photos together. An ID that is new for each shot or each saving ties
// nothing, and neither does one that every device of a model has. Both are known by their form; an
// ID of any other form counts as an identity.
import type { Metadata } from '../types/metadata.js';
import { isWordless } from './harmless-tags.js';

type Device = Metadata['device'];

const HEX = '[0-9a-f]';
const UUID = `${HEX}{8}-?${HEX}{4}-?${HEX}{4}-?${HEX}{4}-?${HEX}{12}`;

/**
 * Random or hashed: a UUID, or a hash of 128 bits or more. Editors write the kind of document
 * before it: `xmp.did:`, `adobe:docid:photoshop:`.
 */
const RANDOM = new RegExp(`^(?:[a-z][a-z.]{0,20}:){0,4}(?:${UUID}|${HEX}{32,128})$`, 'i');

/** Apple's signature of an original, and IDs of bursts, in base 64. */
const BASE_64 = /^[A-Za-z0-9+/_-]{20,88}={0,2}$/;

/**
 * The first eight bytes as ASCII digits: a serial number, after which a counter follows. Sigma
 * writes such IDs.
 */
const BEGINS_WITH_SERIAL = /^(?:3[0-9]){6}/;

/**
 * Firmware of the camera module, one for each module: `F12LLKL01SM`, `A16LSIA00VM A16LSIL02SM`,
 * `LF2XLOE00PM`.
 */
const MODULE = '[A-Z](?:\\d|[A-Z](?=\\d))\\d?[A-Z0-9]{4,8}\\d{2}[A-Z]{2}';
const SAMSUNG_MODULE = new RegExp(`^${MODULE}(?:\\s+${MODULE}){0,3}$`);

/** By tag: what an ID looks like that ties no photos together. */
const TIES_NOTHING: Readonly<Record<string, (value: string, device: Device) => boolean>> = {
  ...forEach(['ImageUniqueID', 'exif:ImageUniqueID', 'exifEX:ImageUniqueID'], isOfImage),
  ...forEach(['digiKam:ImageUniqueID', 'RawDataUniqueID'], isRandom),
  // Apple. The video of a Live Photo has the same one, and the photos of a burst.
  ...forEach(['PhotoIdentifier', 'ImageCaptureRequestID', 'ContentIdentifier', 'BurstUUID'], isRandom),
  ...forEach(['com.apple.quicktime.content.identifier', 'com.apple.photos.originating.signature'], isRandomOrBase64),
  ...forEach(['GCamera:BurstID'], isRandomOrBase64),
  // Versions of one picture share them.
  ...forEach(
    ['xmpMM:DocumentID', 'xmpMM:OriginalDocumentID', 'stRef:documentID', 'stRef:originalDocumentID'],
    isRandom,
  ),
  ...forEach(['photoshop:DocumentAncestors', 'MasterDocumentID', 'UniqueDocumentID'], isRandom),
};

/** Whether an ID ties the photos of one person or one device together. */
export function isIdentity({ tag, value }: Device['uniqueIds'][number], device: Device): boolean {
  const tiesNothing = Object.hasOwn(TIES_NOTHING, tag) ? TIES_NOTHING[tag] : undefined;
  return !(tiesNothing?.(value.trim(), device) ?? false);
}

function forEach<T>(tags: readonly string[], form: T): Record<string, T> {
  return Object.fromEntries(tags.map((tag) => [tag, form]));
}

function isRandom(value: string): boolean {
  return RANDOM.test(value);
}

function isRandomOrBase64(value: string): boolean {
  return isRandom(value) || BASE_64.test(value);
}

/** Exif defines ImageUniqueID as 128 bits that no other image has. */
function isOfImage(value: string, { make, model }: Device): boolean {
  if (isRandom(value)) return !BEGINS_WITH_SERIAL.test(value);
  const isSamsung = make === null || /^samsung/i.test(make);
  return isWordless(value) || value === make || value === model || (isSamsung && SAMSUNG_MODULE.test(value));
}
