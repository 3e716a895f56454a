// The registry of formats: what each entry owes, and that a new format is one folder and one line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Format, type FormatReader, typeByBeginning } from '../../src/formats/format.js';
import { identify } from '../../src/formats/identify.js';
import { createRegistry, FORMATS, mediaTypeOf, readerFor } from '../../src/formats/registry.js';
import { readMetadata } from '../../src/metadata/read.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const FOLDER = join(SRC, 'formats');

const mediaTypes = FORMATS.flatMap((format) => format.mediaTypes);

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe('formats', () => {
  it('have a folder of their own each, which bears their id', () => {
    const indexes = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'index.ts')));
    expect(FORMATS.map(({ id }) => id).toSorted()).toEqual(indexes.toSorted());
  });

  it('share no media type and no extension', () => {
    expect(repeated(mediaTypes.map(({ type }) => type))).toEqual([]);
    expect(repeated(mediaTypes.flatMap(({ extensions }) => extensions))).toEqual([]);
  });

  it('of videos name a demuxer, those of pictures none', () => {
    expect(mediaTypes.filter(({ kind, demuxer }) => (kind === 'video') !== (demuxer !== undefined))).toEqual([]);
  });

  it('call no empty file theirs', () => {
    expect(FORMATS.filter((format) => format.identify({ bytes: new Uint8Array(), text: '', extension: '' }))).toEqual(
      [],
    );
  });

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s gives a reader for each of its types',
    async (_id, format) => {
      for (const { type } of format.mediaTypes) expect(await readerFor(type)).toBeTypeOf('object');
    },
  );
});

describe('media types', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const naming = files.filter((name) => /'(?:image|video)\//.test(readFileSync(join(SRC, name), 'utf8')));

  it('are named in the folders of formats alone', () => {
    expect(naming.filter((name) => !/^formats[\\/][\w-]+[\\/]/.test(name))).toEqual([]);
  });

  it.each(mediaTypes.map(({ type }) => type))('%s is named in one folder', (type) => {
    const folders = naming
      .filter((name) => readFileSync(join(SRC, name), 'utf8').includes(`'${type}'`))
      .map((name) => name.split(/[\\/]/)[1]);
    expect(new Set(folders).size).toBe(1);
  });
});

describe('a toy format', () => {
  const TOY = 'image/x-toy';
  const reader: FormatReader = {
    *blocks(bytes) {
      yield { kind: 'text', name: 'Caption', text: Buffer.from(bytes.subarray(3)).toString() };
    },
  };
  const toy: Format = {
    id: 'toy',
    mediaTypes: [{ type: TOY, name: 'Toy', kind: 'image', extensions: ['toy'] }],
    identify: (head) => typeByBeginning(head, { [TOY]: ['TOY'] }),
    reader: async () => reader,
  };
  const registry = createRegistry([...FORMATS, toy]);
  const file = Buffer.from('TOYfor Ann');

  it('is unknown without its line', () => {
    expect(identify(file, 'a.toy')).toBeNull();
    expect(mediaTypeOf(TOY)).toBeUndefined();
  });

  it('with its line is found by content and by extension, and its metadata are read', async () => {
    expect(identify(file, 'a', undefined, registry)).toEqual({ kind: 'image', mediaType: TOY });
    expect(identify(Buffer.from('?'), 'a.toy', undefined, registry)).toMatchObject({ kind: 'image' });
    expect((await readMetadata(file, TOY, registry)).otherText).toEqual([{ tag: 'Caption', value: 'for Ann' }]);
  });
});
