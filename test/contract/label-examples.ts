// An example of every label of every detector, run by the detector itself on a file or a drawing.
// It shows which evidence a detector must declare. Scores do not matter: detectors also return
// detections of low score, and some adults in the samples are taken for a child.
import { join } from 'node:path';
import sharp from 'sharp';
import { letters } from '../../fixtures/draw/lettering.js';
import { chat } from '../../fixtures/draw/pages.js';
import { type Drawing, drawing, rect } from '../../fixtures/draw/svg.js';
import { toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { aae, takeoutJson } from '../../fixtures/encode/sidecars.js';
import type { Detector } from '../../src/detectors/detector.js';
import { KINDS } from '../../src/detectors/documents/kinds/index.js';
import type { Engine } from '../../src/inference/engine.js';
import { openPhoto } from '../../src/photo/open.js';
import type { Detection } from '../../src/types/detection.js';
import type { Photo } from '../../src/types/photo.js';
import { PAYLOAD_EXAMPLES } from '../detectors/codes/payload-examples.js';
import { jpeg, pngInChunks, VIDEO, withIndex, withSegment, writtenOver } from '../helpers/attachments.js';
import { drawnBus } from '../helpers/drawn-bus.js';
import { photoWithRow } from '../helpers/drawn-codes.js';
import { type DrawnLine, drawPage } from '../helpers/drawn-pages.js';
import { folder } from '../helpers/folder.js';
import { exifSegment, jpegWith, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';
import { photoOf, rasterOf } from '../helpers/rasters.js';
import { samplePhoto } from '../helpers/sample-photos.js';
import { jpegAround, photo as sampleOf, thumbnailOf } from '../helpers/thumbnails.js';

/** The detections of a detector in all of its examples. */
type Examples = (detector: Detector, engine: Engine) => Promise<readonly Detection[]>;

function opened(bytes: Uint8Array, mediaType = 'image/jpeg', sidecars: readonly string[] = []): Photo {
  return openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType, sidecars }, bytes);
}

/** Runs one after the other, so that only one is in memory. */
async function inAll(
  detector: Detector,
  engine: Engine,
  photos: readonly (() => Promise<Photo>)[],
  isFast = true,
): Promise<readonly Detection[]> {
  const seen: Detection[] = [];
  for (const make of photos) seen.push(...(await detector.detect(await make(), { engine, isFast })));
  return seen;
}

const PACKET = xmp(`<p:City xmlns:p="http://ns.adobe.com/photoshop/1.0/">Lyon</p:City>
  <p:Country xmlns:p="http://ns.adobe.com/photoshop/1.0/">France</p:Country>
  <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>Cleo Creator</rdf:li></rdf:Seq></dc:creator>
  <aux:SerialNumber xmlns:aux="http://ns.adobe.com/exif/1.0/aux/">SN-1</aux:SerialNumber>`);

const BLOCK = tiff(
  [
    [0x010e, 'ascii', 'By the lake'],
    [0x010f, 'ascii', 'ACME'],
    [0x0110, 'ascii', 'Pocket 1'],
    [0x013b, 'ascii', 'Ann Artist'],
  ],
  {
    34665: [
      [0x9003, 'ascii', '2025:06:01 18:02:11'],
      [0xa420, 'ascii', 'c0ffee01'],
      [0xa431, 'ascii', 'SN-1'],
      [0xa435, 'ascii', 'L-2'],
    ],
    34853: [
      [0x0001, 'ascii', 'S'],
      [0x0002, 'rational', [33, 1, 30, 1, 0, 1]],
      [0x0003, 'ascii', 'W'],
      [0x0004, 'rational', [70, 1, 15, 1, 0, 1]],
    ],
  },
);

const metadata: Examples = async (detector, engine) => {
  const photo = opened(await jpegWith(exifSegment(BLOCK), xmpSegment(PACKET)));
  return inAll(detector, engine, [async () => photo]);
};

const sidecars: Examples = async (detector, engine) => {
  const place = { latitude: 44.17386, longitude: 5.27874 };
  const takeout = takeoutJson({ title: 'a', place, people: ['Ann'], description: 'lake' });
  const files = { 'a.json': takeout, 'a.xmp': PACKET, 'a.aae': aae() };
  const root = folder(files);
  const paths = Object.keys(files).map((name) => join(root, name));
  return inAll(detector, engine, [async () => opened(await jpegWith(), 'image/jpeg', paths)]);
};

const VALUES = [
  'DE89370400440532013000',
  'password: xK7!pQ22zz',
  'call +49 30 901820745',
  'mira@lake-example.org',
  '12 Rue de Lyon, 69003 Lyon',
  'born on 12 August 1974',
  '4111 1111 1111 1111',
  'NIR 1 85 05 78 006 084 91',
];

const inTags: Examples = (detector, engine) =>
  inAll(
    detector,
    engine,
    VALUES.map((value) => async () => opened(await jpegWith([0xfe, Buffer.from(value)]))),
  );

const GAIN_MAP = 'http://ns.adobe.com/xap/1.0/\0<rdf:Description hdrgm:GainMapMax="2.3"/>';

const container: Examples = (detector, engine) =>
  inAll(detector, engine, [
    async () => opened(await toMotionPhoto(await jpeg(), VIDEO)),
    async () => opened(withIndex(await jpeg(), withSegment(await jpeg(48, 32), 0xe1, Buffer.from(GAIN_MAP)))),
    async () => opened(Buffer.concat([await jpeg(), Buffer.from('what this is good for is not known')])),
    async () => opened(writtenOver(pngInChunks(400, 300, 2000), pngInChunks(16, 8, 99)), 'image/png'),
  ]);

