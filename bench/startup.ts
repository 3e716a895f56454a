// The time of `lenscap check` on one small photo, and its parts.
// The lower bound is a bare start of ONNX Runtime plus the model loads and runs that this photo
// needs; the goal is at most 1.5 times that.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDetectors } from '../src/detectors/index.js';
import type { Engine, Model } from '../src/inference/engine.js';
import { createEngine } from '../src/inference/index.js';
import { openPhoto } from '../src/photo/open.js';
import { median } from './median.js';

const DETECTORS = await loadDetectors();

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PHOTO = process.argv[2] ?? 'node_modules/@vladmandic/face-api/demo/sample1.jpg';
const ROUNDS = 9;
const TARGET_RATIO = 1.5;

process.chdir(ROOT);

/** Milliseconds of a new Node process with these arguments. */
function timeNode(...args: string[]): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === null || status === 2) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return performance.now() - startedAt;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/**
 * Milliseconds of decoding, of each model load for this photo, and of each detector without its
 * model loads, in a new engine.
 */
async function parts(): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const engine = await createEngine('onnx');
  const loads = new Map<string, Promise<Model>>();
  const timed: Engine = {
    ...engine,
    model(id) {
      const load = async () => {
        const startedAt = performance.now();
        const model = await engine.model(id);
        times.set(`load ${id}`, performance.now() - startedAt);
        return model;
      };
      return loads.get(id) ?? loads.set(id, load()).get(id)!;
    },
  };
  const loading = () => [...times].reduce((sum, [name, ms]) => (name.startsWith('load ') ? sum + ms : sum), 0);
  const stat = statSync(PHOTO);
  const target = {
    path: PHOTO,
    bytes: stat.size,
    mtimeMs: stat.mtimeMs,
    kind: 'image',
    mediaType: 'image/jpeg',
  } as const;
  const photo = openPhoto(target, readFileSync(PHOTO));
  times.set('decode', await time(() => photo.pixels()));
  for (const detector of DETECTORS) {
    const before = loading();
    const whole = await time(() => detector.detect(photo, { engine: timed, isFast: false }));
    times.set(`run ${detector.id}`, whole - (loading() - before));
  }
  return times;
}

const bare: number[] = [];
const whole: number[] = [];
const each = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  bare.push(timeNode('-e', "require('onnxruntime-node')"));
  whole.push(timeNode('bin/lenscap.js', 'check', PHOTO));
  for (const [name, ms] of await parts()) each.set(name, [...(each.get(name) ?? []), ms]);
}

const floor = median(bare) + [...each.values()].reduce((sum, times) => sum + median(times), 0);
const row = (name: string, ms: number) => console.log(`${name.padEnd(28)}${ms.toFixed(0).padStart(6)} ms`);
console.log(`lenscap check ${PHOTO}, medians of ${ROUNDS} interleaved rounds\n`);
row("node -e require('onnxruntime-node')", median(bare));
for (const [name, times] of each) row(name, median(times));
row('sum of the parts', floor);
row('lenscap check', median(whole));
const ratio = median(whole) / floor;
console.log(`\nratio ${ratio.toFixed(2)} (target ${TARGET_RATIO})`);
