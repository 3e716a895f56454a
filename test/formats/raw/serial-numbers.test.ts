// The cameras' serial numbers, places and times in RAW formats that keep EXIF in parts of their
// own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { rawBlocks } from '../../../src/formats/raw/blocks.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { damaged } from '../../helpers/damage.js';
import { exifSegment, jpegWith, xmp } from '../../helpers/metadata-files.js';
import { ASCII, block, directory, RATIONAL, UNDEFINED } from '../../helpers/tiff-blocks.js';

const MAIN = block([
  [0x010f, ASCII, 'Canon'],
  [0x0110, ASCII, 'Canon EOS R6'],
]);
const EXIF = block([
  [0x9003, ASCII, '2025:06:01 18:02:11'],
  [0xa431, ASCII, '083021001234'],
  [0xa435, ASCII, '0000123456'],
]);
const NOTE = block([
  [0x0009, ASCII, 'Mira Example'],
  [0x0096, ASCII, 'XA0123456'],
]);
const GPS = block([
  [0x0001, ASCII, 'N'],
  [0x0002, RATIONAL, [48, 1, 51, 1, 56, 1]],
  [0x0003, ASCII, 'E'],
  [0x0004, RATIONAL, [2, 1, 19, 1, 16, 1]],
]);

const ID = Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex');
const XMP_ID = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

const cr3 = (...directories: readonly Buffer[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('crx '), uint(1, 4), Buffer.from('crx isom')),
    box('moov', box('uuid', ID, box('CNCV', Buffer.from('CanonCR3_001')), ...directories)),
    box(
      'uuid',
      XMP_ID,
      Buffer.from(xmp('<photoshop:City xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">Lyon</photoshop:City>')),
    ),
    box('mdat', Buffer.alloc(40)),
  ]);
const CR3 = cr3(box('CMT1', MAIN), box('CMT2', EXIF), box('CMT3', NOTE), box('CMT4', GPS));

describe('a CR3', () => {
  it('is read from its four directories', async () => {
    expect(await readMetadata(CR3, 'image/x-canon-cr3')).toMatchObject({
      takenAt: { value: '2025-06-01T18:02:11', source: 'exif' },
      location: { latitude: expect.closeTo(48.8656, 3), longitude: expect.closeTo(2.3211, 3) },
      device: { make: 'Canon', model: 'Canon EOS R6', serialNumber: '083021001234', lensSerialNumber: '0000123456' },
      names: [{ role: 'owner', names: ['Mira Example'] }],
      placeNames: ['Lyon'],
      isComplete: true,
    });
  });

  it('has the serial number of its maker note, too', async () => {
    const { device } = await readMetadata(cr3(box('CMT1', MAIN), box('CMT3', NOTE)), 'image/x-canon-cr3');
    expect(device.serialNumber).toBe('XA0123456');
  });

  it.each([
    ['without directories', cr3()],
    ['that breaks off', CR3.subarray(0, 200)],
  ])('%s is not complete', async (_what, bytes) => {
    const found = await readMetadata(bytes, 'image/x-canon-cr3').catch(({ code }: { code: string }) => code);
    expect(found === 'metadata-unreadable' || (typeof found === 'object' && !found.isComplete)).toBe(true);
  });
});

describe('an MRW', () => {
  const segment = (type: string, content: Buffer) =>
    Buffer.concat([Buffer.from(`\0${type}`, 'latin1'), uint(content.length, 4), content]);
  const mrw = (...segments: readonly Buffer[]) => {
    const content = Buffer.concat(segments);
    return Buffer.concat([Buffer.from('\0MRM', 'latin1'), uint(content.length, 4), content, Buffer.alloc(50, 7)]);
  };

  it('is read from its segment of EXIF', async () => {
    const exif = block([
      [0x010f, ASCII, 'KONICA MINOLTA'],
      [0x0110, ASCII, 'DYNAX 5D'],
      [0xa431, ASCII, '00112233'],
    ]);
    const bytes = mrw(segment('PRD', Buffer.alloc(24)), segment('TTW', exif), segment('WBG', Buffer.alloc(12)));
    expect(await readMetadata(bytes, 'image/x-minolta-mrw')).toMatchObject({
      ...{ device: { model: 'DYNAX 5D', serialNumber: '00112233' }, isComplete: true },
    });
  });

  it('without one is unreadable', async () => {
    const bytes = mrw(segment('PRD', Buffer.alloc(24)));
    await expect(readMetadata(bytes, 'image/x-minolta-mrw')).rejects.toMatchObject({ code: 'metadata-unreadable' });
  });
});

describe('an RW2', () => {
  it('is read from the EXIF of its preview, too', async () => {
    // The maker note follows the table of two fields, and the make. Its offsets count from the
    // block.
    const noteAt = 8 + 2 + 2 * 12 + 4 + 'Panasonic\0'.length;
    const inNote = directory(noteAt + 12, [[0x0025, UNDEFINED, Buffer.from('F05 0506110123\0\0', 'latin1')]]);
    const exif = block([
      [0x010f, ASCII, 'Panasonic'],
      [0x927c, UNDEFINED, Buffer.concat([Buffer.from('Panasonic\0\0\0', 'latin1'), inNote])],
    ]);
    const jpeg = await jpegWith(exifSegment(exif));
    const fields = directory(8, [
      [0x010f, ASCII, 'Panasonic'],
      [0x0110, ASCII, 'DC-GH5'],
      [0x002e, UNDEFINED, jpeg],
    ]);
    const bytes = Buffer.concat([Buffer.from('IIU\0\x08\0\0\0', 'latin1'), fields]);
    const { device } = await readMetadata(bytes, 'image/x-panasonic-rw2');
    expect(device).toMatchObject({ model: 'DC-GH5', serialNumber: expect.stringContaining('F05') });
  });
});

it('any bytes are read quickly, or throw one of our own errors', () => {
  fc.assert(
    fc.property(damaged(CR3), (bytes) => {
      try {
        for (const part of rawBlocks(bytes)) expect(part.kind).toBeTypeOf('string');
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 300 },
  );
});
