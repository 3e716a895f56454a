// A cleaned colour profile decides the same colours and names no one.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { cleanProfile } from '../../../src/formats/icc/clean.js';
import { readProfile, textsOf } from '../../../src/formats/icc/profile.js';
import { displayP3, jpegWith, makeAndModel, wideValue, withTags } from '../../helpers/colour-profiles.js';
import { picture } from '../../helpers/metadata-files.js';

let p3: Buffer;
beforeAll(async () => {
  p3 = await displayP3();
});

const cleaned = (profile: Buffer): Buffer => Buffer.from(cleanProfile(profile) ?? []);
const namesOf = (profile: Buffer) => readProfile(profile)?.tags.map(({ name }) => name) ?? [];
const description = (profile: Buffer) =>
  readProfile(profile)
    ?.tags.filter(({ name }) => name === 'desc')
    .flatMap(textsOf);

describe('a cleaned colour profile', () => {
  it('gives a picture the same colours', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const own = withTags(p3, { desc: wideValue('Anna Quillfjord') });
    const pixels = (profile: Buffer) => sharp(jpegWith(jpeg, profile)).raw().toBuffer();
    expect(await pixels(cleaned(own))).toEqual(await pixels(p3));
    expect(await pixels(p3)).not.toEqual(await sharp(jpeg).raw().toBuffer());
  });

  it('has no text and no serial number of a display', () => {
    const text = wideValue('Anna Quillfjord');
    const own = withTags(p3, { desc: text, cprt: text, dmnd: text, dmdd: text, Zzzz: text, mmod: makeAndModel(77) });
    expect(namesOf(cleaned(own)).sort()).toEqual(namesOf(cleaned(p3)).sort());
    expect(description(cleaned(own))).toEqual(['Colour profile']);
    expect(cleaned(own).includes(Buffer.from('Quillfjord', 'utf16le').swap16())).toBe(false);
  });

  it('keeps the name that standards give', () => {
    expect(description(cleaned(withTags(p3, { desc: wideValue('Adobe RGB (1998)') })))).toEqual(['Adobe RGB (1998)']);
  });

  it('states no time, maker, model, program or id', () => {
    const dated = Buffer.from(p3);
    dated.fill(0x41, 24, 36).fill(0x41, 40, 64).fill(0x41, 80, 128);
    dated.fill(0x41, 4, 8);
    expect(cleaned(dated).subarray(0, 128).includes('A')).toBe(false);
  });

  it('has nothing after the last number of a curve or a matrix', () => {
    const red = readProfile(p3)?.tags.find(({ name }) => name === 'rXYZ')?.bytes ?? Buffer.alloc(0);
    const own = withTags(p3, { rXYZ: Buffer.concat([red, Buffer.from('Anna Quillfjord')]) });
    expect(cleaned(own).includes('Quillfjord')).toBe(false);
    expect(namesOf(cleaned(own))).toContain('rXYZ');
  });

  it('is none where it breaks off', () => {
    expect(cleanProfile(p3.subarray(0, 300))).toBeNull();
    expect(cleanProfile(Buffer.from('Anna Quillfjord'))).toBeNull();
  });
});
