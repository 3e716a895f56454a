// What a colour profile states of a display and of its owner.
import { beforeAll, describe, expect, it } from 'vitest';
import { profileBlocks, profileNameBlocks } from '../../../src/formats/icc/blocks.js';
import { displayP3, makeAndModel, wideValue, withTags } from '../../helpers/colour-profiles.js';

let p3: Buffer;
beforeAll(async () => {
  p3 = await displayP3();
});

function stated(profile: Buffer): (readonly [string, unknown])[] {
  return [...profileBlocks(profile)].flatMap((block) =>
    block.kind === 'tags' ? block.tags.map(({ name, value }) => [name, value] as const) : [],
  );
}

describe('a colour profile', () => {
  it.each([
    'sRGB IEC61966-2.1',
    'Display P3',
    'Adobe RGB (1998)',
    'Nikon Adobe RGB 4.0.0.3000',
    'Color LCD',
    'DELL U2515H',
  ])('of the name %s states nothing', (name) => {
    expect(stated(withTags(p3, { desc: wideValue(name) }))).toEqual([]);
  });

  it('states a text of a person', () => {
    const [name, firm] = ['Anna Quillfjord - EIZO CS2731 - S/N 23456018', 'Quillfjord, Berlin'];
    const own = withTags(p3, { desc: wideValue(name), dmnd: wideValue(firm) });
    expect(stated(own)).toEqual([
      ['ProfileDescription', name],
      ['DeviceMfgDesc', firm],
    ]);
  });

  it('states the rights of a person, not of a firm', () => {
    expect(stated(withTags(p3, { cprt: wideValue('Copyright Quillfjord Imaging, Inc.') }))).toEqual([]);
    expect(stated(withTags(p3, { cprt: wideValue('Anna Quillfjord') }))).toEqual([
      ['ProfileCopyright', 'Anna Quillfjord'],
    ]);
  });

  it('states the serial number of a display, unless it has none', () => {
    expect(stated(withTags(p3, { mmod: makeAndModel(23456018) }))).toEqual([['DisplaySerialNumber', '23456018']]);
    for (const none of [0, 0xfd626d62]) expect(stated(withTags(p3, { mmod: makeAndModel(none) }))).toEqual([]);
  });

  it('states nothing by the translations of a system', () => {
    const translated = [
      'Color LCD',
      ...Array.from({ length: 12 }, (_, index) => `Farbbildschirm ${'abcdefghijkl'[index]}xyz`),
    ];
    expect(stated(withTags(p3, { desc: wideValue(...translated) }))).toEqual([]);
    expect(stated(withTags(p3, { desc: wideValue(...translated.slice(0, 2)) }))).toHaveLength(1);
  });

  it('has a name in a PNG', () => {
    expect([...profileNameBlocks('ICC Profile')]).toEqual([]);
    expect([...profileNameBlocks('Anna Quillfjord')]).toHaveLength(1);
  });
});
