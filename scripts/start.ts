// `npm start`: brings the build up to date, then scans the sample gallery, or runs the given
// arguments.
import { spawnSync } from 'node:child_process';
import { build } from './build.js';

// The videos of the sample are headers without frames, so ffmpeg has nothing to do even if it is
// installed.
// The day is the one after the last photo was taken: on any later day the service would take none
// of the photos.
const EXAMPLE = ['scan', 'fixtures/gallery', '--fail-on', 'never', '--as-of', '2025-06-21', '--videos', 'metadata'];

// npm runs this in the package's folder. Paths in the arguments are relative to the user's folder.
const cwd = process.env.INIT_CWD ?? process.cwd();
await build();
const root = process.cwd();
const args = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [`${root}/bin/lenscap.js`, ...(args.length > 0 ? args : EXAMPLE)], {
  cwd: args.length > 0 ? cwd : root,
  stdio: 'inherit',
});
process.exitCode = status ?? 2;
