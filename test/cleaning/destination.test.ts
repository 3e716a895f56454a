import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, makeFolders, openOutputFolder, placeOf, removeIfEmpty } from '../../src/cleaning/destination.js';
import { UsageError } from '../../src/errors.js';
import { folder } from '../helpers/folder.js';

describe('the place of a copy', () => {
  it.each([
    [['DCIM'], 'DCIM/100/a.jpg', 'DCIM/100/a.jpg'],
    [['DCIM/100'], 'DCIM/100/a.jpg', '100/a.jpg'],
    [['DCIM/100/a.jpg'], 'DCIM/100/a.jpg', 'a.jpg'],
    [['x/a.jpg', 'y/a.jpg'], 'y/a.jpg', 'y/a.jpg'],
    [['.'], './a.jpg', `${resolve('.').split(sep).at(-1)}/a.jpg`],
    [[], 'x/a.jpg', 'x/a.jpg'],
  ])('of %j: %s is %s', (roots, path, place) => {
    expect(placeOf(path, baseOf(roots)).split(sep).join('/')).toBe(place);
  });

  it('has no step upwards, whatever the path', () => {
    for (const path of ['../../a.jpg', '/etc/a.jpg', 'x/../../a.jpg']) {
      const place = placeOf(path, resolve('somewhere'));
      expect(place.split(sep)).not.toContain('..');
      expect(resolve('/out', place).startsWith(resolve('/out') + sep)).toBe(true);
    }
  });
});

describe('the output folder', () => {
  it('is made, and may be there already', async () => {
    const output = join(folder(), 'new', 'folder');
    const [first, second] = [await openOutputFolder(output, []), await openOutputFolder(output, [])];
    expect(first.path).toBe(second.path);
    expect(second.made).toBeNull();
  });

  it('is removed if nothing came into it, with the folders that were made for it', async () => {
    const root = folder({ 'there/a.txt': '' });
    await removeIfEmpty(await openOutputFolder(join(root, 'new', 'folder'), []));
    await removeIfEmpty(await openOutputFolder(join(root, 'there'), []));
    expect(readdirSync(root)).toEqual(['there']);
    const filled = await openOutputFolder(join(root, 'filled'), []);
    writeFileSync(join(filled.path, 'copy.jpg'), '');
    await removeIfEmpty(filled);
    expect(readdirSync(filled.path)).toEqual(['copy.jpg']);
  });

  it('is refused inside of what is cleaned, around it, as a link, and as a file', async () => {
    const root = folder({ 'photos/a.txt': '', 'file.txt': '' });
    const photos = join(root, 'photos');
    symlinkSync(photos, join(root, 'link'));
    for (const output of [join(photos, 'clean'), photos, root, join(root, 'link'), join(root, 'file.txt')]) {
      await expect(openOutputFolder(output, [photos])).rejects.toThrow(UsageError);
    }
  });
});

it('follows no link on the way to a copy', async () => {
  const [output, elsewhere] = [folder({ 'file/a.txt': '' }), folder()];
  symlinkSync(elsewhere, join(output, 'DCIM'));
  mkdirSync(join(output, 'fine'));
  expect(await makeFolders(output, join('DCIM', 'a.jpg'))).toBe('link');
  expect(await makeFolders(output, join('fine', 'new', 'a.jpg'))).toBeNull();
  expect(await makeFolders(output, join('file', 'a.txt', 'a.jpg'))).toBe('not-a-folder');
});
