// What is found in a part that should hold nothing to read, and what is not.
import { describe, expect, it } from 'vitest';
import { contentDespiteName } from '../../src/formats/content-despite-name.js';
import { jpeg } from '../helpers/attachments.js';
import { tiff, xmp } from '../helpers/metadata-files.js';

const bytes = (text: string, encoding: BufferEncoding = 'latin1') =>
  Buffer.concat([Buffer.alloc(9, 200), Buffer.from(text, encoding), Buffer.alloc(5, 1)]);
const found = (data: Buffer) => [...contentDespiteName(data, 'part')];
const kinds = (data: Buffer) => found(data).map(({ kind }) => kind);

describe('in a part that is harmless by name', () => {
  it.each(['mail erika@example.org today', 'geo:48.8656,2.3212', 'call +49 151 23456789'])('%s is a text', (text) => {
    expect(found(bytes(text))).toEqual([{ kind: 'text', name: 'part', text }]);
    expect(found(bytes(text, 'utf16le'))).toEqual([{ kind: 'text', name: 'part', text }]);
  });

  it('EXIF and XMP are blocks of their own, and no text', () => {
    expect(kinds(Buffer.concat([bytes('Foo'), tiff([])]))).toEqual(['tiff']);
    expect(kinds(Buffer.concat([Buffer.from('Exif\0\0'), tiff([])]))).toEqual(['tiff']);
    expect(kinds(bytes(xmp('<x:y xmlns:x="http://x.org/">erika@example.org</x:y>')))).toEqual(['xmp']);
  });

  it('pictures are found, also where they break off, and their own texts are theirs', async () => {
    const picture = await jpeg();
    expect(found(Buffer.concat([bytes('x'), picture, bytes('y')]))).toEqual([
      { kind: 'picture', what: 'preview', bytes: picture },
    ]);
    expect(kinds(Buffer.concat([bytes('x'), picture.subarray(0, 500)]))).toEqual(['picture']);
  });

  it.each([
    'x264 - core 157 - H.264/MPEG-4 AVC codec - Copyleft 2003-2019 - http://www.videolan.org/x264.html',
    'Copyright (c) 1998 Hewlett-Packard Company, sRGB IEC61966-2.1',
    '+1 0.0000 1.0000',
    'isomiso2avc1mp41',
  ])('%s is nothing', (text) => {
    expect(found(bytes(text))).toEqual([]);
  });

  it('bytes by chance are nothing', () => {
    const noise = Buffer.from(Array.from({ length: 65_536 }, (_, n) => ((n * 2_654_435_761) >>> 13) & 255));
    expect(found(noise)).toEqual([]);
  });
});
