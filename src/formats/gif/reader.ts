// The operations on a GIF.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { gifBlocks } from './blocks.js';

export const reader: FormatReader = { blocks: gifBlocks, decode: (bytes) => openWithSharp(bytes), isReadBySharp: true };
