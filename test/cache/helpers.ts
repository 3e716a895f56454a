// A cache in a folder of its own, and results as a worker would send them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { Cache, type CacheOptions } from '../../src/cache/cache.js';
import { problem } from '../../src/messages/problems.js';
import type { Detection } from '../../src/types/detection.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { ProblemCode } from '../../src/types/problem.js';
import type { ScanTarget } from '../../src/types/target.js';
import { walk } from '../../src/walk/walk.js';

const SETTINGS = {
  engine: 'onnx',
  isFast: false,
  videoSettings: { ffmpeg: '/usr/bin/ffmpeg', frames: 8, isLeftOut: false },
  detectors: ['metadata', 'faces'],
  isHashed: false,
} as const;

export interface Opened {
  readonly cache: Cache;
  readonly remarks: string[];
}

export async function open(folder: string, more: Partial<CacheOptions> = {}): Promise<Opened> {
  const remarks: string[] = [];
  const onRemark = (remark: string) => void remarks.push(remark);
  const cache = await Cache.open({ ...SETTINGS, folder, onRemark, ...more });
  onTestFinished(() => cache.close());
  return { cache, remarks };
}

/** The targets in a folder as the walk of a scan with this cache finds them. */
async function targetsIn(root: string, { cache }: Opened): Promise<ScanTarget[]> {
  const targets: ScanTarget[] = [];
  const options = { filesFrom: null, isNullSeparated: false, videos: 'auto', known: cache.files } as const;
  for await (const event of walk({ roots: [root], ...options }))
    if (event.type === 'target') targets.push(event.target);
  return targets;
}

/** The one target of a folder whose name ends like this. */
export async function targetIn(root: string, name: string, opened: Opened): Promise<ScanTarget> {
  const target = (await targetsIn(root, opened)).find(({ path }) => path === join(root, name));
  if (!target) throw new Error(`${name} is no target`);
  return target;
}

export function resultOf(target: ScanTarget, more: Partial<PhotoResult> = {}): PhotoResult {
  return {
    target,
    sha256: createHash('sha256').update(readFileSync(target.path)).digest('hex'),
    width: 320,
    height: 240,
    hash: null,
    takenAt: null,
    takenAtSource: 'none',
    examination: 'full',
    detections: [],
    problems: [],
    ...more,
  };
}

export function troubled(target: ScanTarget, code: ProblemCode, path = target.path): PhotoResult {
  return resultOf(target, { examination: 'partial', problems: [problem(path, code)] });
}

export function found(detector: string, label: string): Detection {
  const source = { picture: 'main', atMs: null } as const;
  return { detector, label, score: 0.9, proved: false, source, region: null, evidence: {} };
}

/** Files that were just written are read again; by this clock they are ten seconds old. */
export function laterOn(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  onTestFinished(() => void vi.useRealTimers());
}
