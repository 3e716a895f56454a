// XML documents of cameras in videos: Sony's `NonRealTimeMeta`, and others whose elements or
// attributes are named after places.
import type { Degrees } from '../coordinates/degrees.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import { readPacket, type XmpText } from '../xmp/packet.js';
import { placesOf, type Telemetry, videoTag } from './reading.js';

const SONY = /<NonRealTimeMeta[\s>]/;

/** Characters that are searched for the name of the document. */
const SEARCHED = 2000;

/** By the element and its attribute, and the name of the tag that it becomes. */
const SONY_TAGS: ReadonlyMap<string, string> = new Map([
  ['Device/serialNo', 'SerialNumber'],
  ['Device/manufacturer', 'Make'],
  ['Device/modelName', 'Model'],
  ['Lens/serialNo', 'LensSerialNumber'],
  ['CreationDate/value', 'CreationDate'],
  ['Description/value', 'Description'],
  ['Title/usAscii', 'Title'],
  ['Title/alias', 'Title'],
]);

/** Null where the document is none of these. Throws where it is not well-formed. */
export function readCameraXml(bytes: Uint8Array): Telemetry | null {
  const head = decodeText(bytes.subarray(0, SEARCHED));
  return SONY.test(head) ? readSony(bytes) : null;
}

function readSony(bytes: Uint8Array): Telemetry {
  const tags: Tag[] = [];
  const gps = new Map<string, string>();
  let item = '';
  const readText = ({ path, value }: XmpText) => {
    const [element = '', attribute = ''] = path.slice(-2).map(({ local }) => local);
    const name = SONY_TAGS.get(`${element}/${attribute}`);
    if (name && value.trim() !== '') tags.push(videoTag(name, cleanText(value)));
    // An item of a group is a pair of attributes: `name="Latitude" value="52:30:58.590"`.
    if (element === 'Item' && attribute === 'name') item = value;
    else if (element === 'Item' && attribute === 'value' && item !== '') {
      if (!gps.has(item)) gps.set(item, value);
      item = '';
    }
  };
  readPacket(bytes, readText);
  const [latitude, longitude] = [gps.get('Latitude'), gps.get('Longitude')];
  if (latitude === undefined && longitude === undefined) return { places: [], tags, isUnread: false };
  const pair: Degrees = [fromColons(latitude, gps.get('LatitudeRef')), fromColons(longitude, gps.get('LongitudeRef'))];
  return Number.isFinite(pair[0] + pair[1]) ? placesOf([pair], tags) : { places: [], tags, isUnread: true };
}

/** `52:30:58.590`, with the side apart. NaN for any other text. */
function fromColons(text = '', side = ''): number {
  const [, degrees, minutes = '0', seconds = '0'] =
    /^\s*(\d{1,3})(?::(\d{1,2}(?:[.,]\d+)?))?(?::(\d{1,2}(?:[.,]\d+)?))?\s*$/.exec(text) ?? [];
  if (degrees === undefined) return Number.NaN;
  const number = (part: string) => Number(part.replace(',', '.'));
  const size = Number(degrees) + number(minutes) / 60 + number(seconds) / 3600;
  return /^\s*[SW]/i.test(side) ? -size : size;
}
