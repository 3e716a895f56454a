// Media types of RAW photos, as in freedesktop.org's shared-mime-info. Those that it lacks follow
// its pattern.

/** A RAW photo whose camera is unknown. */
export const ANY_RAW = 'image/x-dcraw';

/** RAW photos that are TIFF files, by extension. */
export const TIFF_RAW = {
  '3fr': 'image/x-hasselblad-3fr',
  arw: 'image/x-sony-arw',
  cr2: 'image/x-canon-cr2',
  dcr: 'image/x-kodak-dcr',
  dng: 'image/x-adobe-dng',
  erf: 'image/x-epson-erf',
  fff: 'image/x-hasselblad-fff',
  gpr: 'image/x-gopro-gpr',
  iiq: 'image/x-phaseone-iiq',
  k25: 'image/x-kodak-k25',
  kdc: 'image/x-kodak-kdc',
  mef: 'image/x-mamiya-mef',
  mos: 'image/x-leaf-mos',
  nef: 'image/x-nikon-nef',
  nrw: 'image/x-nikon-nrw',
  pef: 'image/x-pentax-pef',
  raw: ANY_RAW,
  rwl: 'image/x-leica-rwl',
  sr2: 'image/x-sony-sr2',
  srf: 'image/x-sony-srf',
  srw: 'image/x-samsung-srw',
} as const;

/** RAW photos with magic numbers of their own. */
export const OWN_RAW = {
  cr3: 'image/x-canon-cr3',
  crw: 'image/x-canon-crw',
  mrw: 'image/x-minolta-mrw',
  orf: 'image/x-olympus-orf',
  raf: 'image/x-fuji-raf',
  rw2: 'image/x-panasonic-rw2',
  x3f: 'image/x-sigma-x3f',
} as const;

/** RAW photos, and wrappers of them, that only their extension tells. They are not read. */
export const NAMED_RAW = {
  type: 'image/x-camera-raw',
  extensions: ['ari', 'arq', 'bay', 'cap', 'cs1', 'dc2', 'dcs', 'drf', 'eip', 'kc2', 'mdc', 'mfw', 'obm', 'ori'].concat(
    ['ptx', 'pxn', 'qtk', 'rdc', 'rwz', 'sti'],
  ),
} as const;

/** Media type of a RAW photo that is a TIFF, by its extension; null for other extensions. */
export function tiffRawByExtension(extension: string): string | null {
  return Object.hasOwn(TIFF_RAW, extension) ? TIFF_RAW[extension as keyof typeof TIFF_RAW] : null;
}
