// The operations on a video made of boxes.
import type { FormatReader } from '../format.js';
import { cleanMp4 } from './clean.js';
import { describeVideo } from './description.js';

export const reader: FormatReader = { describeVideo, cleanVideo: cleanMp4 };
