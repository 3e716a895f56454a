import { describe, expect, it } from 'vitest';
import { ownersIn } from '../../src/metadata/owner-words.js';

const ownerOf = (name: string, value: string) => ownersIn([{ block: 'exif', name, within: [], value }]);

describe('the owner of a device', () => {
  it.each([
    ["Mira's iPhone", 'Mira'],
    ['Mira Sanders\u2019 MacBook Pro', 'Mira Sanders'],
    ['Mira Webers MacBook Pro', 'Mira Weber'],
    ['Mira-Webers-MacBook-Pro.local', 'Mira Weber'],
    ['iPhone de Mira', 'Mira'],
    ['iPad von Mira Weber', 'Mira Weber'],
  ])('is named by it: %s', (text, name) => {
    expect(ownerOf('HostComputer', text)).toEqual([name]);
  });

  it.each(['Mac OS X 10.6.2', 'iPhone 15 Pro', 'Windows PC', 'Apple\u2019s iPhone', 'MacBook Pro', 'Windows 11'])(
    'is not: %s',
    (text) => {
      expect(ownerOf('HostComputer', text)).toEqual([]);
    },
  );

  it('is sought in names of devices only', () => {
    expect(ownerOf('ImageDescription', 'Buyers iPhone 15 unboxed')).toEqual([]);
  });
});

describe('the user of a folder', () => {
  it.each([
    ['C:\\\\Users\\\\Mira.Sanders\\\\Pictures\\\\a.tif', 'Mira Sanders'],
    ['C:\\Users\\Mira Sanders\\a.tif', 'Mira Sanders'],
    ['file:///home/mira/a.png', 'mira'],
    ['/Users/mirasanders/Pictures/a.jpg', 'mirasanders'],
  ])('is named by it: %s', (text, name) => {
    expect(ownerOf('Software', text)).toEqual([name]);
  });

  it.each(['C:\\Users\\Public\\a.tif', '/home/runner/work/a', '/Users/admin/a', 'https://example.org/users/list'])(
    'is not: %s',
    (text) => {
      expect(ownerOf('Software', text)).toEqual([]);
    },
  );
});
