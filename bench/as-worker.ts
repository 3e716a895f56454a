// Memory as a worker of lenscap gives it back: late. Without that a large model run spends most of its time on fresh pages.
import { spawnSync } from 'node:child_process';
import { LATE_RETURN } from '../src/workers/start.js';

/** Runs this program again with a worker's environment, once, and ends with its exit code. */
export function asWorker(): void {
  if (Object.entries(LATE_RETURN).every(([name, value]) => process.env[name] === value)) return;
  const env = { ...process.env, ...LATE_RETURN };
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