const embedded: Examples = (detector, engine) =>
  inAll(detector, engine, [
    async () => {
      const whole = await sampleOf(1);
      const crop = whole.clone().extract({ left: 30, top: 20, width: 400, height: 300 });
      return opened(await jpegAround(sharp(await crop.png().toBuffer()), await thumbnailOf(whole)));
    },
    async () => {
      const whole = await sampleOf(1);
      const cover = { create: { width: 160, height: 160, channels: 3, background: '#000' } } as const;
      const covered = whole.clone().composite([{ input: cover, left: 240, top: 120 }]);
      return opened(await jpegAround(sharp(await covered.png().toBuffer()), await thumbnailOf(whole)));
    },
    async () => opened(await jpegAround(await sampleOf(1), await thumbnailOf(await sampleOf(3)))),
  ]);

const shrunk = (name: string, width: number) => async () =>
  photoOf(await rasterOf(await sharp(samplePhoto(name)).resize(width).toBuffer()));

const faces: Examples = (detector, engine) =>
  inAll(detector, engine, [shrunk('sample4', 300), shrunk('sample4', 700), shrunk('sample6', 110)]);

/** A person who is a little like a dog, and a bus. */
const themes: Examples = (detector, engine) =>
  inAll(detector, engine, [shrunk('sample6', 1000), async () => opened(await drawnBus(), 'image/png')], false);

const codes: Examples = async (detector, engine) => {
  const labels = Object.keys(detector.labels);
  const drawn = labels.flatMap((label) => {
    const example = PAYLOAD_EXAMPLES.find(({ payload }) => payload.label === label);
    return example === undefined ? [] : [{ format: example.formats[0], text: example.payload.text }];
  });
  return inAll(
    detector,
    engine,
    drawn.map((code) => async () => opened(await photoWithRow([code]))),
  );
};

/** Rows below each other; ` | ` separates parts of one row. */
function rowsOf(texts: readonly string[], { left = 60, top = 60, size = 24 } = {}): DrawnLine[] {
  return texts.flatMap((text, row) =>
    text
      .split(' | ')
      .map((piece, column) => ({ text: piece, left: left + column * 400, top: top + row * size * 2.5, size }))
      .filter((line) => line.text.trim() !== ''),
  );
}

const drawn = (picture: Drawing) => async () =>
  opened(await sharp(Buffer.from(picture.svg)).flatten().png().toBuffer(), 'image/png');
const page = (lines: readonly DrawnLine[]) => async () => {
  const width = Math.max(1000, ...lines.map(({ left, text, size }) => left + text.length * size));
  return opened(await drawPage(lines, { width, height: 900 }), 'image/png');
};
const zone = (texts: readonly string[]) =>
  rowsOf(texts, { top: 520, size: 26 }).map((line) => ({ ...line, isMono: true }));

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const CARD = ['EXAMPLE BANK', '4111 1111 1111 1111', 'VALID THRU 12/29', 'A. N. OTHER'];
const RECEIPT = ['CORNER SHOP', '03/02/2026 14:05', 'Milk | 1.20', 'Bread | 2.10', 'TOTAL | 3.30', 'CASH | 5.00'];
const TEXT = ['The harbour lay quiet in the morning', 'and the boats were turned to the wind.', 'No one came down.'];

const documents: Examples = (detector, engine) => {
  const kinds = [...new Set(KINDS.map(({ label }) => label))].flatMap((label) => {
    const [rows] = KINDS.find((kind) => kind.label === label)?.examples.true ?? [];
    return rows === undefined ? [] : [page(rowsOf(rows))];
  });
  return inAll(detector, engine, [
    ...[page(zone(TD3)), page(zone(TD1)), page(rowsOf(CARD, { size: 40 })), page(rowsOf(RECEIPT))],
    page(rowsOf(Array.from({ length: 5 }, () => TEXT).flat())),
    ...kinds,
    drawn(chat()),
    drawn(note()),
  ]);
};

/** Lines in the letters of a hand. */
function note(): Drawing {
  const size = { width: 1200, height: 1400 };
  const written = Array.from({ length: 14 }, (_, row) => {
    const y = 90 + row * 90;
    const degrees = [0, 3, -2, 4][row % 4];
    return `<g transform="rotate(${degrees} 100 ${y})">${letters(TEXT[row % 3] ?? '', { x: 100, y, size: 60, face: 'hand' })}</g>`;
  });
  return drawing(size, rect(0, 0, size.width, size.height, '#f4efe4'), ...written);
}

const printed: Examples = (detector, engine) =>
  inAll(detector, engine, [
    page(
      rowsOf([
        'Lindenstraße 14, 10969 Berlin',
        'Please pay to GB29 NWBK 6016 1331 9268 19',
        'Write to accounts@example.org',
        'or call +44 20 7946 0958',
        'Codice fiscale XGGFKR35C06S027K',
        'Date of birth: 12.08.1974',
        'Password: Kx7!rabbit',
        'Your verification code is 482913',
      ]),
    ),
    page(rowsOf(['AB12 CDE'], { left: 300, top: 300, size: 60 })),
  ]);

/** By detector id. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  metadata,
  sidecars,
  container,
  faces,
  objects: themes,
  documents,
  'printed-values': printed,
  codes,
  'embedded-original': embedded,
  'tag-values': inTags,
};
