// The operations on a BMP and on an icon.
import { PhotoError } from '../../errors.js';
import { cutOff, furtherPictures, MAX_OWN_PIXELS, openWithSharp, type Picture } from '../../image/picture.js';
import { loadSharp } from '../../image/sharp.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import type { FormatReader } from '../format.js';
import { picturesAmong } from '../further-pictures.js';
import type { Block } from '../metadata-block.js';
import { trailingData } from '../trailers/trailing-data.js';
import { decodeBmp, endOfBmp } from './decode.js';
import { largestOfIcon } from './icon.js';

export const bmpReader: FormatReader = {
  blocks: bmpBlocks,
  attachments: bmpAttachments,
  decode: openBmp,
};

export const iconReader: FormatReader = { decode: openIcon };

function bmpAttachments(bytes: Uint8Array): readonly Attachment[] {
  const { end, width, height } = endOfBmp(bytes);
  return trailingData(readerOf(bytes), end, { width, height, index: null });
}

/** The format cannot hold metadata, but pictures after it can. */
function* bmpBlocks(bytes: Uint8Array): Generator<Block> {
  try {
    yield* picturesAmong(bytes, bmpAttachments(bytes));
  } catch (error) {
    // A damaged header is reported where the picture is decoded.
    if (!(error instanceof PhotoError)) throw error;
  }
}

async function openBmp(bytes: Uint8Array): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, isCut } = decodeBmp(bytes, MAX_OWN_PIXELS);
  // In most files the fourth byte does not mean transparency, whatever its value.
  const pipeline = () => sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return { width, height, orientation: 1, unseen: cutOff(isCut), pipeline };
}

async function openIcon(bytes: Uint8Array): Promise<Picture> {
  const { isPng, file, pictures } = largestOfIcon(bytes);
  const picture = isPng ? await openWithSharp(file) : await openBmp(file);
  return { ...picture, unseen: [...furtherPictures(pictures), ...picture.unseen] };
}
