// Words of the names that makers, standards and programs give to colour profiles. A text of other
// words may be a person's own: who calibrated a display, whose it is, or its serial number.

const WORDS: ReadonlySet<string> = new Set(
  `icc rgb srgb argb scrgb cmyk gray grey grayscale greyscale lab xyz yuv ycc hdr sdr pq hlg linear gamma gamut color colour
  colors colours space profile profiles default generic calibrated standard wide display displays monitor screen lcd
  led oled crt tft retina xdr built-in builtin cinema thunderbolt studio imac macbook pro air apple adobe prophoto romm
  rimm ecirgb eci ecirec colormatch bruce don best beta smpte ntsc pal secam rec itu iec iso cie dci aces acescg bt
  hd uhd built medium metric iec61966 coated uncoated swop fogra gracol snap japan web newspaper euroscale offset paper matte glossy luster
  dot gain light black white input output camera scanner printer photo imaging image images preference perceptual
  relative colorimetric saturation absolute intent appearance matching reference viewing view condition conditions in
  with for of the and by from to as is no not use at your own risk free freely simple simplified small compact large
  main alt pref version ver rev release released created generated made embedded equivalent based new primary native
  unknown none null untitled public domain copyright copyrights copyrighted rights reserved all licence license
  licensed cc zero creative commons warranty into released kodak eastman canon nikon sony epson hp hewlett packard
  company inc corp corporation incorporated ltd limited gmbh ag llc co kk international consortium systems system
  technologies technology electronics google samsung lg dell eizo benq philips asus acer aoc viewsonic nec lenovo
  lacie iiyama microsoft windows mac macos macintosh android fuji fujifilm fujinon olympus pentax panasonic leica ricoh
  sigma hasselblad phase one konica minolta dimage kyocera casio agfa heidelberg heidelberger druckmaschinen xrite rite
  gretagmacbeth logo basiccolor datacolor spyder artifex software ghostscript esko argyll argyllcms lcms little cms littlecms engine gimp krita
  darktable rawtherapee skia facebook meta instagram huawei xiaomi oneplus oppo vivo motorola nokia htc master monitor
  http https www com org net color.org ch internal identity placeholder nksrgb nkadobe nkwide mode daylight tungsten
  flash raw jpeg tiff png dng photoshop acr lightroom filmscan slide negative positive european initiative chromix
  idealliance ifra pso lwc sc mf improved d50 d65 adapted tone curve trc parametric chromatic adaptation matrix table
  lut compliant compatible quality normal high low medium type ii iii iv si-tft ips qhd panel`.split(/\s+/),
);

/** Words in a statement of who holds the rights by which a firm is recognised. */
const FIRM =
  /\b(?:inc|incorporated|corp|corporation|company|gmbh|ltd|limited|llc|kk|consortium|systems|initiative|public domain|cc0|creative commons)\b/i;

/** A number of a version or a year, and a model or a standard: `U2515H`, `fogra39`, `sP3C`. */
const NUMBER = /^(?:v?\d{1,5}|[a-z]{1,5}\d{1,5}[a-z]{0,3}|\d{1,2}bit)$/;

/** Whether a text consists of words that no one chose for one device. */
export function isUsual(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => WORDS.has(word) || NUMBER.test(word) || word.length <= 2);
}

/** A firm's statement of rights is in each of its profiles. */
export function isUsualRights(text: string): boolean {
  return isUsual(text) || FIRM.test(text);
}
