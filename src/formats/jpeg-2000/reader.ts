// What can be done with a JPEG 2000.
import type { FormatReader } from '../format.js';
import { jp2Blocks } from './blocks.js';

export const reader: FormatReader = { blocks: jp2Blocks };
