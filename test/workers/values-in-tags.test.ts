// Each value in each tag that may hold a text: found by the rule for it, at its severity.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { openPhoto } from '../../src/photo/open.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { type ExamineContext, examineOpened } from '../../src/workers/examine.js';
import { samsungTrailer } from '../helpers/attachments.js';
import { folder } from '../helpers/folder.js';
import {
  exifSegment,
  gifWith,
  gifXmp,
  heif,
  iptcSegment,
  jpegWith,
  picture,
  pngWith,
  type Segment,
  tiff,
  xmp,
  xmpSegment,
} from '../helpers/metadata-files.js';
import { jxrs, vivoTrailer } from '../helpers/phone-photos.js';

const VALUES = {
  'text/iban': 'DE89370400440532013000',
  'text/secret': 'sk-Zq81bVn3LmT0xWc7RyKd25HfPaEs94UjGhTn6QoIvB1rXeMu',
  'text/phone-number': '+49 30 901820745',
  'text/email-address': 'pumpernickel.77@lake-example.org',
  'text/postal-address': '12 Rue de Lyon, 69003 Lyon',
  'text/date-of-birth': 'born on 12 August 1974',
  'text/payment-card-number': '4111 1111 1111 1111',
  'text/national-id': 'NIR 1 85 05 78 006 084 91',
} as const;

interface Made {
  readonly bytes: Buffer;
  readonly mediaType?: string;
  readonly sidecars?: readonly string[];
}

const main = (tag: number) => (value: string) => jpegOf(exifSegment(tiff([[tag, 'ascii', value]])));
const sub = (tag: number, encode: (value: string) => Uint8Array) => (value: string) =>
  jpegOf(exifSegment(tiff([[0x0131, 'ascii', 'x']], { 34665: [[tag, 'bytes', encode(value)]] })));
const iptc = (field: number) => (value: string) => jpegOf(iptcSegment([field, Buffer.from(value)]));
const inXmp = (make: (value: string) => string) => (value: string) => jpegOf(xmpSegment(xmp(make(value))));
const chunk = (type: string, make: (value: string) => string | Buffer) => async (value: string) => ({
  bytes: await pngWith([type, Buffer.from(make(value) as string, 'latin1')]),
  mediaType: 'image/png',
});
const jpegOf = async (...segments: readonly Segment[]): Promise<Made> => ({ bytes: await jpegWith(...segments) });
const followedBy = (trailer: (value: string) => Buffer) => async (value: string) => ({
  bytes: Buffer.concat([await jpegWith(), trailer(value)]),
});
const beside = (name: string, content: (value: string) => string) => async (value: string) => ({
  bytes: await jpegWith(),
  sidecars: [`${folder({ [name]: Buffer.from(content(value)) })}/${name}`],
});

const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const PS = 'xmlns:p="http://ns.adobe.com/photoshop/1.0/"';
const wide = (value: string) => Buffer.from(`${value}\0`, 'utf16le');

