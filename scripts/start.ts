// `npm start`: brings the build up to date, then scans the sample gallery, or does what the arguments say.
import { spawnSync } from 'node:child_process';
import { build } from './build.js';

// The sample's videos are headers without frames, so that ffmpeg, where it is installed, has nothing to do.
// On the day after its last photo was taken: on any later one the service would take none of them.
const EXAMPLE = ['scan', 'fixtures/gallery', '--fail-on', 'never', '--as-of', '2025-06-21', '--videos', 'metadata'];

// npm runs this in the package's folder; paths in the arguments are meant from where the person stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
await build();
const root = process.cwd();
const args = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [`${root}/bin/lenscap.js`, ...(args.length > 0 ? args : EXAMPLE)], {
  cwd: args.length > 0 ? cwd : root,
  stdio: 'inherit',
});
process.exitCode = status ?? 2;
