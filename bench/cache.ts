// Scans of the same 10,000 photos, with results that are kept: `npx tsx bench/cache.ts`. The photos
// are small and distinct, and only their metadata is examined, so that the cache is what is timed.
// Fails if a second scan gives another report; `PHOTOS=500 ROUNDS=1` is the short version.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { build } from '../scripts/build.js';
import { median } from './median.js';

const PHOTOS = Number(process.env.PHOTOS ?? 10_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const TARGET_MS = 3000;
const LENSCAP = fileURLToPath(new URL('../bin/lenscap.js', import.meta.url));

await build();
const folder = mkdtempSync(join(tmpdir(), 'lenscap-bench-'));
try {
  await drawPhotos();
  const first = scan();
  const second = Array.from({ length: ROUNDS }, () => scan());
  const other = [scan('--skip', 'metadata/location'), scan('--min-score', '0.9'), scan('--as-of', '2025-06-20')];
  appendFileSync(join(folder, 'photos', '0', '0.jpg'), 'changed');
  const changed = scan();
  const report = scan('report');
  const whole = scan('--no-cache');
  console.log(`${PHOTOS} photos, milliseconds (processor time of the main process and its workers)`);
  for (const [what, ms] of Object.entries({ 'without a cache': whole, first, 'one changed': changed, report }))
    show(what, [ms]);
  show(`second (target ${TARGET_MS})`, second);
  show('another rule, threshold, day', other);
  const isSame = new Set([first, ...second].map(({ report }) => report)).size === 1;
  console.log(`the same bytes: ${isSame}`);
  if (!isSame) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
  readonly report: string;
}

function scan(...more: readonly string[]): Timed {
  const [command, flags] = more[0] === 'report' ? ['report', more.slice(1)] : ['scan', more];
  const output = join(folder, 'report.json');
  const args = [command, join(folder, 'photos'), '--only', 'metadata', '--output', output, '--quiet', ...flags];
  const env = { ...process.env, LENSCAP_CACHE: join(folder, 'cache'), LENSCAP_FFMPEG: 'off' };
  const startedAt = performance.now();
  // bash states the processor time of a child and of its own children.
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$0" "$@"', process.execPath, LENSCAP, ...args],
    {
      encoding: 'utf8',
      env,
    },
  );
  if (status === null || status === 2) throw new Error(stderr);
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { ms: performance.now() - startedAt, cpuMs: (user + system) * 1000, report: readFileSync(output, 'utf8') };
}

function show(what: string, timed: readonly Timed[]): void {
  const [ms, cpuMs] = [median(timed.map(({ ms }) => ms)), median(timed.map(({ cpuMs }) => cpuMs))];
  console.log(`${what.padEnd(30)}${ms.toFixed(0).padStart(8)} (${cpuMs.toFixed(0)})`);
}

/** A comment makes each of them another file. */
async function drawPhotos(): Promise<void> {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#88a' } })
    .jpeg()
    .toBuffer();
  const old = new Date('2025-06-01T12:00:00Z');
  for (let index = 0; index < PHOTOS; index++) {
    const text = Buffer.from(`photo ${index}`);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
    const place = join(folder, 'photos', String(Math.floor(index / 1000)));
    if (index % 1000 === 0) mkdirSync(place, { recursive: true });
    const path = join(place, `${index}.jpg`);
    writeFileSync(path, Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
    utimesSync(path, old, old);
  }
}
