// The operations on an AVI.
import type { FormatReader } from '../format.js';
import { describeAvi } from './blocks.js';

export const reader: FormatReader = { describeVideo: describeAvi };
