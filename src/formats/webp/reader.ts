// The operations on a WebP.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { webpAttachments } from './attachments.js';
import { webpBlocks } from './blocks.js';
import { cleanWebp } from './clean.js';
import { webpPictures } from './pictures.js';
import { isWebpCut } from './truncation.js';
import { hasExtraWebpData } from './unread-data.js';

export const reader: FormatReader = {
  blocks: webpBlocks,
  attachments: webpAttachments,
  endsEarly: isWebpCut,
  decode: (bytes) => openWithSharp(bytes, ({ pages }) => Math.max(pages ?? 1, webpPictures(bytes))),
  clean: cleanWebp,
  hasUnreadData: hasExtraWebpData,
  orientedBy: 'exif',
  isReadBySharp: true,
};
