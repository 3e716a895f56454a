// Starts a worker process. It loads its code while the main process is still reading its options, so that a hook need not wait twice.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NO_TELEMETRY } from '../inference/telemetry.js';
import { EVERYTHING } from './protocol.js';

/** Always the built program: a process started from src/ could not load TypeScript. */
const ENTRY = fileURLToPath(new URL('../../dist/workers/worker-main.js', import.meta.url));

/** glibc returns freed memory late by default; with 256 MB thresholds a worker stays near 300 MB instead of 370. */
const MALLOC_BYTES = String(256 * 1024 * 1024);
export const LATE_RETURN = { MALLOC_TRIM_THRESHOLD_: MALLOC_BYTES, MALLOC_MMAP_THRESHOLD_: MALLOC_BYTES };

/** @param isEverythingLikely its settings are still to come, and will hardly leave a detector out */
export function startWorker(isEverythingLikely = false): ChildProcess {
  return fork(ENTRY, isEverythingLikely ? [EVERYTHING] : [], {
    serialization: 'advanced',
    execArgv: [],
    // Decoders write warnings about the file to stderr; they may quote it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...LATE_RETURN, ...NO_TELEMETRY },
  });
}
