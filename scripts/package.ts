// `npm run package`: a tarball with the built program and the built models. It does not include the
// packages that the weights came from.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from './build.js';

// A renamed or removed module must not be packed.
rmSync('dist', { recursive: true, force: true });
await build();
const { status } = spawnSync('npm', ['pack', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
