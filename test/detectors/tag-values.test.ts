import { describe, expect, it } from 'vitest';
import type { DetectContext } from '../../src/detectors/detector.js';
import { tagValues } from '../../src/detectors/tag-values/index.js';
import { openPhoto } from '../../src/photo/open.js';
import type { Detection } from '../../src/types/detection.js';
import {
  exifSegment,
  iptcSegment,
  jpegWith,
  pngWith,
  type Segment,
  tiff,
  xmp,
  xmpSegment,
} from '../helpers/metadata-files.js';

const CONTEXT = {} as DetectContext;
const IBAN = 'DE89370400440532013000';
const KEY = 'sk-Zq81bVn3LmT0xWc7RyKd25HfPaEs94UjGhTn6QoIvB1rXeMu';

function detect(bytes: Uint8Array, mediaType = 'image/jpeg'): Promise<readonly Detection[]> {
  const target = { path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType } as const;
  return tagValues.detect(openPhoto(target, bytes), CONTEXT);
}

const inJpeg = async (...segments: readonly Segment[]) => detect(await jpegWith(...segments));
const seen = (found: readonly Detection[]) =>
  found.map(({ label, source, evidence }) => [label, source.tag, evidence.value]);

const text = (keyword: string, value: string) => ['tEXt', Buffer.from(`${keyword}\0${value}`, 'latin1')] as const;
const PLUS = 'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"';
const CORE = 'xmlns:c="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"';

