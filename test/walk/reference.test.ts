// On random trees the walk finds the same files as a plain recursion.
import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folder, put } from '../helpers/folder.js';
import { eventsOf, inShort, JPEG, PDF } from './events.js';

type Node = 'photo' | 'document' | 'link' | { readonly [name: string]: Node };

const { tree } = fc.letrec<{ tree: { readonly [name: string]: Node } }>((tie) => ({
  tree: fc.dictionary(
    fc.stringMatching(/^[a-z0-9 .~-]{1,6}x$/),
    fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Node>('photo', 'document', 'link'),
      tie('tree') as fc.Arbitrary<Node>,
    ),
    { maxKeys: 5, noNullPrototype: true },
  ),
}));

function plant(folder: string, root: string, nodes: { readonly [name: string]: Node }): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, node] of Object.entries(nodes)) {
    if (node === 'photo' || node === 'document') put(folder, { [name]: node === 'photo' ? JPEG : PDF });
    else if (node === 'link') symlinkSync(root, join(folder, name));
    else plant(join(folder, name), root, node);
  }
}

/** Paths of the photos. Links are skipped, because all of them lead back into the tree. */
function recurse(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return recurse(path);
    return entry.isFile() && statSync(path).size === JPEG.length ? [path] : [];
  });
}

it.skipIf(process.platform === 'win32')('finds the same files, in the same order each time', async () => {
  const base = folder();
  let n = 0;
  await fc.assert(
    fc.asyncProperty(tree, async (nodes) => {
      const root = join(base, String(n++));
      plant(root, root, nodes);
      const targets = (await eventsOf(root)).filter(({ type }) => type === 'target');
      const found = inShort(targets, '');
      expect([...found].sort()).toEqual(recurse(root).sort());
      expect(
        inShort(
          (await eventsOf(root)).filter(({ type }) => type === 'target'),
          '',
        ),
      ).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
