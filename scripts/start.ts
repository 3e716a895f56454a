// `npm start`: brings the build up to date, then scans the sample gallery, or runs the given
// arguments. Started by start.mjs.
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { build, isBuilt, ROOT } from './build.js';

/** What the demonstration ends with. */
const NEXT = `
That was the sample gallery. What you can do next:

  npm start -- scan FOLDER        scan a folder of your own photos
  npm start -- check FILE         one photo, before you share it
  npm start -- rules              what lenscap can find, and how certain it is
  npm start -- --help             everything else
`;

// npm runs this in the package's folder. Paths in the arguments are relative to the user's folder.
const cwd = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2);
const isDemonstration = args.length === 0;
if (!(await isBuilt())) process.stderr.write('lenscap: building takes a minute or two; nothing is downloaded\n');
await build();
process.chdir(cwd);
const { status } = spawnSync(process.execPath, [`${ROOT}/bin/lenscap.js`, ...(isDemonstration ? example() : args)], {
  stdio: 'inherit',
});
// Exit code 3: some files of the sample cannot be examined in full, on purpose.
const hasShown = isDemonstration && (status === 0 || status === 3);
if (hasShown) process.stdout.write(NEXT);
process.exitCode = hasShown ? 0 : (status ?? 2);

function example(): string[] {
  const gallery = relative(cwd, `${ROOT}/fixtures/gallery`);
  // The videos of the sample are headers without frames, so ffmpeg has nothing to do even if it is
  // installed.
  // The day is the one after the last photo was taken: on any later day the service would take none
  // of the photos.
  return ['scan', gallery, '--fail-on', 'never', '--as-of', '2025-06-21', '--videos', 'metadata'];
}
