// argv and the environment are read in one file only, src/options/environment.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../helpers/root.js';

const READS =
  /\bprocess\.(?:env|argv|argv0|execArgv)\b|\bprocess\[|= process\b(?!\.)|'node:process'|\.isTTY\b|\bstd(?:in|out|err)\.(?:columns|rows)\b/;
const MACHINE = /\b(?:availableParallelism|cpus|homedir|userInfo|envPaths)\(/;
/** Passing the environment to a child process is not reading it. */
const HANDED_ON = /\.\.\.process\.env\b/g;

const EXCEPTIONS: Readonly<Record<string, string>> = {
  'options/environment.ts': 'here it is read',
  'inference/telemetry.ts': 'writes the one variable by which ONNX Runtime keeps quiet',
  'workers/worker-main.ts': 'its argv is what the main process starts it with',
};

test('only the environment module reads argv, environment variables and terminals', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const readers = files.filter((name) => {
    const code = readFileSync(join(ROOT, 'src', name), 'utf8').replace(HANDED_ON, '');
    return READS.test(code) || MACHINE.test(code);
  });
  expect(readers.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});
