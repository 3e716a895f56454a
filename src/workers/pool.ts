// The worker processes as the main process sees them: a target in, its result out, even if a
// process crashes meanwhile.
import type { ChildProcess } from 'node:child_process';
import { UsageError } from '../errors.js';
import { problem } from '../messages/problems.js';
import type { PhotoResult } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import type { PictureResult, ThumbnailRequest } from '../types/thumbnail.js';
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.js';
import { startWorker } from './start.js';
import { unexamined } from './unexamined.js';

export interface PoolOptions extends WorkerSettings {
  /** Max worker processes. They are started as targets arrive. */
  readonly jobs: number;
  /**
   * Milliseconds that one target may take before its process is killed. Each inner picture has the
   * same time again, and a large video gets more: see `limitOf`.
   */
  readonly timeLimitMs: number;
  /** How long a target took in a process that had loaded its models for an earlier one. */
  readonly onTimed?: (target: ScanTarget, ms: number) => void;
}

export interface Pool {
  /**
   * Starts the first process and settles when it is ready.
   * @throws UsageError if it cannot work, for example because a model is missing
   */
  ready(): Promise<void>;
  /**
   * Never rejects because of the file.
   * @throws UsageError if no worker can work
   */
  examine(target: ScanTarget): Promise<PhotoResult>;
  /** Ends all processes. Pending examinations are never settled. */
  close(): void;
  readonly isClosed: boolean;
}

/**
 * A worker above this many bytes is replaced between two photos: WebAssembly decoders never return
 * memory.
 */
const MAX_WORKER_BYTES = 1_500_000_000;

/** A pool that also makes small copies of photos. */
export interface PicturePool extends Pool {
  /**
   * Never rejects because of the file.
   * @throws UsageError if no worker can work
   */
  thumbnail(request: ThumbnailRequest): Promise<PictureResult>;
}

interface Job {
  readonly target: ScanTarget;
  readonly message: Exclude<ToWorker, { type: 'settings' }>;
  readonly resolve: (answer: Answer) => void;
  /** No worker gave an answer, for this reason. */
  readonly giveUp: (why: ScanProblem) => void;
  readonly reject: (error: Error) => void;
  crashes: number;
}

type Answer = Extract<FromWorker, { type: 'result' | 'thumbnail' }>;

interface Worker {
  readonly child: ChildProcess;
  /** Process id of a program that it waits for. The program would outlive the worker. */
  program: number | null;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
  /** When it was given its target. */
  givenAt: number;
  /** Targets that it has finished. */
  finished: number;
}

/**
 * @param first a process that is already running, from startWorker(); it becomes the first worker
 * @param start starts the others; tests that watch their own processes pass another one
 */
export function createPool(options: PoolOptions, first?: ChildProcess, start: StartWorker = startWorker): PicturePool {
  return new ProcessPool(options, first, start);
}

type StartWorker = () => ChildProcess;

class ProcessPool implements PicturePool {
  readonly #options: PoolOptions;
  readonly #start: StartWorker;
  readonly #waiting: Job[] = [];
  readonly #workers = new Set<Worker>();
  #isClosed = false;
  /** Settled by the first process, which may be ready before anyone asks. */
  readonly #readiness: Promise<void>;
  #isReady = () => {};
  #isUnusable = (_error: Error) => {};

