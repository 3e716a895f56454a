// Reports imports in src/ that go upwards, form a circle, or load too early. Part of `npm run
// check`.
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { IMPORT_RULES } from './import-rules.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every import in `root`/src, including type imports, and which of them the rules forbid. */
export async function importsIn(root = ROOT): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...IMPORT_RULES] },
    doNotFollow: { path: 'node_modules' },
    // Without it type imports are not reported.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of a result');
  return output;
}

/** One line for each forbidden import: `rule: from -> to`. */
export function forbidden({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle === undefined ? [to] : cycle.map(({ name }) => name);
    return `${rule.name}: ${[from, ...path].join(' -> ')}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = forbidden(await importsIn());
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}
