import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withUnpacked } from '../../src/metadata/unpacked-texts.js';

const TEXT = '{"lat":48.8584,"lon":2.2945,"mail":"mira.sanders@lake-example.org"}';
const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64');
const unpackedOf = (value: string) =>
  withUnpacked([{ block: 'file', name: 'Comment', within: [], value }])
    .slice(1)
    .map((tag) => tag.value);

describe('a packed text', () => {
  it.each([
    ['in base 64', base64(TEXT)],
    ['in base 64 of an address', Buffer.from(TEXT).toString('base64url')],
    ['in hexadecimal digits', Buffer.from(TEXT).toString('hex')],
    ['compressed', base64(gzipSync(TEXT))],
    ['escaped', encodeURIComponent(TEXT)],
  ])('is read: %s', (_how, packed) => {
    expect(unpackedOf(packed)).toEqual([TEXT]);
  });

  it('is read where it is packed twice', () => {
    expect(unpackedOf(base64(base64(TEXT)))).toEqual([base64(TEXT), TEXT]);
  });

  it.each([
    'd41d8cd98f00b204e9800998ecf8427e',
    '9B4585D7AE5A4679B098C883D2289C22',
    'AbCdEfGhIjKlMnOpQrStUvWxYz0=',
    'Longer/words/in/a/path',
    'photographerphotographer',
    '100% of 20 % at 5%20off',
  ])('is none: %s', (text) => {
    expect(unpackedOf(text)).toEqual([]);
  });
});
