// The extensions of targets. Only for what the bytes leave open; see kind.ts.
import type { TargetKind } from '../types/target.js';

/** A RAW photo of which camera is not known. */
export const ANY_RAW = 'image/x-dcraw';

/** RAW photos that are TIFF files. Media types as in freedesktop.org's shared-mime-info, or in its manner for those that it lacks. */
const TIFF_RAW: Readonly<Record<string, string>> = {
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
};

/** RAW photos with magic bytes of their own. */
export const OWN_RAW = {
  cr3: 'image/x-canon-cr3',
  crw: 'image/x-canon-crw',
  mrw: 'image/x-minolta-mrw',
  orf: 'image/x-olympus-orf',
  raf: 'image/x-fuji-raf',
  rw2: 'image/x-panasonic-rw2',
  x3f: 'image/x-sigma-x3f',
} as const;

export const RAW_TYPES: ReadonlySet<string> = new Set([...Object.values(TIFF_RAW), ...Object.values(OWN_RAW)]);

/** Without `ts`: on most disks that is TypeScript, and a real transport stream is known by its content. */
const EXTENSIONS: Readonly<Record<TargetKind, ReadonlySet<string>>> = {
  image: words(
    'apng avci avif avifs bmp dib gif heic heics heif heifs hif ico insp j2c j2k jfif jp2 jpe jpeg jpf jpg jph jpm jps',
    'jpx jxl jxr mpo pbm pgm png pnm ppm psb psd tga tif tiff wdp webp xcf',
  ),
  raw: new Set([...Object.keys(TIFF_RAW), ...Object.keys(OWN_RAW)]),
  video: words(
    '3g2 3gp 3gp2 3gpp asf avi divx dv f4v flv insv lrv m2ts m2v m4v mj2 mkv mov mp4 mpe mpeg mpg mts ogv qt rm rmvb',
    'vob webm wmv',
  ),
};

/** Stands for a media type where a container of videos holds sound only, which is no target. */
export const SOUND_ONLY = 'audio';

/** Containers that may hold sound only without saying so in their first bytes: there the extension decides. */
const SHARED_WITH_SOUND = words('video/mp4 video/3gpp video/webm video/x-matroska video/x-ms-wmv');

const SOUND = words('aac m4a m4b m4p m4r mka oga ogg opus spx weba wma');

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** In lower case and without its dot; empty where the name has none. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function kindByExtension(extension: string): TargetKind | null {
  for (const kind of ['image', 'raw', 'video'] as const) if (EXTENSIONS[kind].has(extension)) return kind;
  return null;
}

/** Media type of the RAW photo that a TIFF with this extension is; null for other extensions. */
export function tiffRawByExtension(extension: string): string | null {
  return Object.hasOwn(TIFF_RAW, extension) ? (TIFF_RAW[extension] as string) : null;
}

export function isSound(mediaType: string, extension: string): boolean {
  return mediaType === SOUND_ONLY || (SHARED_WITH_SOUND.has(mediaType) && SOUND.has(extension));
}
