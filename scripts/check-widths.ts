// `npm run widths`: refuses comments wider than 100 columns, and code in src wider than 120. Part
// of `npm run check`. The formatter keeps code at 120 except where it cannot break a template.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAX_COMMENT_COLUMNS = 100;
const MAX_CODE_COLUMNS = 120;
/** Longer text in a literal is data: a sentence, a regular expression, a list of words. */
const MAX_SHORT_TEXT = 40;

export interface WideLine {
  /** Line number, from 1. */
  readonly line: number;
  readonly columns: number;
  readonly what: 'comment' | 'code';
}

/** A range of UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * @param file decides the language by its extension
 * @throws Error if the text cannot be parsed
 */
export function wideLines(file: string, text: string): readonly WideLine[] {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const literals = [...literalsIn(program)].filter(({ start, end }) => end - start > MAX_SHORT_TEXT);
  const wide: WideLine[] = [];
  let start = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const line = { start, end: start + content.length };
    start = line.end + 1;
    const first = line.start + content.search(/\S|$/);
    const isComment = comments.some((comment) => comment.start <= first && first < comment.end);
    // What has no space cannot be broken: an address.
    const isBreakable = /\S\s+\S+\s+\S/.test(content);
    const columns = isComment ? content.length : content.length - sharedColumns(line, literals);
    const what = isComment ? 'comment' : 'code';
    if (isBreakable && columns > (isComment ? MAX_COMMENT_COLUMNS : MAX_CODE_COLUMNS)) {
      wide.push({ line: index + 1, columns: content.length, what });
    }
  }
  return wide;
}

function sharedColumns(line: Range, literals: readonly Range[]): number {
  const shared = literals.map(({ start, end }) => Math.min(end, line.end) - Math.max(start, line.start));
  return shared.reduce((sum, columns) => sum + Math.max(0, columns), 0);
}

/** Strings, regular expressions, and the text of templates between their expressions. */
function* literalsIn(value: unknown): Generator<Range> {
  if (typeof value !== 'object' || value === null) return;
  const { type, start, end } = value as { type?: unknown; start?: unknown; end?: unknown };
  if ((type === 'Literal' || type === 'TemplateElement') && typeof start === 'number' && typeof end === 'number') {
    yield { start, end };
    return;
  }
  for (const part of Object.values(value)) yield* literalsIn(part);
}

function check(): number {
  const listed = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.js'], { cwd: ROOT, encoding: 'utf8' });
  let count = 0;
  for (const file of listed.split('\n').filter(Boolean)) {
    for (const { line, columns, what } of wideLines(file, readFileSync(`${ROOT}/${file}`, 'utf8'))) {
      if (what === 'code' && !file.startsWith('src/')) continue;
      const limit = what === 'code' ? MAX_CODE_COLUMNS : MAX_COMMENT_COLUMNS;
      console.error(`${file}:${line}: ${what} of ${columns} columns; wrap it at ${limit}`);
      count++;
    }
  }
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && check() > 0) process.exitCode = 1;
