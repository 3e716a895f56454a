// Files per second of a metadata scan, compared with exiftool on the same files: `npx tsx
// bench/metadata.ts DIR`.
// Three interleaved rounds: exiftool, the whole group `metadata`, and the same without comparing
// embedded pictures.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/build.js';
import { median } from './median.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const TARGET_RATIO = 10;
const LENSCAP = fileURLToPath(new URL('../bin/lenscap.js', import.meta.url));

const dir = process.argv[2];
if (dir === undefined) throw new Error('name a folder of photos');
await build();
const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

const scan = [LENSCAP, 'scan', dir, '--only', 'metadata', '--format', 'json', '--no-cache', '--no-progress'];
const COMMANDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'exiftool -json -r': ['exiftool', '-json', '-r', dir],
  'lenscap --only metadata': [process.execPath, ...scan],
  '  without embedded pictures': [process.execPath, ...scan, '--skip', 'metadata/embedded-original'],
};

/**
 * Files per second.
 * @throws Error if the program could not run
 */
function speed([program, ...args]: readonly [string, ...string[]]): number {
  const startedAt = performance.now();
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  if (error || status === 2) throw error ?? new Error(`${program} failed`);
  return (1000 * files) / (performance.now() - startedAt);
}

const speeds = new Map(Object.keys(COMMANDS).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, command] of Object.entries(COMMANDS)) speeds.get(name)?.push(speed(command));
}

const [reference = []] = speeds.values();
console.log(
  `${files} files, ${ROUNDS} interleaved rounds; ratio to exiftool of the same round (target ${TARGET_RATIO})\n`,
);
for (const [name, each] of speeds) {
  const ratios = each.map((one, round) => one / (reference[round] ?? Number.NaN));
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  console.log(
    `${name.padEnd(30)}${median(each).toFixed(1).padStart(8)} files/s  ${median(ratios).toFixed(2)} (${spread})`,
  );
}
