// Breaks without a visible effect, which no test can notice. Each has a reason.
import type { Break } from './operators.js';

export interface Equivalent extends Pick<Break, 'file' | 'operator' | 'before' | 'after'> {
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/findings/judge.ts',
    operator: 'drop a fallback',
    before: "const fingerprinted = fingerprint(sha256 ?? '', addWords(drafts, words));",
    after: 'const fingerprinted = fingerprint((sha256)!, addWords(drafts, words));',
    why: 'a photo of which anything was examined has a hash',
  },
  {
    file: 'src/cli.ts',
    operator: 'swap some and every, min and max',
    before:
      "if (first === undefined || first.startsWith('-') || commands.some((command) => command.name() === first)) return;",
    after:
      "if (first === undefined || first.startsWith('-') || commands.every((command) => command.name() === first)) return;",
    why: 'only spares loading what refuses an unknown command, which decides the same once more',
  },
];

export function isEquivalent(one: Break, list = EQUIVALENT): boolean {
  return list.some(
    ({ file, operator, before, after }) =>
      file === one.file && operator === one.operator && before === one.before && after === one.after,
  );
}
