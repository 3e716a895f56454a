import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../src/formats/byte-reader.js';
import { phaseOneSerial } from '../../../src/formats/tiff/phase-one.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { damaged, expectBounded } from '../../helpers/damage.js';
import { exifSegment, jpegWith, tiff } from '../../helpers/metadata-files.js';

/** A note with its serial number after the directory. */
function note(serial: string, isLittle = true): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (isLittle) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const text = Buffer.from(`${serial}\0`);
  const entry = (tag: number, size: number, value: number) => [u32(tag), u32(1), u32(size), u32(value)];
  return Buffer.concat([
    Buffer.from(isLittle ? 'IIIICwaR' : 'MMMMRawC', 'latin1'),
    ...[u32(12), u32(2), u32(0)],
    ...entry(0x0100, 4, 7),
    ...entry(0x0102, text.length, 12 + 8 + 32),
    text,
  ]);
}

describe("Phase One's note", () => {
  it('has the serial number of the back, in either byte order', () => {
    expect(phaseOneSerial(readerOf(note('LD009955')))).toBe('LD009955');
    expect(phaseOneSerial(readerOf(note('LD009955', false)))).toBe('LD009955');
    expect(phaseOneSerial(readerOf(Buffer.from('Nikon\0\x02\x10\0\0II*\0')))).toBeNull();
  });

  it('is read in EXIF', async () => {
    const block = tiff([[0x010f, 'ascii', 'Phase One']], { 34665: [[0x927c, 'bytes', note('LD009955')]] });
    const { device } = await readMetadata(await jpegWith(exifSegment(block)), 'image/jpeg');
    expect(device.serialNumber).toBe('LD009955');
  });

  it('of any bytes is read within its end', () => {
    fc.assert(
      fc.property(damaged(note('LD009955')), (bytes) => expectBounded(bytes, phaseOneSerial)),
      { numRuns: 100 },
    );
  });
});

describe("InfiRay's sensors", () => {
  const sensors = Buffer.alloc(768);
  sensors.write('P200019B1', 0x0c0);
  sensors.write('P200019B2', 0x240);
  const mark = Buffer.from('\0\0\0\x01IJPEG\0\0', 'latin1');

  it('have serial numbers where the maker marks the file', async () => {
    const marked = await readMetadata(await jpegWith([0xe2, mark], [0xe9, sensors]), 'image/jpeg');
    expect(marked.device.serialNumber).toBe('P200019B1');
    const plain = await readMetadata(await jpegWith([0xe9, sensors]), 'image/jpeg');
    expect(plain.device.serialNumber).toBeNull();
  });
});
