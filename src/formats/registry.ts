// The registry of file formats. They are asked in this order whether a file is theirs.
import type { TargetKind } from '../types/target.js';
import { avi } from './avi/index.js';
import { bmp } from './bmp/index.js';
import type { Format, FormatReader, MediaType } from './format.js';
import { gif } from './gif/index.js';
import { heif } from './heif/index.js';
import { jpeg } from './jpeg/index.js';
import { jpeg2000 } from './jpeg-2000/index.js';
import { jxl } from './jxl/index.js';
import { livp } from './livp/index.js';
import { mp4 } from './mp4/index.js';
import { otherPictures } from './other-pictures/index.js';
import { otherVideos } from './other-videos/index.js';
import { png } from './png/index.js';
import { psd } from './psd/index.js';
import { raw } from './raw/index.js';
import { tiff } from './tiff/index.js';
import { webp } from './webp/index.js';

/**
 * MP4 comes after all other formats made of boxes, because it accepts every brand that no other
 * format knows.
 */
export const FORMATS: readonly Format[] = [
  tiff,
  ...[jpeg, png, gif, webp, avi, bmp, psd, jxl, jpeg2000, otherPictures],
  ...[raw, otherVideos, livp, heif, mp4],
];

/** Media type of a file that only its extension makes a target. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** The look-ups in a list of formats. */
export interface FormatRegistry {
  readonly formats: readonly Format[];
  /** Undefined for UNKNOWN_TYPE and for any media type that no format has. */
  mediaTypeOf(type: string): MediaType | undefined;
  /** The operations on a file of this type. Empty where its format has no reader. */
  readerFor(mediaType: string): Promise<FormatReader>;
  kindByExtension(extension: string): TargetKind | null;
}

export function createRegistry(formats: readonly Format[]): FormatRegistry {
  const byType = new Map(
    formats.flatMap((format) => format.mediaTypes.map((mediaType) => [mediaType.type, { format, mediaType }] as const)),
  );
  const byExtension = new Map(
    formats.flatMap(({ mediaTypes }) =>
      mediaTypes.flatMap(({ kind, extensions }) => extensions.map((extension) => [extension, kind] as const)),
    ),
  );
  return {
    formats,
    mediaTypeOf: (type) => byType.get(type)?.mediaType,
    readerFor: async (type) => (await byType.get(type)?.format.reader?.(type)) ?? {},
    kindByExtension: (extension) => byExtension.get(extension) ?? null,
  };
}

export const REGISTERED_FORMATS = createRegistry(FORMATS);

export const { mediaTypeOf, readerFor, kindByExtension } = REGISTERED_FORMATS;
