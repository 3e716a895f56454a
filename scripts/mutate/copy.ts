// A copy of the checkout in a temporary folder, in which a break is compiled and tested.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPILER } from '../build.js';

/**
 * Ignored by git and needed by the tests: copied, too, so that a break cannot affect the checkout.
 */
const BUILT = ['dist', 'models', 'fixtures/gallery', 'fixtures/gallery.stamp.json'];

/**
 * Milliseconds without a line of output after which a run counts as hung, because a break may make
 * a loop endless. There is a line for each test, and the time limit of a single test is shorter.
 */
const SILENCE_MS = 150_000;

export interface TestRun {
  readonly outcome: 'passed' | 'failed' | 'hung';
  /** The first file that failed, and the test in it; null if none finished. */
  readonly file: string | null;
  readonly test: string | null;
}

/** Tracked and new files, without those ignored by git; with forward slashes. */
export function listFiles(root: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));
}

export class Copy {
  readonly #root: string;
  readonly #folder: string;
  /** The original text of files that are changed in the copy. */
  readonly #broken = new Map<string, string>();

  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
    for (const path of [...listFiles(root), ...BUILT]) {
      if (!existsSync(join(root, path))) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    mkdirSync(join(folder, 'tmp'));
  }

  /** Replaces the text of a file, and restores the files that were broken before. */
  put(file: string, text: string): void {
    this.restore();
    this.#broken.set(file, readFileSync(join(this.#root, file), 'utf8'));
    writeFileSync(join(this.#folder, file), text);
  }

  restore(): void {
    for (const [file, text] of this.#broken) writeFileSync(join(this.#folder, file), text);
    this.#broken.clear();
  }

  /**
   * Builds dist; returns false if the types do not fit, and dist is then unchanged. Unused code is
   * not an error here.
   */
  async compile(): Promise<boolean> {
    const loose = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false', '--noEmitOnError'];
    const { code } = await this.#run([COMPILER, '-p', 'tsconfig.build.json', ...loose]);
    // The set-up of the tests then takes it as up to date.
    if (code === 0) utimesSync(join(this.#folder, 'dist', 'cli.js'), new Date(), new Date());
    return code === 0;
  }

  /** Runs the test files in this order, fast ones first, until one fails. */
  async test(files: readonly string[]): Promise<TestRun> {
    const report = join(this.#folder, 'tmp', 'report.json');
    rmSync(report, { force: true });
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const config = join('scripts', 'mutate', 'vitest.config.ts');
    const args = ['run', '--config', config, '--bail', '1', '--maxWorkers', '1'];
    const reporters = ['--reporter', 'verbose', '--reporter', 'json', '--outputFile', report];
    const { code, isHung } = await this.#run([vitest, ...args, ...reporters], {
      MUTATE_TESTS: JSON.stringify(files),
      // Fixed random cases: whether a break is noticed must not depend on the day.
      CI: '1',
      TMPDIR: join(this.#folder, 'tmp'),
    });
    if (isHung) return { outcome: 'hung', file: null, test: null };
    if (code === 0) return { outcome: 'passed', file: null, test: null };
    return { outcome: 'failed', ...this.#firstFailure(report) };
  }

  #firstFailure(report: string): Pick<TestRun, 'file' | 'test'> {
    if (!existsSync(report)) return { file: null, test: null };
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    for (const { name, status, assertionResults } of testResults) {
      const failed = assertionResults.find((one) => one.status === 'failed');
      if (failed || status === 'failed') {
        const file = name.slice(name.lastIndexOf('/test/') + 1);
        return { file, test: failed?.fullName ?? null };
      }
    }
    return { file: null, test: null };
  }

  /** Runs Node in the copy, in a process group that ends together. */
  #run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; isHung: boolean }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: this.#folder,
        env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=3000', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      let isHung = false;
      const end = () => {
        // The group is gone if all its processes are.
        if (child.pid !== undefined) swallowMissing(() => process.kill(-child.pid!, 'SIGKILL'));
      };
      const expire = () => {
        isHung = true;
        end();
      };
      let timer = setTimeout(expire, SILENCE_MS);
      const heard = () => {
        clearTimeout(timer);
        timer = setTimeout(expire, SILENCE_MS);
      };
      child.stdout.on('data', heard);
      child.stderr.on('data', heard);
      child.on('error', reject);
      // Before the folder is removed, because it is in use until then.
      process.prependOnceListener('exit', end);
      child.on('close', (code) => {
        clearTimeout(timer);
        process.off('exit', end);
        end();
        resolve({ code, isHung });
      });
    });
  }
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function swallowMissing(kill: () => void): void {
  try {
    kill();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
