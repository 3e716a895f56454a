// A name means one thing: every export of src/ has a unique name, so a search finds it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../helpers/root.js';

const EXPORTED = /^export (?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm;

/** Names exported by more than one file on purpose, with the reason. */
const SHARED: Readonly<Record<string, string>> = {
  reader: 'each format has its own, and only its index.ts imports it',
};

function exportedTwice(files: Iterable<readonly [file: string, text: string]>): Record<string, readonly string[]> {
  const places = new Map<string, Set<string>>();
  for (const [file, text] of files) {
    for (const [, name = ''] of text.matchAll(EXPORTED)) places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  return Object.fromEntries(
    [...places].filter(([, files]) => files.size > 1).map(([name, files]) => [name, [...files]]),
  );
}

function* sources(): Generator<readonly [string, string]> {
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.ts')) yield [path, readFileSync(join(ROOT, 'src', path), 'utf8')];
  }
}

it('every export of src has a unique name', () => {
  expect(Object.keys(exportedTwice(sources())).sort()).toEqual(Object.keys(SHARED).sort());
});

it('a name exported by two files is found, an overload is not', () => {
  const files = [
    [
      'a.ts',
      'export interface Place {}\nexport const a = 1;\nexport function f(x: 1): 1;\nexport function f(x: 2): 2;\n',
    ],
    ['b.ts', 'interface Other {}\nexport type Place = Other;\nexport { a } from "./a.js";\n'],
  ] as const;
  expect(exportedTwice(files)).toEqual({ Place: ['a.ts', 'b.ts'] });
});
