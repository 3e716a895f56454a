// The Markdown files of the project, and what is in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/root.js';

const FOLDERS = ['.github', 'docs', 'eval', 'examples', 'fixtures', 'models', 'src', 'test'];

export interface MarkdownPage {
  /** From the top folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

export const PAGES: readonly MarkdownPage[] = [
  ...readdirSync(ROOT),
  ...FOLDERS.flatMap((name) =>
    readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' }).map((file) => `${name}/${file}`),
  ),
]
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.md') && !path.startsWith('fixtures/gallery/'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

export interface Block {
  /** What follows the opening fence; empty where nothing does. */
  readonly language: string;
  readonly code: string;
}

export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
}

function withoutBlocks(text: string): string {
  return text.replace(/^```\w*\n[\s\S]*?^```$/gm, '');
}

/** Anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => {
    const plain = title
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  });
  return new Set(anchors);
}

/** Addresses that a page links to. */
export function linksOf(text: string): readonly string[] {
  const prose = withoutBlocks(text).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, address = '']) => address);
}
