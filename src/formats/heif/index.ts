// HEIF (ISO/IEC 23008-12) with HEVC pictures (HEIC), AV1 pictures (AVIF) and others.
import type { Format } from '../format.js';
import { brandsOf, typeByBrand } from '../isobmff/identify.js';
import { typeByMajorBrand } from '../mp4/brands.js';

const HEIC = 'image/heic';
const HEIF = 'image/heif';
const AVIF = 'image/avif';

/** Brands of pictures. AVIF as the specification by AOM has it. */
const PICTURES = [
  [/^avi[fs]$/, AVIF],
  // Sequences, too: their first picture is read like any other.
  [/^he(?:ic|ix|im|is|vc|vx|vm|vs)$/, HEIC],
  [/^(?:jpeg|jpgs|avci|avcs|vvic|vvis|evbi|evbs|j2ki|j2is|unif)$/, HEIF],
] as const;

/** Brands of HEIF in general. Another brand states the codec. */
const ANY_PICTURE = [[/^(?:mif\d|msf1|miaf|MiHE|MiHB|MiPr|heif)$/, HEIF]] as const;

export const heif: Format = {
  id: 'heif',
  mediaTypes: [
    { type: HEIC, name: 'HEIC', kind: 'image', extensions: ['heic', 'heics', 'hif'] },
    { type: HEIF, name: 'HEIF', kind: 'image', extensions: ['heif', 'heifs', 'avci'] },
    { type: AVIF, name: 'AVIF', kind: 'image', extensions: ['avif', 'avifs'], isExact: true },
  ],
  identify({ text }) {
    const brands = brandsOf(text);
    if (typeByMajorBrand(brands) !== null) return null;
    return typeByBrand(brands, PICTURES) ?? typeByBrand(brands, ANY_PICTURE);
  },
  reader: async (mediaType) => (await import('./reader.js')).heifReader(mediaType === AVIF),
};
