// What a report shows of a file is shown only where it looks like what its tag is for: values that
// anyone may have written into such a tag appear in no report.
import { describe, expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { METADATA } from '../../src/detectors/metadata/declaration.js';
import { metadataDetections } from '../../src/detectors/metadata/index.js';
import { redact } from '../../src/findings/redact.js';
import { readerOf } from '../../src/formats/byte-reader.js';
import { openPhoto } from '../../src/photo/open.js';
import { loadReporters } from '../../src/reporters/index.js';
import { readVideoMetadata } from '../../src/video/metadata.js';
import { type ExamineContext, examineOpened } from '../../src/workers/examine.js';
import { samsungTrailer } from '../helpers/attachments.js';
import { exifSegment, iptcSegment, jpegWith, pngWith, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';
import { jxrs, vivoTrailer } from '../helpers/phone-photos.js';
import { keyed, video } from '../helpers/video-boxes.js';
import { render } from '../reporters/render.js';

const PLANTED = {
  mail: 'pumpernickel.77@lake-example.org',
  phone: '+49 30 901820745',
  'phone without plus': '030 901820745',
  iban: 'DE89370400440532013000',
  'iban in groups': 'DE89 3704 0044 0532 0130 00',
  key: 'sk-Zq81bVn3LmT0xWc7RyKd25HfPaEs94UjGhTn6QoIvB1rXeMu',
  'short key': 'AKIAQYLPMN5HHHFPZAM2',
  name: 'Quentin Zebrowski',
  'first name': 'Quentina',
} as const;

/** A serial number makes the report show the make and the model beside it. */
const withSerial = (make: string, model: string) =>
  jpegWith(
    exifSegment(
      tiff(
        [
          [0x010f, 'ascii', make],
          [0x0110, 'ascii', model],
        ],
        { 34665: [[0xa431, 'ascii', 'SN-40071']] },
      ),
    ),
  );

const foreign = (name: string, value: string) =>
  xmp(`<m:${name} xmlns:m="http://example.org/mine/">${value}</m:${name}>`);
const city = (value: string) =>
  jpegWith(xmpSegment(xmp(`<p:City xmlns:p="http://ns.adobe.com/photoshop/1.0/">${value}</p:City>`)));

/** Every place of a file whose value or name a report may show. */
const CARRIERS: Readonly<Record<string, (value: string) => Promise<Buffer>>> = {
  Make: (value) => withSerial(value, 'EOS R6'),
  Model: (value) => withSerial('Canon', value),
  'Make and Model': (value) => withSerial(value, value),
  'model after a maker': (value) => withSerial('Canon', `Canon ${value}`),
  City: city,
  Country: (value) => jpegWith(iptcSegment([101, Buffer.from(value)])),
  'place of a makers note': (value) => jpegWith(iptcSegment([92, Buffer.from(value)])),
  'keyword of a PNG': (value) => pngWith(['tEXt', Buffer.from(`${value.slice(0, 79)}\0some words here`)]),
  'name of an XMP property': (value) => jpegWith(xmpSegment(foreign(value.replace(/\W/g, '_'), 'some words here'))),
  Copyright: (value) => jpegWith(exifSegment(tiff([[0x8298, 'ascii', value]]))),
  Artist: (value) => jpegWith(exifSegment(tiff([[0x013b, 'ascii', value]]))),
  'block of a Samsung trailer': async (value) =>
    Buffer.concat([await jpegWith(), samsungTrailer([value, Buffer.from(value)], ['MCC_Data', Buffer.from(value)])]),
  'value of a OnePlus trailer': async (value) =>
    Buffer.concat([await jpegWith(), jxrs({ [value]: Buffer.from(value) })]),
  'vivo trailer': async (value) => Buffer.concat([await jpegWith(), vivoTrailer(`{"a":"${value}"}`)]),
};

/** A name in a tag for places cannot be told from the name of a place. */
const LIKE_PLACES = new Set(['City', 'Country', 'place of a makers note']);
const NAMES = new Set(['name', 'first name']);

const PAIRS = Object.keys(CARRIERS).flatMap((carrier) =>
  Object.entries(PLANTED)
    .filter(([kind]) => !(LIKE_PLACES.has(carrier) && NAMES.has(kind)))
    .map(([kind, value]) => [carrier, kind, value] as const),
);

const REPORTERS = await loadReporters();
const DETECTORS = await loadDetectors(['metadata', 'tag-values', 'container', 'sidecars']);

/** All reports of a file, as one text. */
async function reports(bytes: Buffer): Promise<string> {
  const mediaType = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const target = { path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType } as const;
  const context = { detectors: DETECTORS, isFast: false, isValueShown: false, engine: { canRun: () => true } };
  const photo = openPhoto(target, bytes);
  const result = await examineOpened(photo, 'ab'.repeat(32), context as unknown as ExamineContext);
  expect(result.detections).not.toEqual([]);
  const written = [];
  for (const reporter of REPORTERS) written.push(await render(reporter, { results: [result] }));
  return written.join('\n');
}

/** Also where it is wrapped or escaped, and in parts of at least eight characters. */
function partsOf(value: string): string[] {
  const parts = [value, value.replace(/\W/g, '_'), ...value.split(/[\s@]/)];
  return parts.filter((part) => part.length >= 8);
}

describe('what a report shows', () => {
  it.each(PAIRS)('of a file with %s that holds a %s does not have it', async (carrier, _kind, value) => {
    const shown = await reports((await CARRIERS[carrier]?.(value)) ?? Buffer.alloc(0));
    for (const part of partsOf(value)) expect(shown).not.toContain(part);
  });

  it.each(Object.entries(PLANTED))(
    'of a video whose make and model are a %s does not have it',
    async (_kind, value) => {
      const file = video(
        keyed({
          'com.apple.quicktime.make': value,
          'com.apple.quicktime.model': value,
          'com.apple.quicktime.title': value,
        }),
      );
      const found = metadataDetections(await readVideoMetadata(readerOf(file), 'video/mp4'));
      const masked = JSON.stringify(redact(found, [METADATA], false));
      for (const part of partsOf(value)) expect(masked).not.toContain(part);
    },
  );

  it('is make, model, town and country where they look like one', async () => {
    const shown = (await reports(await withSerial('Canon', 'Canon EOS R6'))) + (await reports(await city('Lyon')));
    expect(shown).toContain('Canon EOS R6');
    expect(shown).toContain('Lyon');
  });
});
