// Serial numbers of InfiRay's thermal cameras: fields of fixed width in APP9 describe the sensors,
// where APP2 has the maker's mark. The layout is the one that ExifTool documents.
import type { ByteReader } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { type Tag, textUntilNul } from '../tag.js';
import { APP0, APP2, type JpegSegment } from './segments.js';

const MARK = 'IJPEG\0';
const MARK_AT = 4;
const APP9 = APP0 + 9;

/** Offsets of the serial numbers of the thermal sensor and of the camera beside it. */
const SERIALS_AT = [0x0c0, 0x240];
const SERIAL_BYTES = 32;

export function* infiRayBlocks(file: ByteReader, segments: readonly JpegSegment[]): Generator<Block> {
  const isMarked = segments.some(
    ({ marker, start }) => marker === APP2 && file.latin1(start + MARK_AT, MARK.length) === MARK,
  );
  if (!isMarked) return;
  const tags = segments
    .filter(({ marker }) => marker === APP9)
    .flatMap(({ start, end }) =>
      SERIALS_AT.filter((at) => start + at + SERIAL_BYTES <= end).map((at): Tag => {
        const value = textUntilNul(file.bytes(start + at, start + at + SERIAL_BYTES));
        return { block: 'maker', name: 'SerialNumber', within: [], value };
      }),
    );
  if (tags.length > 0) yield { kind: 'tags', tags };
}
