// JPEG 2000: recognised, its metadata read, its picture not decoded.
import { type Format, typeByBeginning } from '../format.js';

const MJ2 = 'video/mj2';
const JP2 = 'image/jp2';
const J2C = 'image/j2c';

const BEGINNINGS = {
  [MJ2]: ['\0\0\0\x0cjP  \r\n\x87\n????????mjp2'],
  [JP2]: ['\0\0\0\x0cjP  \r\n\x87\n'],
  [J2C]: ['\xff\x4f\xff\x51'],
};

export const jpeg2000: Format = {
  id: 'jpeg-2000',
  mediaTypes: [
    { type: JP2, name: 'JPEG 2000', kind: 'image', extensions: ['jp2', 'jpf', 'jph', 'jpm', 'jpx'] },
    { type: J2C, name: 'JPEG 2000 codestream', kind: 'image', extensions: ['j2c', 'j2k'] },
    { type: MJ2, name: 'Motion JPEG 2000', kind: 'video', extensions: ['mj2'], demuxer: 'mov' },
  ],
  identify: (head) => typeByBeginning(head, BEGINNINGS),
  reader: async (mediaType) => {
    const { pictureReader, videoReader } = await import('./reader.js');
    if (mediaType === MJ2) return videoReader;
    // A bare codestream holds no metadata that can be read.
    return mediaType === JP2 ? pictureReader : {};
  },
};