  constructor(options: PoolOptions, first: ChildProcess | undefined, start: StartWorker) {
    this.#options = options;
    this.#start = start;
    this.#readiness = new Promise((resolve, reject) => {
      this.#isReady = resolve;
      this.#isUnusable = reject;
    });
    // The caller that waits for it gets the error. Until then it must not count as unhandled.
    this.#readiness.catch(() => {});
    if (first) this.#employ(first);
  }

  ready(): Promise<void> {
    if (this.#workers.size === 0) this.#employ(this.#start());
    return this.#readiness;
  }

  examine(target: ScanTarget): Promise<PhotoResult> {
    return new Promise((resolve, reject) => {
      const giveUp = (why: ScanProblem) => resolve(unexamined(target, why));
      const answered = (answer: Answer) => answer.type === 'result' && resolve(answer.result);
      this.#add({ target, message: { type: 'examine', target }, resolve: answered, giveUp, reject, crashes: 0 });
    });
  }

  thumbnail(request: ThumbnailRequest): Promise<PictureResult> {
    const { target } = request;
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve({ why: 'undecodable' });
      const answered = (answer: Answer) => answer.type === 'thumbnail' && resolve(answer.picture);
      this.#add({ target, message: { type: 'thumbnail', request }, resolve: answered, giveUp, reject, crashes: 0 });
    });
  }

  #add(job: Job): void {
    this.#waiting.push(job);
    this.#distribute();
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.length = 0;
    for (const worker of this.#workers) this.#stop(worker);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  #distribute(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const worker = this.#idleWorker();
      if (!worker) return;
      this.#give(worker, this.#waiting.shift()!);
    }
  }

  #idleWorker(): Worker | undefined {
    for (const worker of this.#workers) if (worker.job === null) return worker;
    return this.#workers.size < this.#options.jobs ? this.#employ(this.#start()) : undefined;
  }

  #employ(child: ChildProcess): Worker {
    const worker: Worker = { child, program: null, job: null, timer: undefined, givenAt: 0, finished: 0 };
    this.#workers.add(worker);
    child.on('message', (message: FromWorker) => this.#receive(worker, message));
    child.once('exit', () => this.#lose(worker));
    child.once('error', () => this.#lose(worker));
    // A process that was started early may have ended before these listeners were added.
    if (child.exitCode !== null || child.signalCode !== null) setImmediate(() => this.#lose(worker));
    const { engine, detectors, isFast, isValueShown, videoSettings } = this.#options;
    sendTo(child, { type: 'settings', settings: { engine, detectors, isFast, isValueShown, videoSettings } });
    return worker;
  }

  #give(worker: Worker, job: Job): void {
    worker.job = job;
    worker.givenAt = performance.now();
    this.#time(worker, job, limitOf(job.target, this.#options.timeLimitMs));
    sendTo(worker.child, job.message);
  }

  #time(worker: Worker, job: Job, limitMs: number): void {
    clearTimeout(worker.timer);
    worker.timer = setTimeout(() => this.#giveUp(worker, job, limitMs), limitMs);
  }

  #receive(worker: Worker, message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        this.#isReady();
        return;
      case 'unusable':
        this.#abandon(message.message);
        return;
      case 'inner-picture':
        if (worker.job) this.#time(worker, worker.job, this.#options.timeLimitMs);
        return;
      case 'program':
        worker.program = message.pid;
        return;
      case 'result':
      case 'thumbnail':
        this.#noteTime(worker);
        this.#release(worker)?.resolve(message);
        if (message.memoryBytes > MAX_WORKER_BYTES) this.#stop(worker);
        this.#distribute();
        return;
      default:
        message satisfies never;
    }
  }

  #noteTime(worker: Worker): void {
    const { job, givenAt } = worker;
    if (job && worker.finished++ > 0) this.#options.onTimed?.(job.target, performance.now() - givenAt);
  }

  #giveUp(worker: Worker, job: Job, limitMs: number): void {
    this.#stop(worker);
    const seconds = limitMs / 1000;
    job.giveUp(problem(job.target.path, 'time-limit', `${seconds}`));
    this.#distribute();
  }

  /** The process is gone: its target gets one more try in a fresh one. */
  #lose(worker: Worker): void {
    if (!this.#workers.has(worker)) return;
    const job = this.#release(worker);
    this.#stop(worker);
    this.#isUnusable(new UsageError('a worker process ended before it was ready; run lenscap doctor to see why'));
    if (job && ++job.crashes === 1) this.#waiting.unshift(job);
    else job?.giveUp(problem(job.target.path, 'crashed'));
    this.#distribute();
  }

  #abandon(message: string): void {
    const open = [...this.#waiting, ...[...this.#workers].flatMap((worker) => worker.job ?? [])];
    this.close();
    this.#isUnusable(new UsageError(message));
    for (const job of open) job.reject(new UsageError(message));
  }

  #release(worker: Worker): Job | null {
    clearTimeout(worker.timer);
    const { job } = worker;
    worker.job = null;
    return job;
  }

  #stop(worker: Worker): void {
    clearTimeout(worker.timer);
    this.#workers.delete(worker);
    worker.child.kill('SIGKILL');
    if (worker.program !== null) endProgram(worker.program);
    worker.program = null;
  }
}

/**
 * Bytes per millisecond of a slow card reader, and the max extra time for a file's size: a hostile
 * file claims any size.
 */
const SLOW_BYTES_PER_MS = 20_000;
const MAX_EXTRA_MS = 600_000;

/**
 * Milliseconds. A video is read to its end for its SHA-256, and gigabytes take long on a slow disk.
 */
export function limitOf({ kind, bytes }: ScanTarget, timeLimitMs: number): number {
  if (kind !== 'video') return timeLimitMs;
  return timeLimitMs + Math.min(MAX_EXTRA_MS, Math.floor(bytes / SLOW_BYTES_PER_MS / 1000) * 1000);
}

function endProgram(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/** If sending fails, the process is gone; its exit event reports that. */
function sendTo(child: ChildProcess, message: ToWorker): void {
  child.send(message, () => {});
}
