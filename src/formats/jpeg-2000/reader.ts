// The operations on a JPEG 2000.
import type { FormatReader } from '../format.js';
import { describeVideo } from '../mp4/description.js';
import { jp2Blocks } from './blocks.js';

export const pictureReader: FormatReader = { blocks: jp2Blocks };

/** Motion JPEG 2000 is made of boxes as MP4 is. */
export const videoReader: FormatReader = { describeVideo };