const CARRIERS: Readonly<Record<string, (value: string) => Promise<Made>>> = {
  ...{ ImageDescription: main(0x010e), DocumentName: main(0x010d), Make: main(0x010f), Model: main(0x0110) },
  ...{ Software: main(0x0131), Artist: main(0x013b), HostComputer: main(0x013c), Copyright: main(0x8298) },
  ...{ ImageHistory: main(0xa213), 'an unknown tag': main(0xbeef) },
  'UserComment in ASCII': sub(0x9286, (value) => Buffer.from(`ASCII\0\0\0${value}`)),
  'UserComment in UNICODE': sub(0x9286, (value) => Buffer.concat([Buffer.from('UNICODE\0'), wide(value)])),
  'a note of plain text': sub(0x927c, (value) => Buffer.from(`{"note":"${value}"}`)),
  XPComment: (value) => jpegOf(exifSegment(tiff([[0x9c9c, 'bytes', wide(value)]]))),
  ...{ Caption: iptc(120), Keywords: iptc(25), Headline: iptc(105), Instructions: iptc(40), Contact: iptc(118) },
  ...{ Credit: iptc(110), Writer: iptc(122), Byline: iptc(80), City: iptc(90), 'an unknown field': iptc(250) },
  'dc:description': inXmp((v) => `<dc:description ${DC}><rdf:Alt><rdf:li>${v}</rdf:li></rdf:Alt></dc:description>`),
  'dc:subject': inXmp((v) => `<dc:subject ${DC}><rdf:Bag><rdf:li>${v}</rdf:li></rdf:Bag></dc:subject>`),
  'dc:rights': inXmp((v) => `<dc:rights ${DC}><rdf:Alt><rdf:li>${v}</rdf:li></rdf:Alt></dc:rights>`),
  'photoshop:Instructions': inXmp((v) => `<p:Instructions ${PS}>${v}</p:Instructions>`),
  'crs:RawFileName': inXmp(
    (v) => `<c:RawFileName xmlns:c="http://ns.adobe.com/camera-raw-settings/1.0/">${v}</c:RawFileName>`,
  ),
  'any namespace': inXmp((v) => `<m:Any xmlns:m="http://example.org/mine/">${v}</m:Any>`),
  'an attribute': inXmp((v) => `<rdf:li xmlns:m="http://example.org/mine/" m:note="${v}"/>`),
  'a comment of JPEG': (value) => jpegOf([0xfe, Buffer.from(value)]),
  'a segment of text': (value) => jpegOf([0xe5, Buffer.from(value)]),
  tEXt: chunk('tEXt', (v) => `Comment\0${v}`),
  'tEXt of any name': chunk('tEXt', (v) => `my notes\0${v}`),
  iTXt: chunk('iTXt', (v) => `Comment\0\0\0\0\0${v}`),
  zTXt: async (value) => ({
    bytes: await pngWith(['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(value))])]),
    mediaType: 'image/png',
  }),
  'eXIf of PNG': async (value) => ({
    bytes: await pngWith(['eXIf', tiff([[0x010e, 'ascii', value]])]),
    mediaType: 'image/png',
  }),
  'a prompt in JSON': chunk('tEXt', (v) => `prompt\0{"4": {"inputs": {"seed": 77, "text": "a lake, ${v}"}}}`),
  parameters: chunk('tEXt', (v) => `parameters\0a lake\nNegative prompt: ${v}\nSteps: 20, Seed: 77`),
  'a comment of GIF': async (value) => ({
    bytes: await gifWith(Buffer.concat([Buffer.from([0x21, 0xfe, value.length]), Buffer.from(`${value}\0`)])),
    mediaType: 'image/gif',
  }),
  'XMP of GIF': async (value) => ({
    bytes: await gifWith(gifXmp(xmp(`<p:Instructions ${PS}>${value}</p:Instructions>`))),
    mediaType: 'image/gif',
  }),
  WebP: async (value) => ({
    bytes: await picture()
      .withExif({ IFD0: { ImageDescription: value } })
      .webp()
      .toBuffer(),
    mediaType: 'image/webp',
  }),
  TIFF: async (value) => ({ bytes: tiff([[0x010e, 'ascii', value]]), mediaType: 'image/tiff' }),
  HEIC: async (value) => ({
    bytes: heif(tiff([[0x010e, 'ascii', value]]), xmp('')),
    mediaType: 'image/heic',
  }),
  'a block of Samsung': followedBy((value) => samsungTrailer(['Samsung_Capture_Info', Buffer.from(value)])),
  'a block of any name': followedBy((value) => samsungTrailer(['Whatever_Info', Buffer.from(value)])),
  'a value of OnePlus': followedBy((value) => jxrs({ 'watermark.text': Buffer.from(value) })),
  'settings of vivo': followedBy((value) => vivoTrailer(`{"a":"${value}"}`)),
  'an XMP sidecar': beside('a.xmp', (v) => xmp(`<p:Instructions ${PS}>${v}</p:Instructions>`)),
  'a sidecar of Takeout': beside('a.json', (v) => JSON.stringify({ photoTakenTime: {}, description: v })),
};

const DETECTORS = await loadDetectors(['metadata', 'tag-values', 'container', 'sidecars']);

async function rulesOf({ bytes, mediaType = 'image/jpeg', sidecars = [] }: Made): Promise<Map<string, string>> {
  const target = { path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType, sidecars } as const;
  const context = { detectors: DETECTORS, isFast: false, isValueShown: true, engine: { canRun: () => true } };
  const result = await examineOpened(openPhoto(target, bytes), 'ab'.repeat(32), context as unknown as ExamineContext);
  return new Map(evaluate(result.detections, RULES).map(({ rule, severity }) => [rule, severity]));
}

describe.each(Object.entries(CARRIERS))('in %s', (_carrier, make) => {
  it.each(Object.entries(VALUES))('%s is found', async (rule, value) => {
    const severity = RULES.find(({ id }) => id === rule)?.severity;
    expect((await rulesOf(await make(value))).get(rule)).toBe(severity);
  });
});
