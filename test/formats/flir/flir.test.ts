// FLIR's thermal images, and GoPro's photos: serial numbers and places in segments of their makers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { flirBlocks } from '../../../src/formats/flir/flir.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { damaged } from '../../helpers/damage.js';
import { jpegWith } from '../../helpers/metadata-files.js';
import { gpmfSettings, gps5, NOWHERE, PLACE } from '../../helpers/telemetry.js';

const text = (words: string) => Buffer.from(words, 'latin1');

function camera(serial = '63912345'): Buffer {
  const record = Buffer.alloc(0x400);
  record.write('FLIR T640', 0xd4, 'latin1');
  record.write(serial, 0x104, 'latin1');
  record.write('59012345', 0x1a0, 'latin1');
  return record;
}

function gps([latitude, longitude] = PLACE): Buffer {
  const record = Buffer.alloc(0x70);
  record.writeUInt32LE(1, 0);
  record.write(latitude < 0 ? 'S' : 'N', 8, 'latin1');
  record.write(longitude < 0 ? 'W' : 'E', 10, 'latin1');
  record.writeDoubleLE(Math.abs(latitude), 0x10);
  record.writeDoubleLE(Math.abs(longitude), 0x18);
  return record;
}

/** A file of records in big-endian numbers; the records have an order of their own. */
function fff(...records: readonly (readonly [type: number, content: Buffer])[]): Buffer {
  const head = Buffer.alloc(64);
  head.write('FFF\0', 'latin1');
  head.writeUInt32BE(101, 0x14);
  head.writeUInt32BE(64, 0x18);
  head.writeUInt32BE(records.length, 0x1c);
  let at = 64 + 32 * records.length;
  const table = records.map(([type, { length }]) => {
    const entry = Buffer.concat([uint(type, 2), Buffer.alloc(10), uint(at, 4), uint(length, 4), Buffer.alloc(12)]);
    at += length;
    return entry;
  });
  return Buffer.concat([head, ...table, ...records.map(([, content]) => content)]);
}

const segments = (file: Buffer, size = file.length): [number, Buffer][] => {
  const count = Math.ceil(file.length / size);
  return Array.from({ length: count }, (_, index) => [
    0xe1,
    Buffer.concat([
      text('FLIR\0\x01'),
      uint(index, 1),
      uint(count - 1, 1),
      file.subarray(index * size, (index + 1) * size),
    ]),
  ]);
};

const WHOLE = fff([0x01, Buffer.alloc(64)], [0x20, camera()], [0x2b, gps()]);

describe('a thermal image of FLIR', () => {
  it.each([
    ['one segment', segments(WHOLE)],
    ['several segments', segments(WHOLE, 500)],
    ['several segments in another order', segments(WHOLE, 500).toReversed()],
  ])('states camera, lens and place in %s', async (_how, made) => {
    expect(await readMetadata(await jpegWith(...made), 'image/jpeg')).toMatchObject({
      device: { model: 'FLIR T640', serialNumber: '63912345', lensSerialNumber: '59012345' },
      location: { latitude: expect.closeTo(PLACE[0], 6), longitude: expect.closeTo(PLACE[1], 6) },
      isComplete: true,
    });
  });

  it('without a fix states no place', async () => {
    const record = gps(NOWHERE).fill(0, 0, 4);
    expect(await readMetadata(await jpegWith(...segments(fff([0x2b, record]))), 'image/jpeg')).toMatchObject({
      ...{ location: null, unreadPlaces: [], isComplete: true },
    });
  });

  it('that breaks off is not complete', async () => {
    const bytes = await jpegWith(...segments(WHOLE.subarray(0, 300)));
    await expect(readMetadata(bytes, 'image/jpeg')).rejects.toMatchObject({ code: 'metadata-unreadable' });
  });

  it('of any bytes throws none but our own errors', () => {
    fc.assert(
      fc.property(damaged(Buffer.concat([text('FLIR\0\x01\0\0'), WHOLE])), (bytes) => {
        try {
          for (const part of flirBlocks([bytes])) expect(part.kind).toBe('tags');
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a photo of a GoPro', () => {
  it('states its serial number', async () => {
    const bytes = await jpegWith([0xe6, Buffer.concat([text('GoPro\0'), gpmfSettings()])]);
    expect(await readMetadata(bytes, 'image/jpeg')).toMatchObject({
      ...{ device: { serialNumber: 'C3471325208909', model: 'HERO8 Black' }, isComplete: true },
    });
  });

  it('states its place', async () => {
    const bytes = await jpegWith([0xe6, Buffer.concat([text('GoPro\0'), gps5()])]);
    expect((await readMetadata(bytes, 'image/jpeg')).location).toMatchObject({ latitude: expect.closeTo(PLACE[0], 5) });
  });
});
