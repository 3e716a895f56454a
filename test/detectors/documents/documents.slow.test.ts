import { beforeAll, describe, expect, it } from 'vitest';
import { documents } from '../../../src/detectors/documents/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import type { Detection } from '../../../src/types/detection.js';
import { type DrawnLine, drawPage, photoOf } from '../../helpers/drawn-pages.js';

const listed = (texts: readonly string[], left: number, top: number, size = 24): DrawnLine[] =>
  texts.map((text, index) => ({ text, left, top: top + index * size * 2.5, size }));
const zone = (texts: readonly string[]): DrawnLine[] =>
  texts.map((text, index) => ({ text, left: 40, top: 520 + index * 46, size: 26, isMono: true }));

const HOLDER = listed(['UTOPIA', 'ERIKSSON', 'ANNA MARIA', '12 AUG 1974'], 380, 80);
/** The specimens of ICAO Doc 9303. */
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const VISA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

const detect = async (page: Buffer, isFast = false): Promise<readonly Detection[]> =>
  documents.detect(photoOf(page), { engine, isFast });
const labels = (detections: readonly Detection[]): string[] => detections.map(({ label }) => label);

describe('documents', () => {
  it.each([0, 90, 180])('proves a passport rotated by %d degrees', async (degrees) => {
    const [passport, ...others] = await detect(await drawPage([...HOLDER, ...zone(TD3)], { degrees }));
    expect(others).toEqual([]);
    expect(passport).toMatchObject({ label: 'passport', proved: true, score: 1 });
    expect(passport?.evidence).toEqual({
      documentNumber: 'L898902C3',
      name: 'ERIKSSON, ANNA MARIA',
      birthDate: '1974-08-12',
      expiryDate: '2012-04-15',
      country: 'UTO',
      mrz: TD3.join('\n'),
      // No check digit covers them.
      unchecked: ['name', 'country'],
    });
  });

  it.each([
    ['an identity card', TD1, 'identity-card'],
    ['a visa', VISA, 'passport'],
  ])('proves %s', async (_, lines, label) => {
    const [found] = await detect(await drawPage([...HOLDER, ...zone(lines)]));
    expect(found).toMatchObject({ label, proved: true, evidence: { mrz: lines.join('\n') } });
  });

  it('proves a passport in fast mode, too', async () => {
    const [passport] = await detect(await drawPage([...HOLDER, ...zone(TD3)]), true);
    expect(passport).toMatchObject({ label: 'passport', proved: true });
  });

  it('reports a zone whose check digits fail as likely, without values', async () => {
    const forged = TD3.map((line) => line.replace('L898902C36', 'L898902C31').replace('7408122', '7408127'));
    const [passport] = await detect(await drawPage([...HOLDER, ...zone(forged)]));
    expect(passport).toMatchObject({ label: 'passport', proved: false, evidence: {} });
    expect(passport?.score).toBeGreaterThan(0.5);
    expect(passport?.score).toBeLessThan(1);
  });

  it('proves a payment card and its number', async () => {
    const card = [...listed(['EXAMPLE BANK'], 80, 80), ...listed(['4111 1111 1111 1111'], 80, 320, 44)];
    const detections = await detect(await drawPage([...card, ...listed(['VALID THRU 12/29', 'A. N. OTHER'], 80, 460)]));
    expect(labels(detections)).toEqual(['payment-card', 'payment-card-number']);
    expect(detections[0]).toMatchObject({
      proved: true,
      evidence: { documentNumber: '4111111111111111', expiryDate: '2029-12' },
    });
    expect(detections[1]).toMatchObject({ proved: true, evidence: { value: '4111111111111111' } });
  });

  it('reports a letter, and a card number in it separately', async () => {
    const letter = [
      'Dear Sir or Madam, thank you for your letter',
      'of the fourth of March about your account.',
      'We have charged 5500 0000 0000 0004 as you asked',
      'and send you the papers with the next post.',
    ];
    const detections = await detect(await drawPage(listed(letter, 80, 100)));
    expect(labels(detections)).toEqual(['payment-card-number', 'letter']);
    expect(detections[1]).toMatchObject({ proved: false, evidence: { kind: 'letter' } });
  });

  it('reports text without cues for a kind as a page', async () => {
    const text = [
      'The harbour lay quiet in the morning',
      'and the boats were turned to the wind.',
      'No one came down to the water.',
    ];
    const [page, ...others] = await detect(await drawPage(listed(text, 80, 100)));
    expect(others).toEqual([]);
    expect(page).toMatchObject({ label: 'page', proved: false, evidence: {} });
    expect(page?.score).toBeGreaterThan(0.5);
  });

  it('reports a receipt with its total and date', async () => {
    const rows = ['CORNER SHOP', '03/02/2026 14:05', 'Milk', 'Bread', 'TOTAL', 'CASH', 'CHANGE'];
    const prices = ['1.20', '2.10', '3.30', '5.00', '1.70'];
    const strip = [...listed(rows, 80, 60), ...listed(prices, 480, 60 + 2 * 60)];
    const [receipt, ...others] = await detect(await drawPage(strip));
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ label: 'receipt', proved: false });
    expect(receipt?.evidence).toEqual({ kind: 'receipt', total: '3.30', date: '03/02/2026' });
  });

  it('reports a passport by its captions if no zone can be read, without a value and never proved', async () => {
    const captions = ['UTOPIA  PASSPORT', 'Surname', 'Nationality', 'Date of birth', 'Date of expiry', 'Authority'];
    const [passport] = await detect(await drawPage(listed(captions, 80, 60)));
    expect(passport).toMatchObject({ label: 'passport', proved: false, evidence: { kind: 'passport' } });
  });

  it('finds nothing on a sign', async () => {
    expect(await detect(await drawPage(listed(['HARBOUR STREET', 'No parking'], 200, 200, 50)))).toEqual([]);
  });

  it('finds nothing on an empty page', async () => {
    expect(await detect(await drawPage([]))).toEqual([]);
  });
});
