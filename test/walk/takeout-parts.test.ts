import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { eventsOf, JPEG } from './events.js';

const YEAR = 'Takeout/Google Photos/Photos from 2025';
const JSON_FILE = Buffer.from('{}');

/** Sidecars of each photo, by paths in the root. */
async function tied(root: string, from = root): Promise<Record<string, readonly string[]>> {
  const short = (path: string) => path.slice(root.length + 1);
  const events = await eventsOf(from);
  return Object.fromEntries(
    events.flatMap((event) =>
      event.type === 'target' ? [[short(event.target.path), (event.target.sidecars ?? []).map(short)]] : [],
    ),
  );
}

describe('a photo and its sidecar in different parts of an export', () => {
  it.each([
    ['in folders of their own', `part-1/${YEAR}`, `part-2/${YEAR}`],
    ['unpacked next to each other', YEAR, YEAR.replace('Takeout', 'Takeout 2')],
  ])('%s are tied', async (_how, photos, sidecars) => {
    const root = folder({ [`${photos}/a.jpg`]: JPEG, [`${sidecars}/a.jpg.json`]: JSON_FILE });
    expect(await tied(root)).toEqual({ [join(photos, 'a.jpg')]: [join(sidecars, 'a.jpg.json')] });
    const ignored = (await eventsOf(root)).filter(({ type }) => type === 'ignored');
    expect(ignored).toEqual([{ type: 'ignored', kind: 'sidecar' }]);
  });

  it('are not tied from outside of the folder that was named, nor from another folder of the export', async () => {
    const root = folder({
      [`part-1/${YEAR}/a.jpg`]: JPEG,
      [`part-2/${YEAR}/a.jpg.json`]: JSON_FILE,
      'part-3/Takeout/Google Photos/Photos from 2024/a.jpg.json': JSON_FILE,
    });
    const named = join(root, 'part-1');
    expect(await tied(root, named)).toEqual({ [join('part-1', YEAR, 'a.jpg')]: [] });
    expect(await tied(root)).toEqual({
      [join('part-1', YEAR, 'a.jpg')]: [join('part-2', YEAR, 'a.jpg.json')],
    });
  });

  it('is the one of the same part where both have one', async () => {
    const root = folder({
      [`1/${YEAR}/a.jpg`]: JPEG,
      [`1/${YEAR}/a.jpg.json`]: JSON_FILE,
      [`2/${YEAR}/a.jpg.json`]: JSON_FILE,
    });
    expect(await tied(root)).toEqual({ [join('1', YEAR, 'a.jpg')]: [join('1', YEAR, 'a.jpg.json')] });
  });
});
