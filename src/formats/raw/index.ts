// RAW photos of cameras: formats built like TIFF, and formats of single makers.
import { type Format, typeByBeginning } from '../format.js';
import { brandsOf, typeByBrand } from '../isobmff/identify.js';
import { isTiff, tiffType } from '../tiff/identify.js';
import { NAMED_RAW, OWN_RAW, TIFF_RAW } from './media-types.js';

const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  [OWN_RAW.crw]: ['II????HEAPCCDR'],
  [OWN_RAW.orf]: ['IIRO', 'IIRS', 'MMOR'],
  [OWN_RAW.rw2]: ['IIU\0'],
  [OWN_RAW.raf]: ['FUJIFILMCCD-RAW'],
  [OWN_RAW.x3f]: ['FOVb'],
  [OWN_RAW.mrw]: ['\0MRM'],
};

/** CR3 is made of boxes. */
const CR3_BRANDS = [[/^crx $/, OWN_RAW.cr3]] as const;

export const raw: Format = {
  id: 'raw',
  mediaTypes: [
    ...Object.entries({ ...TIFF_RAW, ...OWN_RAW }).map(([extension, type]) => ({
      type,
      name: `RAW (${extension.toUpperCase()})`,
      kind: 'raw' as const,
      extensions: [extension],
    })),
    { ...NAMED_RAW, name: 'RAW (other)', kind: 'raw' },
  ],
  identify(head) {
    if (isTiff(head.text)) {
      const type = tiffType(head);
      return this.mediaTypes.some((known) => known.type === type) ? type : null;
    }
    return typeByBeginning(head, BEGINNINGS) ?? typeByBrand(brandsOf(head.text), CR3_BRANDS);
  },
  reader: async (mediaType) => (await import('./reader.js')).rawReader(mediaType),
};
