import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codes } from '../../../src/detectors/codes/index.js';
import { createEngine } from '../../../src/inference/index.js';
import { openPhoto } from '../../../src/photo/open.js';
import type { Detection } from '../../../src/types/detection.js';
import { type DrawnCode, drawCode, photoWith } from '../../helpers/drawn-codes.js';

const engine = await createEngine('onnx');

async function examine(jpeg: Buffer): Promise<{ found: readonly Detection[]; unseen: readonly string[] }> {
  const target = { path: 'a.jpg', bytes: jpeg.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const photo = openPhoto(target, jpeg);
  const found = await codes.detect(photo, { engine, isFast: false });
  return { found, unseen: photo.unseen.map(({ code }) => code) };
}

const detect = async (jpeg: Buffer): Promise<readonly Detection[]> => (await examine(jpeg)).found;

async function detectDrawn(code: DrawnCode, size?: { width: number; height: number }): Promise<readonly Detection[]> {
  return detect(await photoWith([{ code: await drawCode(code), left: 300, top: 200 }], size));
}

const WIFI = 'WIFI:T:WPA;S:Harbour House;P:correct horse;;';
/**
 * Codes that payload-examples.ts does not contain: format as bwip-js names it, format as zxing
 * names it, text, label and kind.
 */
const KINDS = [
  [
    'qrcode',
    'QRCode',
    'shc:/567629095243206034602924374044603122295953265460346029254077280433602870286471674522280928613331456437653141590640220306450459085643550341424541364037063665417137241236380304375622046737407532323925433443326057360106452931531270742428395038692212766728666731266342087422573776302062041022437658685343255820002167287607585708105505622752282407670809680507692361773323356634342439664440596761410443377667202663224433674530596175400038397052612140292974753658337372662132066669047253044469405210524536242721550377673434280323045475690310233670562227414567090555653507636250537239522776211205312561442568282012726838630039087127042463716936535535602928393065580072763158437500341209546904210458383257586630101033123422114008776058732325243477645920112037325929083272452732223707055550412927584543582550667760036577724025621136525340592771740903663844771261692077697211447057562509437029626707254539002011763240720310114260256672645965627243654061066553770056003044082967606162724306592273682223412466107335331229606157057057572327',
    'health-certificate',
    'smart-health-card',
  ],
  ['ean13', 'EAN13', '4006381333931', 'code', 'product'],
  ['code128', 'Code128', 'PARCEL 00340', 'code', 'text'],
] as const;

describe('codes', () => {
  it.each(KINDS)('%s (%s) %s', async (format, named, text, label, kind) => {
    const [found, ...others] = await detectDrawn({ format, text, degrees: 8 });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ detector: 'codes', label, proved: true, score: 1 });
    expect(found?.evidence).toMatchObject({ format: named, kind, text });
  });

  it.each([0, 45, 90, 180, 200])('reads a code rotated by %d degrees', async (degrees) => {
    const [found] = await detectDrawn({ format: 'qrcode', text: WIFI, degrees });
    expect(found?.evidence).toMatchObject({ text: WIFI, network: 'Harbour House', password: 'correct horse' });
  });

  it('reports its position in pixels of the full-size picture', async () => {
    const code = { format: 'qrcode', text: WIFI, module: 10 };
    const [found] = await detectDrawn(code, { width: 4032, height: 3024 });
    const { left, top, width, height } = found!.region!;
    // 29 modules of 20 pixels, and a quiet zone of 60.
    for (const [value, wanted] of [
      [left, 360],
      [top, 260],
      [width, 580],
      [height, 580],
    ] as const) {
      expect(Math.abs(value - wanted)).toBeLessThan(20);
    }
  });

  it('reads light on dark', async () => {
    const [found] = await detectDrawn({ format: 'qrcode', text: WIFI, isInverted: true }, { width: 640, height: 480 });
    expect(found?.evidence.text).toBe(WIFI);
  });

  it('finds each of several codes, including a repeated one, from top to bottom', async () => {
    const wifi = await drawCode({ format: 'qrcode', text: WIFI });
    const shop = await drawCode({ format: 'ean13', text: '4006381333931' });
    const photo = await photoWith([
      { code: wifi, left: 900, top: 700 },
      { code: shop, left: 100, top: 400 },
      { code: wifi, left: 100, top: 50 },
    ]);
    expect((await detect(photo)).map(({ evidence }) => evidence.text)).toEqual([WIFI, '4006381333931', WIFI]);
  });

  it('does not prove a code without a checksum', async () => {
    const [found] = await detectDrawn({ format: 'code39', text: 'LENS-42' });
    expect(found).toMatchObject({ proved: false, evidence: { text: 'LENS-42' } });
    expect(found!.score).toBeLessThan(1);
  });

  it.each([
    [1600, 1200],
    [640, 480],
    [40, 30],
    [1, 1],
  ])('finds nothing in a picture of %d x %d without a code', async (width, height) => {
    expect(await examine(await photoWith([], { width, height }))).toEqual({ found: [], unseen: [] });
  });

  it('finds nothing in stripes', async () => {
    const fence = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="white"/>${Array.from({ length: 50 }, (_, index) => `<rect x="${index * 8}" width="4" height="300"/>`).join('')}</svg>`;
    expect(await detect(await sharp(Buffer.from(fence)).jpeg().toBuffer())).toEqual([]);
  });

  it('reports an unread QR code if a thumb covers too much of it', async () => {
    const code = await drawCode({ format: 'qrcode', text: WIFI, module: 8 });
    const { width } = await sharp(code).metadata();
    const thumb = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}"><circle cx="60%" cy="60%" r="18%" fill="#c68f6f"/></svg>`;
    const covered = await sharp(code)
      .composite([{ input: Buffer.from(thumb) }])
      .png()
      .toBuffer();
    const photo = await photoWith([{ code: covered, left: 300, top: 200 }]);
    expect(await examine(photo)).toEqual({ found: [], unseen: ['code-unread'] });
  });

  it('does not mistake the corners of two codes that it reads for a third one', async () => {
    const code = await drawCode({ format: 'qrcode', text: WIFI, module: 4 });
    const { width } = await sharp(code).metadata();
    const left = [300, 300 + width, 300 + 2 * width];
    const { found, unseen } = await examine(await photoWith(left.map((at) => ({ code, left: at, top: 200 }))));
    expect(found).toHaveLength(3);
    expect(unseen).toEqual([]);
  });
});
