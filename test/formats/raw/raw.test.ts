// The formats of camera makers: owner, device and time in them, and the pictures that they name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotoError } from '../../../src/errors.js';
import { MalformedError } from '../../../src/formats/byte-reader.js';
import { rawBlocks } from '../../../src/formats/raw/blocks.js';
import { ciffBlocks } from '../../../src/formats/raw/ciff.js';
import { x3fBlocks } from '../../../src/formats/raw/x3f.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { afcp, avi, chunk, ciff, list, nestedCiff, x3f } from '../../helpers/camera-files.js';
import { embeddedIn, namedIn } from '../../helpers/format-readers.js';
import { jpegWith, picture } from '../../helpers/metadata-files.js';
import { readVideo } from '../../helpers/video-boxes.js';

const SMALL = await picture().jpeg().toBuffer();
const TAKEN = { value: '2004-02-29T18:02:11', source: 'exif' };

describe('CIFF', () => {
  it('names owner, camera and time, and holds a preview', async () => {
    const file = ciff(SMALL);
    expect(await readMetadata(file, 'image/x-canon-crw')).toMatchObject({
      takenAt: TAKEN,
      device: { make: 'ACME', model: 'EOS Pocket', serialNumber: '12345' },
      names: [{ role: 'owner', names: ['Mira Example'] }],
      isComplete: true,
    });
    expect(embeddedIn(file, 'image/x-canon-crw')).toMatchObject([{ what: 'preview', offset: file.indexOf(SMALL) }]);
  });

  it('states the same inside a JPEG', async () => {
    const file = await jpegWith([0xe0, ciff(Buffer.alloc(8), 'HEAPJPGM')]);
    expect(await readMetadata(file, 'image/jpeg')).toMatchObject({
      takenAt: TAKEN,
      names: [{ role: 'owner', names: ['Mira Example'] }],
    });
  });

  it('of other cameras has another number where EOS cameras have the number of the body', async () => {
    const { device } = await readMetadata(ciff(SMALL, 'HEAPCCDR', 'Pocket'), 'image/x-canon-crw');
    expect(device).toMatchObject({ model: 'Pocket', serialNumber: null });
  });

  it('keeps what could be read before it breaks off', async () => {
    const file = ciff(SMALL);
    // The length of its time.
    file.writeUInt32LE(0xffff, file.indexOf(Buffer.from([0x0e, 0x18])) + 2);
    expect(await readMetadata(file, 'image/x-canon-crw')).toMatchObject({
      ...{ takenAt: null, device: { make: 'ACME' }, isComplete: false },
      names: [{ role: 'owner', names: ['Mira Example'] }],
    });
    expect(namedIn(file, 'image/x-canon-crw')).toHaveLength(1);
  });

  it('whose heaps contain each other is read quickly', () => {
    const begun = performance.now();
    expect(() => [...ciffBlocks(nestedCiff(5, 100))]).toThrow(MalformedError);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('without a byte order mark is malformed', () => {
    const file = ciff(SMALL);
    file.write('XX');
    expect(() => [...ciffBlocks(file)]).toThrow(MalformedError);
  });
});

describe('RAF', () => {
  /** A header, and a JPEG where it states. */
  const raf = (jpeg: Buffer) => {
    const header = Buffer.alloc(100);
    header.write('FUJIFILMCCD-RAW');
    header.writeUInt32BE(100, 84);
    header.writeUInt32BE(jpeg.length, 88);
    return Buffer.concat([header, jpeg]);
  };

  it('holds a preview', () => {
    expect(embeddedIn(raf(SMALL), 'image/x-fuji-raf')).toMatchObject([{ what: 'preview', offset: 100 }]);
  });

  it.each([
    ['its header', 90],
    ['its preview', 100 + SMALL.length - 1],
  ])('that breaks off within %s is malformed', (_where, length) => {
    expect(() => [...rawBlocks(raf(SMALL).subarray(0, length))]).toThrow(MalformedError);
  });
});

describe('X3F', () => {
  it('names camera and time, and holds a preview', async () => {
    const file = x3f(SMALL);
    expect(await readMetadata(file, 'image/x-sigma-x3f')).toMatchObject({
      takenAt: TAKEN,
      device: { make: 'ACME', serialNumber: '0012345', uniqueIds: [{ value: 'ab'.repeat(16) }] },
    });
    expect(embeddedIn(file, 'image/x-sigma-x3f')).toMatchObject([{ what: 'preview', offset: file.indexOf(SMALL) }]);
  });

  it('whose sections share bytes is malformed', () => {
    const file = x3f(SMALL);
    const directory = file.indexOf('SECd');
    // The second section starts where the first one does and ends a little later.
    file.copy(file, directory + 24, directory + 12, directory + 20);
    file.writeUInt32LE(file.length - 60, directory + 28);
    expect(() => [...x3fBlocks(file)]).toThrow(MalformedError);
  });

  it('has no names but its own for properties, and no longer ones', () => {
    const named = x3f(SMALL, ['constructor', 'ACME', 'CAMSERIAL', '1'.repeat(5000), 'TIME', '0']);
    const tags = [...x3fBlocks(named)].flatMap((block) => (block.kind === 'tags' ? block.tags : []));
    expect(tags.map(({ name, value }) => [name, value.length])).toEqual([
      ['ImageUniqueID', 32],
      ['SerialNumber', 1000],
    ]);
  });
});

describe('AVI', () => {
  const text = (value: string) => Buffer.from(`${value}\0`);

  it.each([['2004/02/29 18:02:11'], ['Sun Feb 29 18:02:11 2004\n']])(
    'states when it was taken: %j',
    async (written) => {
      const found = await readVideo(avi(list('hdrl', chunk('IDIT', text(written)))), 'video/x-msvideo');
      expect(found.takenAt).toEqual({ value: '2004-02-29T18:02:11', source: 'quicktime' });
      expect(found.otherText).toEqual([]);
    },
  );

  it('names its maker, and holds texts', async () => {
    const file = avi(list('INFO', chunk('IART', text('Mira Example')), chunk('ICMT', text('at our new flat'))));
    expect(await readVideo(file, 'video/x-msvideo')).toMatchObject({
      names: [{ role: 'artist', names: ['Mira Example'] }],
      otherText: [{ tag: 'ICMT', value: 'at our new flat' }],
      isComplete: true,
    });
  });

  it('is incomplete where it breaks off', async () => {
    const file = avi(list('INFO', chunk('IART', text('Mira Example'))));
    expect((await readVideo(file.subarray(0, file.length - 20), 'video/x-msvideo')).isComplete).toBe(false);
  });
});

it('AFCP after the picture is read, with the IPTC in it', async () => {
  const field = Buffer.from([0x1c, 2, 90, 0, 4, ...Buffer.from('Lyon')]);
  const plain = await jpegWith();
  const file = Buffer.concat([plain, afcp(plain.length, field)]);
  expect((await readMetadata(file, 'image/jpeg')).placeNames).toEqual(['Lyon']);
});

it('whatever they hold, reading them ends quickly in metadata or in one of our own errors', async () => {
  const whole = { 'image/x-canon-crw': ciff(SMALL), 'image/x-sigma-x3f': x3f(SMALL) } as const;
  const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('image/x-canon-crw' as const, 'image/x-sigma-x3f' as const),
      damage,
      async (kind, changes) => {
        const bytes = Buffer.from(whole[kind]);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        namedIn(bytes, kind);
        await readMetadata(bytes, kind).catch((error: unknown) => expect(error).toBeInstanceOf(PhotoError));
      },
    ),
    { numRuns: 300 },
  );
});
