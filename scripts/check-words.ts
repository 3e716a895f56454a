// `npm run words`: refuses the words of scripts/words.txt in code, comments, messages and
// documents. Part of `npm run check`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIST = 'scripts/words.txt';
const CHECKED = ['*.ts', '*.md', '*.yml', '*.py', '*.sh', '*.js', 'package.json'];
/** The list itself, and its examples. */
const SKIPPED: ReadonlySet<string> = new Set([LIST, 'scripts/check-words.ts']);

interface WordRule {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Parts of a line in which the word is allowed. */
  readonly allowed: string[];
}

export interface FoundWord {
  /** Line number, from 1. */
  readonly line: number;
  readonly word: string;
  readonly instead: string;
}

/** @throws Error with the number of the line that is not a rule */
export function readRules(text: string): readonly WordRule[] {
  const rules: WordRule[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [left, right] = line.split(' => ');
    const rule = rules.at(-1);
    if (!left || !right) throw new Error(`${LIST}, line ${index + 1}: write "pattern => the word to use"`);
    if (!left.startsWith('! ')) {
      rules.push({ pattern: new RegExp(`(?<![\\w-])(?:${left})(?![\\w])`, 'gi'), instead: right, allowed: [] });
    } else if (rule) rule.allowed.push(left.slice(2));
    else throw new Error(`${LIST}, line ${index + 1}: an exception follows the rule that it belongs to`);
  }
  return rules;
}

export function findWords(text: string, rules: readonly WordRule[]): readonly FoundWord[] {
  return text.split('\n').flatMap((line, index) =>
    rules.flatMap(({ pattern, instead, allowed }) => {
      const rest = allowed.reduce((left, part) => left.replaceAll(part, ''), line);
      return [...rest.matchAll(pattern)].map(([word]) => ({ line: index + 1, word, instead }));
    }),
  );
}

function check(): number {
  const rules = readRules(readFileSync(`${ROOT}/${LIST}`, 'utf8'));
  const listed = execFileSync('git', ['ls-files', ...CHECKED], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.split('\n').filter((file) => file !== '' && !SKIPPED.has(file));
  let count = 0;
  for (const file of files) {
    for (const { line, word, instead } of findWords(readFileSync(`${ROOT}/${file}`, 'utf8'), rules)) {
      console.error(`${file}:${line}: "${word}": write ${instead} (${LIST})`);
      count++;
    }
  }
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && check() > 0) process.exitCode = 1;
