// Every command of README.md, of docs/ and of the examples that a reader may copy, run as it is
// printed.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { ROOT } from '../helpers/root.js';
import { blocksOf, PAGES } from './pages.js';

/** Blocks that are to be run: those marked `sh`. */
const RECIPES = PAGES.flatMap(({ path, text }) =>
  blocksOf(text)
    .filter(({ language }) => language === 'sh')
    .map(({ code }) => [path, code] as const),
);

const HOOK = readFileSync(join(ROOT, 'examples/pre-upload-hook.sh'), 'utf8');
/** Commands in the hook's head, one a line. */
const IN_HOOK = [...HOOK.matchAll(/^# {3}((?:lenscap scan|pre-upload-hook\.sh [a-z]).*)$/gm)].map(
  ([, line = '']) => line,
);

const PROGRAMS = ['rsync', 'rclone', 'jq'] as const;
const isThere = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((directory) => existsSync(join(directory, program)));
const missing = (code: string) => PROGRAMS.filter((program) => code.includes(`${program} `) && !isThere(program));

let plain: Buffer;
let located: Buffer;
beforeAll(async () => {
  plain = await plainJpeg();
  located = await locatedJpeg();
});

interface Home {
  readonly path: string;
  readonly run: (code: string) => { stdout: string; stderr: string; status: number | null };
}

/** A home with a phone backup, the command in PATH, and an rclone remote that is a folder. */
function home(): Home {
  const path = folder({
    'phone-backup/DCIM/safe one.jpg': plain,
    'phone-backup/DCIM/sub/-safe.jpg': plain,
    'phone-backup/DCIM/located.jpg': located,
    'phone-backup/DCIM/broken.jpg': '',
    'phone-backup/report.txt': 'no photo',
    'IMG_0001.JPG': plain,
    'IMG_0002.JPG': located,
    'holiday/a.jpg': plain,
    'DCIM/plain.jpg': plain,
    'DCIM/located.jpg': located,
    'hold-back.txt': 'DCIM/located.jpg\n',
    'bin/lenscap': `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/lenscap.js')}" "$@"\n`,
    'bin/pre-upload-hook.sh': HOOK,
    'cloud/.keep': '',
    'remote/.keep': '',
  });
  for (const name of ['lenscap', 'pre-upload-hook.sh']) chmodSync(join(path, 'bin', name), 0o755);
  const env = {
    ...process.env,
    HOME: path,
    XDG_CONFIG_HOME: join(path, 'config'),
    PATH: `${join(path, 'bin')}${delimiter}${process.env.PATH}`,
    LENSCAP_FFMPEG: 'off',
    RCLONE_CONFIG_REMOTE_TYPE: 'alias',
    RCLONE_CONFIG_REMOTE_REMOTE: join(path, 'remote'),
  };
  return { path, run: (code) => spawnSync('sh', ['-u', '-c', code], { cwd: path, env, encoding: 'utf8' }) };
}

/** Files in a folder, from it on. */
function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.keep')
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

type Check = (ran: ReturnType<Home['run']>, at: Home, code: string) => void;

/** What a recipe must have done; the first part of it that a pattern matches decides. */
const EFFECTS: readonly (readonly [pattern: RegExp, check: Check])[] = [
  [
    /rsync|rclone copy --files-from/,
    ({ stderr, status }, { path }, code) => {
      const safe = ['DCIM/safe one.jpg', 'DCIM/sub/-safe.jpg'];
      expect({ stderr: /rsync error|ERROR/.test(stderr), status }).toEqual({ stderr: false, status: 0 });
      const copies = ['cloud', 'remote/photos'].map((name) => join(path, name)).filter((name) => existsSync(name));
      const copied = copies.map(filesIn).filter((files) => files.length > 0);
      expect(copied.length).toBeGreaterThan(0);
      for (const files of copied) expect(files).toEqual(safe);
      expect(copied).toHaveLength(PROGRAMS.filter((program) => code.includes(`| ${program} `)).length);
    },
  ],
  [
    /jq/,
    ({ stdout, status }, { path }) => {
      expect(status).toBe(0);
      expect(stdout).toContain(`${path}/phone-backup/DCIM/safe one.jpg\n`);
      expect(stdout).toContain('"targets": 4');
    },
  ],
  [/lenscap check .*not uploaded/, ({ stdout }) => expect(stdout).toMatch(/^IMG_0002\.JPG: high: .*\nnot uploaded\n$/)],
  [
    /pre-upload-hook\.sh holiday/,
    ({ status }, { path }) => {
      expect(status).toBe(0);
      expect(filesIn(join(path, 'remote'))).toEqual(['holiday/a.jpg']);
    },
  ],
  [
    /--only person\/child/,
    ({ stdout, status, stderr }) => {
      expect({ stdout, status }).toEqual({ stdout: '', status: 3 });
      expect(stderr).toContain('broken.jpg');
    },
  ],
  [
    /lenscap clean/,
    ({ stdout, status }, { path }) => {
      expect(status).toBe(0);
      expect(stdout).toContain('clean copies were written');
      expect(filesIn(join(path, 'clean'))).toEqual(['DCIM/located.jpg', 'DCIM/plain.jpg']);
    },
  ],
  [/npm start|npm run|npx/, () => expect.unreachable('commands of a checkout are not marked sh')],
  [/lenscap/, ({ status }) => expect(status).toBeLessThan(2)],
];

function expectItWorks(code: string): void {
  const at = home();
  const ran = at.run(code);
  const [, check] = EFFECTS.find(([pattern]) => pattern.test(code)) ?? [];
  if (!check) throw new Error(`nothing says what this recipe does: ${code}`);
  check(ran, at, code);
}

describe.skipIf(process.platform === 'win32')('recipes', () => {
  it('are found', () => {
    expect(RECIPES.filter(([path]) => path === 'README.md')).toHaveLength(5);
    expect(IN_HOOK).toHaveLength(3);
    const unmarked = PAGES.flatMap(({ path, text }) =>
      blocksOf(text)
        .filter(({ language, code }) => language === '' && /^(lenscap (scan|check)|rsync|rclone) /m.test(code))
        .map(({ code }) => `${path}: ${code}`),
    );
    expect(unmarked).toEqual([]);
  });

  it.for(RECIPES)('of %s: %s', ([, code], { skip }) => {
    const absent = missing(code);
    skip(absent.length > 0, `not installed: ${absent.join(', ')}`);
    expectItWorks(code);
  });

  it.for(IN_HOOK)('of the hook: %s', (line, { skip }) => {
    const absent = missing(line);
    skip(absent.length > 0, `not installed: ${absent.join(', ')}`);
    const local = line.replace('backup:photos/', '~/cloud/');
    expectItWorks(line.startsWith('lenscap') ? `cd ~/phone-backup && ${local}` : local);
  });
});
