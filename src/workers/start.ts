// Starts a worker process. It loads its code while the main process still parses its options, so a
// hook waits only once.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NO_TELEMETRY } from '../inference/telemetry.js';
import { EVERYTHING } from './protocol.js';

/** Always the built program: a process started from src/ could not load TypeScript. */
const ENTRY = fileURLToPath(new URL('../../dist/workers/worker-main.js', import.meta.url));

/**
 * By default glibc returns freed memory late. With thresholds of 256 MB a worker stays near 300 MB
 * instead of 370.
 */
const MALLOC_BYTES = String(256 * 1024 * 1024);
export const LATE_RETURN = { MALLOC_TRIM_THRESHOLD_: MALLOC_BYTES, MALLOC_MMAP_THRESHOLD_: MALLOC_BYTES };

/** @param isEverythingLikely the settings are not known yet and will probably need all detectors */
export function startWorker(isEverythingLikely = false): ChildProcess {
  return fork(ENTRY, isEverythingLikely ? [EVERYTHING] : [], {
    serialization: 'advanced',
    execArgv: [],
    // Decoders write warnings about the file to stderr, and these may quote it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...LATE_RETURN, ...NO_TELEMETRY },
  });
}
