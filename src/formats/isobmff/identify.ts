// HEIF, AVIF, CR3, MP4 and QuickTime: all of them boxes (ISO 14496-12); what they are is said by the brands of the first one.
// `text` is the head of a file as characters 0..255.
import { OWN_RAW, SOUND_ONLY } from '../extensions.js';

/** Brands of pictures. HEIF: ISO 23008-12; AVIF: AOM; CR3: as cameras write it. */
const PICTURES: readonly (readonly [RegExp, string])[] = [
  [/^crx $/, OWN_RAW.cr3],
  [/^avi[fs]$/, 'image/avif'],
  // Sequences too: their first picture is read like any other.
  [/^he(?:ic|ix|im|is|vc|vx|vm|vs)$/, 'image/heic'],
  [/^(?:jpeg|jpgs|avci|avcs|vvic|vvis|evbi|evbs|j2ki|j2is|unif)$/, 'image/heif'],
];

/** Brands of HEIF as such; the codec is in another brand. */
const HEIF = /^(?:mif\d|msf1|miaf|MiHE|MiHB|MiPr|heif)$/;

/** Major brands of video and sound, as registered with the MP4 Registration Authority. All others are MP4. */
const VIDEOS: readonly (readonly [RegExp, string])[] = [
  [/^qt {2}$/, 'video/quicktime'],
  [/^3g[egprs].$/, 'video/3gpp'],
  [/^3g2.$/, 'video/3gpp2'],
  [/^M4V[ HP]$/, 'video/x-m4v'],
  [/^(?:M4[ABP]|F4[AB]) $/, SOUND_ONLY],
];

/** A brand list is short; more is damage. */
const MAX_BRANDS = 64;

/** First boxes of QuickTime files from before the brands. */
const OLD_QUICKTIME: ReadonlySet<string> = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** Media type of a file that begins with a box, SOUND_ONLY, or null. */
export function boxType(text: string): string | null {
  const box = text.slice(4, 8);
  if (box === 'ftyp') return byBrands(brandsOf(text));
  // Four letters before a box's name are no size but words of a text.
  return OLD_QUICKTIME.has(box) && !/^[ -~]{4}/.test(text) ? 'video/quicktime' : null;
}

/** The major brand, then the compatible ones. */
function brandsOf(text: string): readonly string[] {
  const size = Buffer.from(text.slice(0, 4), 'latin1').readUInt32BE();
  const end = Math.min(size, text.length, 16 + 4 * MAX_BRANDS);
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  return brands;
}

function byBrands(brands: readonly string[]): string {
  const [major = ''] = brands;
  const video = typeOf(major, VIDEOS);
  if (video !== null) return video;
  for (const brand of brands) {
    const picture = typeOf(brand, PICTURES);
    if (picture !== null) return picture;
  }
  return brands.some((brand) => HEIF.test(brand)) ? 'image/heif' : 'video/mp4';
}

function typeOf(brand: string, table: readonly (readonly [RegExp, string])[]): string | null {
  return table.find(([pattern]) => pattern.test(brand))?.[1] ?? null;
}
