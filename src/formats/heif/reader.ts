// The operations on a HEIC, HEIF or AVIF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { heifAttachments } from './attachments.js';
import { heifBlocks } from './blocks.js';
import { cleanHeif } from './clean.js';
import { storedPictures } from './hidden-images.js';
import { openHeic } from './open.js';
import { heifPictures } from './shown-pictures.js';
import { isHeifCut } from './truncation.js';

/** @param isAvif the build of sharp decodes AV1, but not HEVC */
export function heifReader(isAvif: boolean): FormatReader {
  return {
    blocks: heifBlocks,
    attachments: heifAttachments,
    storedPictures,
    endsEarly: isHeifCut,
    decode: isAvif ? (bytes) => openWithSharp(bytes, () => heifPictures(bytes)) : openHeic,
    clean: cleanHeif,
    orientedBy: 'itself',
    ...(isAvif && { isReadBySharp: true }),
  };
}
