import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Surroundings } from '../../src/cache/surroundings.js';
import { folder } from '../helpers/folder.js';

it('lists a folder once, also where a list goes back and forth between folders', async () => {
  const root = folder({ 'a/1.mov': 'x', 'b/1.mov': 'y' });
  const asked: string[] = [];
  const surroundings = new Surroundings(async (path) => {
    asked.push(path);
    return 'content';
  });
  const of = (name: string) =>
    surroundings.of({ path: join(root, name), bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' });
  await of('a/1.jpg');
  await of('b/1.jpg');
  // A second list of it would have the new name.
  renameSync(join(root, 'a/1.mov'), join(root, 'a/2.mov'));
  await of('a/1.jpg');
  expect(asked).toEqual(['a/1.mov', 'b/1.mov', 'a/1.mov'].map((name) => join(root, name)));
});