describe('values in tags', () => {
  it('are found in every kind of tag, with the name of the tag', async () => {
    const block = tiff(
      [
        [0x010e, 'ascii', `Pay to ${IBAN}`],
        [0x010f, 'ascii', `mira@lake-example.org IBAN ${IBAN}`],
        [0x0110, 'ascii', 'call +49 30 901820745'],
      ],
      { 34665: [[0x9286, 'bytes', Buffer.from('ASCII\0\0\0Passwort: xK7!pQ22zz')]] },
    );
    const found = await inJpeg(
      exifSegment(block),
      iptcSegment([120, Buffer.from('Born on 12 August 1974')], [118, Buffer.from('Tel. 030 901820745')]),
      xmpSegment(xmp(`<m:Any xmlns:m="http://example.org/mine/">visit me: 12 Rue de Lyon, 69003 Lyon</m:Any>`)),
      [0xfe, Buffer.from('4111 1111 1111 1111')],
    );
    expect(seen(found)).toEqual(
      expect.arrayContaining([
        ['tag-iban', 'ImageDescription', IBAN],
        ['tag-email-address', 'Make', 'mira@lake-example.org'],
        ['tag-phone-number', 'Model', '+4930901820745'],
        ['tag-secret', 'UserComment', 'xK7!pQ22zz'],
        ['tag-postal-address', 'unnamed', '12 Rue de Lyon, 69003 Lyon'],
        ['tag-payment-card-number', 'Comment', '4111111111111111'],
        ['tag-phone-number', 'Contact', '030901820745'],
        ['tag-date-of-birth', 'Caption', '1974-08-12'],
      ]),
    );
    expect(found).toHaveLength(8);
    for (const { detector, label, source, region } of found) {
      expect(Object.keys(tagValues.labels)).toContain(label);
      expect([detector, source.picture, region]).toEqual(['tag-values', 'file', null]);
    }
  });

  it('are found in prompts: in JSON by the key before them, in NaN and cut-off JSON, in settings of a generator', async () => {
    const prompt = JSON.stringify({ 4: { class_type: 'StabilityAPI', inputs: { api_key: KEY, prompt: 'harbour' } } });
    expect(seen(await detect(await pngWith(text('prompt', prompt)), 'image/png'))).toEqual([
      ['tag-secret', 'prompt', KEY],
    ]);
    const cutOff = `{"a": NaN, "inputs": {"wifi_key": "tr0ub4dor&3", "account": 4111111111111111, "x": "unfin`;
    expect(seen(await detect(await pngWith(text('workflow', cutOff)), 'image/png'))).toEqual([
      ['tag-payment-card-number', 'workflow', '4111111111111111'],
      ['tag-secret', 'workflow', 'tr0ub4dor&3'],
    ]);
    const parameters =
      'portrait of a man, mail mira@lake-example.org\nNegative prompt: blur\nSteps: 20, Seed: 4052719376, Size: 512x512';
    expect(seen(await detect(await pngWith(text('parameters', parameters)), 'image/png'))).toEqual([
      ['tag-email-address', 'parameters', 'mira@lake-example.org'],
    ]);
  });

  it('are what the name of their tag states', async () => {
    const found = await inJpeg(
      xmpSegment(
        xmp(`<c:CreatorContactInfo ${CORE} rdf:parseType="Resource"><c:CiAdrExtadr>Lindenallee 14</c:CiAdrExtadr>
          <c:CiAdrPcode>10117</c:CiAdrPcode><c:CiAdrCity>Berlin</c:CiAdrCity>
          <c:CiTelWork>0 30 / 12 34 56</c:CiTelWork><c:CiEmailWork>mira@lake.beispiel</c:CiEmailWork>
          </c:CreatorContactInfo>
          <plus:LicensorStreetAddress ${PLUS}>9 Elm Court</plus:LicensorStreetAddress>
          <m:HomePhone xmlns:m="http://example.org/mine/">55 12 34</m:HomePhone>`),
      ),
    );
    expect(seen(found)).toEqual([
      ['tag-phone-number', 'Iptc4xmpCore:CiTelWork', '0 30 / 12 34 56'],
      ['tag-email-address', 'Iptc4xmpCore:CiEmailWork', 'mira@lake.beispiel'],
      ['tag-phone-number', 'unnamed', '55 12 34'],
      ['tag-postal-address', 'Iptc4xmpCore:CiAdrExtadr', 'Lindenallee 14, 10117, Berlin'],
      ['tag-postal-address', 'plus:LicensorStreetAddress', '9 Elm Court'],
    ]);
  });

  it('have the name of their tag as a label', async () => {
    expect(seen(await detect(await pngWith(text('api_key', 'qT7-rrX92-plov')), 'image/png'))).toEqual([
      ['tag-secret', 'unnamed', 'qT7-rrX92-plov'],
    ]);
  });

  it('are each reported once', async () => {
    const block = tiff([[0x010e, 'ascii', `Pay to ${IBAN}`]]);
    expect(await inJpeg(exifSegment(block), [0xfe, Buffer.from(IBAN)])).toHaveLength(1);
  });

  it('are none in what cameras and programs write', async () => {
    const block = tiff(
      [
        [0x010f, 'ascii', 'NIKON CORPORATION'],
        [0x0110, 'ascii', 'NIKON D300'],
        [0x0131, 'ascii', 'S911BXXU3CXD5'],
        [0x013b, 'ascii', 'Mira Example'],
        [0x8298, 'ascii', '(c) 2024 Mira Example'],
      ],
      { 34665: [[0xa420, 'ascii', '77c6274bd589ad50395891e84a8b673b']] },
    );
    const packet = xmp(`<x:DocumentID xmlns:x="http://ns.adobe.com/xap/1.0/mm/">xmp.did:CCEE6E24B0CDE011</x:DocumentID>
      <e:DateTimeOriginal xmlns:e="http://ns.adobe.com/exif/1.0/">2025-06-01T18:02:11+02:00</e:DateTimeOriginal>
      <m:Telephoto xmlns:m="http://example.org/mine/">70 300 4 5 6</m:Telephoto>`);
    expect(await inJpeg(exifSegment(block), xmpSegment(packet))).toEqual([]);
  });

  it('in more text than is searched make the examination partial', async () => {
    const bytes = await pngWith(
      ...Array.from({ length: 3 }, (_, at) => text(`a${at}`, `${at}@ x\n${'of a at\n'.repeat(50_000)}`)),
    );
    const photo = openPhoto(
      { path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/png' },
      bytes,
    );
    expect(await tagValues.detect(photo, CONTEXT)).toEqual([]);
    expect(photo.unseen).toEqual([{ code: 'metadata-incomplete' }]);
  });
});

describe('numbers and bytes are no value', () => {
  it('coordinates after a telephone number', async () => {
    const found = await detect(
      await pngWith(text('Comment', 'call +49 151 23456789 lat 48.858369 lon 2.294481')),
      'image/png',
    );
    expect(seen(found)).toEqual([['tag-phone-number', 'Comment', '+4915123456789']]);
  });

  it('a picture in base 64', async () => {
    const picture = `${'iVBORw0K/q'.repeat(30)}+4111111111111111/${'bFwestR2b5'.repeat(30)}`;
    const found = await detect(await pngWith(text('init', `{"image":"${picture}"}`)), 'image/png');
    expect(found).toEqual([]);
  });
});
