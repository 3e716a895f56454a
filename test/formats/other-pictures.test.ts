import { describe, expect, it } from 'vitest';
import { identify } from '../../src/formats/identify.js';

const bytes = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');
const typeOf = (text: string, name = 'a') => identify(bytes(text), name)?.mediaType ?? null;

describe('a picture that is not decoded', () => {
  it.each([
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['image/svg+xml', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC "a">\n<svg:svg>'],
    ['image/x-portable-arbitrarymap', 'P7\nWIDTH 4\n'],
    ['image/x-portable-anymap', 'PF\n4 4\n-1.0\n'],
    ['image/qoi', 'qoif\0\0\0\x04'],
    ['image/vnd.zbrush.pcx', '\n\x05\x01\x08\0\0'],
    ['image/x-sgi', '\x01\xda\x01\x01'],
    ['image/x-icns', 'icns\0\0\x10\0'],
    ['image/x-win-cursor', '\0\0\x02\0\x01\0\x20\x20\0\0\0\0\0\0\xa8\x10\0\0\x16\0\0\0'],
    ['image/vnd-ms.dds', 'DDS |\0\0\0'],
    ['image/x-exr', 'v/1\x01'],
    ['image/vnd.radiance', '#?RADIANCE\n'],
    ['application/postscript', '%!PS-Adobe-3.0\n'],
    ['image/fits', 'SIMPLE  =                    T'],
    ['application/x-indesign', '\x06\x06\xed\xf5\xd8\x1d\x46\xe5'],
    ['application/x-clip-studio', 'CSFCHUNK'],
    ['image/ktx2', '\xabKTX 20\xbb'],
    ['image/x-nrrd', 'NRRD0004\n'],
    ['video/x-red-r3d', '\0\0\x04\0RED2'],
    ['application/mxf', '\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02\x01'],
    ['application/dicom', `${'\0'.repeat(128)}DICM`],
  ])('%s is recognised by its content, whatever its name', (type, text) => {
    expect(typeOf(text)).toBe(type);
    expect(typeOf(text, 'IMG_1.jpg')).toBe(type);
  });

  it.each([
    'tga',
    'wbmp',
    'fits',
    'ai',
    'ps',
    'r3d',
    'mxf',
    'pict',
    'pcd',
    'svgz',
    'kra',
    'dcm',
    'ptx',
    'eip',
    'rwz',
    'bay',
    'ari',
    'livp',
  ])('is a target by the extension %s', (extension) => {
    expect(identify(bytes('?'), `a.${extension}`)?.mediaType).toBe('application/octet-stream');
  });

  it.each([
    ['a page with a drawing in it', '<!DOCTYPE html><html><svg>'],
    ['a text about one', 'use <svg> for drawings'],
    ['numbers', '\n\x07\x01\x08'],
  ])('is not %s', (_what, text) => {
    expect(typeOf(text, 'a.txt')).toBeNull();
  });
});
