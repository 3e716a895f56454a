// Pictures that an XMP packet holds as text in base64: thumbnails (xmp:Thumbnails), Google's second
// picture and depth map, and whatever a program put into a property of its own.
import { mayHoldPicture, picturesInText } from '../pictures-in-text.js';
import { salvagePacket } from './packet.js';

/** Google's maps of distance, which show the main picture in another way. */
const AUXILIARY = /^GDepth$/;

export interface XmpPicture {
  readonly bytes: Uint8Array;
  readonly isAuxiliary: boolean;
}

/** Never throws. A packet without such a text is not parsed. */
export function xmpPictures(packet: Uint8Array): readonly XmpPicture[] {
  const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  if (!mayHoldPicture(bytes.toString('latin1'))) return [];
  return salvagePacket(packet).flatMap(({ path, value }) => {
    const isAuxiliary = path.some(({ prefix }) => AUXILIARY.test(prefix));
    return picturesInText(value).pictures.map((picture) => ({ bytes: picture, isAuxiliary }));
  });
}
