// Sets the memory thresholds of a worker (src/workers/start.ts). Without them a large model run
// spends most of its time on page faults.
import { spawnSync } from 'node:child_process';
import { LATE_RETURN } from '../src/workers/start.js';

/** Restarts this program once with the environment of a worker, and ends with its exit code. */
export function asWorker(): void {
  if (Object.entries(LATE_RETURN).every(([name, value]) => process.env[name] === value)) return;
  const env = { ...process.env, ...LATE_RETURN };
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
