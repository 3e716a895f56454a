// `npm run package`: a tarball with the built program and the built models. The packages the weights came from do not travel in it.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from './build.js';

// A module that was renamed or removed must not travel.
rmSync('dist', { recursive: true, force: true });
await build();
const { status } = spawnSync('npm', ['pack', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
