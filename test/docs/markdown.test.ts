// What holds for every Markdown file of the project.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/root.js';
import { anchorsOf, linksOf, PAGES } from './pages.js';

const MAX_COLUMNS = 100;

it('knows the pages', () => {
  expect(PAGES.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/cli.md', 'docs/notes/accuracy-history.md']),
  );
});

/** What is wrong with a link from a page; null where nothing is. */
function fault(path: string, address: string): string | null {
  if (/^https:\/\//.test(address)) return null;
  const [file = '', anchor] = address.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return `${address}: no such file`;
  if (anchor === undefined) return null;
  const isPage = target.endsWith('.md') && statSync(join(ROOT, target)).isFile();
  const anchors = isPage ? anchorsOf(readFileSync(join(ROOT, target), 'utf8')) : new Set();
  return anchors.has(anchor) ? null : `${address}: no such heading`;
}

describe.each(PAGES)('$path', ({ path, text }) => {
  it('links to files and headings that exist', () => {
    expect(linksOf(text).flatMap((address) => fault(path, address) ?? [])).toEqual([]);
  });

  it(`is wrapped at ${MAX_COLUMNS} columns`, () => {
    // Tables and addresses cannot be broken; blocks of `text` are what a program printed.
    const lines = text.replace(/^```text\n[\s\S]*?^```$/gm, '').split('\n');
    const long = lines.filter(
      (line) => [...line].length > MAX_COLUMNS && !/^\s*\|/.test(line) && !/^\S*https:\S+$/.test(line.trim()),
    );
    expect(long).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('see a link to a file or heading that is not there', () => {
    expect(linksOf('[a](docs/x.md#y) `[b](c)`\n```\n[d](e)\n```\n')).toEqual(['docs/x.md#y']);
    expect(fault('README.md', 'docs/no-such-page.md')).toMatch(/no such file/);
    expect(fault('docs/cli.md', '../../outside.md')).toMatch(/no such file/);
    expect(fault('docs/cli.md', '#no-such-heading')).toMatch(/no such heading/);
    expect(fault('docs/cli.md', 'rules.md#personchild')).toBeNull();
  });

  it('make anchors as GitHub does', () => {
    expect([...anchorsOf('# A `b/c` (d): e\n## F\n## F\n```\n# g\n```\n')]).toEqual(['a-bc-d-e', 'f', 'f-1']);
  });
});
