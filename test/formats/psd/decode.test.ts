// The merged picture of a Photoshop document: its layers, CMYK, and the format for large documents.
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { decodePsd } from '../../../src/formats/psd/decode.js';

const [GREY, CMYK] = [1, 4];
const MAX_PIXELS = 1000;

interface Made {
  readonly mode?: number;
  readonly channels?: number;
  /** With offsets of eight bytes, as documents of more than 2 GiB have them. */
  readonly isLarge?: boolean;
  /** As stored: below 0 where the first transparency channel belongs to the merged picture. */
  readonly layers?: number;
  /** Compression, and what follows it. */
  readonly data: readonly Buffer[];
}

/** Two pixels wide and one high. */
function document({ mode = GREY, channels = 1, isLarge = false, layers = 0, data }: Made): Buffer {
  const long = (value: number) => Buffer.concat([Buffer.alloc(isLarge ? 4 : 0), uint(value, 4)]);
  const header = [Buffer.from('8BPS'), uint(isLarge ? 2 : 1, 2), Buffer.alloc(6), uint(channels, 2), uint(1, 4)];
  const info = layers === 0 ? [] : [long(4), uint(layers & 0xffff, 2), uint(0, 2)];
  const section = Buffer.concat(info);
  return Buffer.concat([
    ...[...header, uint(2, 4), uint(8, 2), uint(mode, 2), uint(0, 4), uint(0, 4)],
    ...[long(section.length), section, ...data],
  ]);
}

const PLAIN = uint(0, 2);
const PACKED = uint(1, 2);
const decoded = (made: Made) => decodePsd(document(made), MAX_PIXELS);

describe('the merged picture', () => {
  it.each([-2, 2])('comes with the number of layers, stored as %d', (layers) => {
    expect(decoded({ layers, data: [PLAIN, Buffer.from([1, 2])] }).layers).toBe(2);
  });

  it('has no layers where their section holds only other data', () => {
    const bytes = document({ layers: 2, data: [PLAIN, Buffer.from([1, 2])] });
    // The length of the part with the layers.
    bytes.writeUInt32BE(0, 26 + 4 + 4 + 4);
    expect(decodePsd(bytes, MAX_PIXELS)).toMatchObject({ layers: 0, isCut: false });
  });

  it.each([
    ['compression', { data: [uint(2, 2), Buffer.alloc(9)] }],
    ['mode', { mode: 9, channels: 3, data: [PLAIN, Buffer.alloc(9)] }],
    ['number of channels', { mode: CMYK, channels: 3, data: [PLAIN, Buffer.alloc(9)] }],
  ])('of an unknown %s is not decoded', (_what, made) => {
    const error = expect.objectContaining({ code: 'format-unsupported', detail: 'PHOTOSHOP' });
    expect(() => decoded(made)).toThrow(error);
  });

  it('in CMYK is darkened by its black channel', () => {
    const inks = Buffer.from([200, 0, 100, 0, 50, 0, 51, 255]);
    expect([...decoded({ mode: CMYK, channels: 4, data: [PLAIN, inks] }).data]).toEqual([40, 20, 10, 0, 0, 0]);
  });

  it('of a large document is found after lengths of eight bytes, its rows after lengths of four', () => {
    const rows = [PACKED, uint(2, 4), Buffer.from([255, 9])];
    const { data, layers, isCut } = decoded({ isLarge: true, layers: 3, data: rows });
    expect([[...data], layers, isCut]).toEqual([[9, 9], 3, false]);
  });

  it.each([14, 18])('is corrupt where the number at %d, of its height or width, is 0', (at) => {
    const bytes = document({ data: [PLAIN, Buffer.from([1, 2])] });
    bytes.writeUInt32BE(0, at);
    expect(() => decodePsd(bytes, MAX_PIXELS)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('is cut where its last row is full but was longer in the file', () => {
    const rows = (length: number) => [PACKED, uint(length, 2), Buffer.from([255, 9])];
    expect(decoded({ data: rows(2) }).isCut).toBe(false);
    expect(decoded({ data: rows(3) })).toMatchObject({ data: Uint8Array.from([9, 9]), isCut: true });
  });
});
