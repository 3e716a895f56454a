import { describe, expect, it } from 'vitest';
import { isKnownMake, isKnownModel, isPlausibleDevice, namesProduct } from '../../src/metadata/device-names.js';

describe('a make', () => {
  it.each([
    ...['Canon', 'NIKON CORPORATION', 'OLYMPUS IMAGING CORP.', 'EASTMAN KODAK COMPANY', 'CASIO COMPUTER CO.,LTD'],
    ...['samsung', 'HUAWEI', 'Apple', 'FLIR Systems AB', 'General Imaging Co.'],
  ])('is known: %s', (text) => {
    expect(isKnownMake(text)).toBe(true);
  });

  it.each(['Mira', 'Mira Sanders', 'Canon Mira', '+49 30 901820745', 'DE89370400440532013000', 'a@b.example'])(
    'is none: %s',
    (text) => {
      expect(isKnownMake(text)).toBe(false);
    },
  );
});

describe('a model', () => {
  it.each([
    ...['Canon EOS R6', 'NIKON D800E', 'SM-G950F', 'SM-S911B', 'iPhone 14 Pro Max', 'Pixel 8', '2201117TG', 'VOG-L29'],
    ...[
      'CPH2581',
      'ILCE-7M4',
      'DMC-FZ5',
      'FinePix6900ZOOM',
      'HERO11 Black',
      'Redmi Note 11',
      'C860L,D360L',
      'NIKON Z 6_2',
    ],
    ...['KODAK DX4900 ZOOM DIGITAL CAMERA', 'Mi MIX 2', 'EOS Pocket', 'M2007J20CG', 'DIGITALMAVICA'],
  ])('is known: %s', (text) => {
    expect(isKnownModel(text)).toBe(true);
  });

  it.each([
    ...['Mira Sanders', 'Canon Mira', 'iPhone von Mira', 'Max Black', 'Mira 85', 'mira85', '030 901820', '555-0147'],
    ...['12 34 56 78', '4111 1111', 'DE89 3704 0044 0532 0130 00', 'AKIAQYLPMN5HHHFPZAM2', 'hunter2hunter2', 'hunter2'],
    ...['', '12345', 'a@b.de'],
  ])('is none: %s', (text) => {
    expect(isKnownModel(text)).toBe(false);
  });

  it('stands without its make where it names its line of products', () => {
    expect([namesProduct('iPhone 14'), namesProduct('QZX7431')]).toEqual([true, false]);
  });
});

describe('a text that can be no make or model is read like any other text', () => {
  it.each([
    ...[
      'call +49 30 901820745',
      'mira@lake.example',
      'https://lake.example',
      'a prompt: harbour, sunny',
      'x'.repeat(49),
    ],
    ...['DE89 3704 0044 0532 0130 00', 'one two three four five six seven eight nine', 'line one\nline two'],
  ])('%s', (text) => {
    expect(isPlausibleDevice(text)).toBe(false);
  });

  it.each(['ACME', 'Pocket 1', '2201117TG', 'SM-G950F', 'OLYMPUS OPTICAL CO.,LTD'])('but not %s', (text) => {
    expect(isPlausibleDevice(text)).toBe(true);
  });
});
