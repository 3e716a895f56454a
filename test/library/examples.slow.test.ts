// The examples of docs/library.md, run as they are printed there.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../helpers/folder.js';
import { locatedJpeg, plainJpeg } from '../helpers/plain-photos.js';
import { ROOT } from '../helpers/root.js';

const PAGE = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
const EXAMPLES = [...PAGE.matchAll(/^### (.+)\n[\s\S]*?```js\n([\s\S]*?)```/gm)].map(
  ([, title = '', code = '']) => [title, code] as const,
);

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program next to a folder DCIM with three photos. It has to end by itself: worker processes
 * would keep it.
 */
async function run(code: string): Promise<Ended> {
  const [located, plain] = [await locatedJpeg(), await plainJpeg()];
  const files = { 'DCIM/IMG_0001.JPG': located, 'DCIM/IMG_0002.JPG': plain, 'DCIM/IMG_0003.JPG': located };
  const cwd = folder({ 'example.mjs': code, ...files });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(ROOT, join(cwd, 'node_modules/lenscap'), 'junction');
  const child = spawn(process.execPath, ['example.mjs'], { cwd, env: { ...process.env, LENSCAP_FFMPEG: 'off' } });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk));
  child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...out }));
  });
}

/** What each prints of that folder. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  'List what is flagged':
    /^DCIM\/IMG_0001\.JPG {2}high {2}metadata\/location\nDCIM\/IMG_0003\.JPG .*\n2 of 3 flagged\n$/,
  'Show progress': /^1 of \d\+?\n2 of 3\n3 of 3\nexit code 1\n$/,
  'Stop a scan': /^stopped after 1 photo\n$/,
  'Choose rules': /^metadata\/location\nmetadata\/location\n$/,
  'Tell errors apart': /^jobs: must be a whole number from 1 to 256, not "two"\n$/,
};

describe('the examples of docs/library.md', () => {
  it('are those that are run here', () => {
    expect(EXAMPLES.map(([title]) => title).sort()).toEqual(Object.keys(PRINTS).sort());
  });

  it.each(EXAMPLES)('%s', async (title, code) => {
    const { code: ended, stdout, stderr } = await run(code);
    expect(stderr).toBe('');
    expect(stdout).toMatch(PRINTS[title]!);
    expect(ended).toBe(0);
  });
});

it('a loop that is left ends the workers, so that the program ends', async () => {
  const code = "import { scan } from 'lenscap'; for await (const event of scan(['DCIM'], { jobs: 2 })) break;";
  expect(await run(code)).toEqual({ code: 0, stdout: '', stderr: '' });
});
