// Tries breaks in a copy of the checkout: which of them compile, and which test notices each.
import type { Slot } from './choose.js';
import type { Copy } from './copy.js';
import type { Break } from './operators.js';
import { relatedTests, type Sources, usersOf } from './related.js';
import type { Result, Results } from './results.js';

/** Max slow tests that a break runs against, nearest first, beside those of the whole program. */
const MAX_SLOW = 4;
/** They run the built program from end to end, and may notice what no nearer test does. */
const WHOLE_PROGRAM = ['cli/help', 'cli/verdicts', 'cli/exit-codes', 'fixtures/gallery'].map(
  (name) => `test/${name}.slow.test.ts`,
);
/** Packs and installs the program, which takes longer than all other tests together. */
const NEVER = new Set(['test/cli/package.slow.test.ts']);

interface TrialOptions {
  readonly sources: Sources;
  readonly results: Results;
  /** Of src and test, so that results count for the code that they were found with. */
  readonly state: string;
  readonly isFastOnly: boolean;
}

export class Trial {
  readonly #options: TrialOptions;
  readonly #users: ReadonlyMap<string, readonly string[]>;
  /** Whether a test file passes on code that is not broken, by its path. */
  readonly #soundness = new Map<string, Promise<boolean>>();
  readonly #unsound = new Set<string>();

  constructor(options: TrialOptions) {
    this.#options = options;
    this.#users = usersOf(options.sources);
  }

  /** Tries the first candidate of the slot that compiles; null if none does. */
  async slot(copy: Copy, { candidates }: Slot): Promise<Result | null> {
    for (const candidate of candidates) {
      const result = this.#known(candidate.id) ?? (await this.#try(copy, candidate));
      if (result.outcome !== 'not-compiling') return result;
    }
    return null;
  }

  /** What only fast tests have missed is not known yet, unless no others are asked. */
  #known(id: string): Result | undefined {
    const result = this.#options.results.of(id);
    const isOpen = result?.outcome === 'unnoticed' && result.isFastOnly && !this.#options.isFastOnly;
    return isOpen ? undefined : result;
  }

  async #try(copy: Copy, tried: Break): Promise<Result> {
    const started = performance.now();
    this.#break(copy, tried);
    const found = (await copy.compile())
      ? await this.#notice(copy, tried)
      : ({ outcome: 'not-compiling', by: null } as const);
    const { id, file, line, operator, before, after } = tried;
    const { state, isFastOnly } = this.#options;
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const result = { id, file, line, operator, before, after, ...found, state, isFastOnly, seconds };
    this.#options.results.add(result);
    return result;
  }

  #break(copy: Copy, { file, start, end, replacement }: Break): void {
    const text = this.#options.sources.get(file) ?? '';
    copy.put(file, text.slice(0, start) + replacement + text.slice(end));
  }

  async #notice(copy: Copy, tried: Break): Promise<Pick<Result, 'outcome' | 'by'>> {
    for (;;) {
      const files = this.#testsOf(tried.file);
      if (files.length === 0) return { outcome: 'unnoticed', by: null };
      const { outcome, file, test } = await copy.test(files);
      if (outcome === 'passed') return { outcome: 'unnoticed', by: null };
      if (outcome === 'hung') return { outcome, by: null };
      if (file === null) return { outcome: 'noticed', by: null };
      if (await this.#isSound(copy, file)) return { outcome: 'noticed', by: { file, test } };
      this.#break(copy, tried);
      await copy.compile();
    }
  }

  /** Whether the test passes without a break. Asked once for each; leaves the copy unbroken. */
  #isSound(copy: Copy, test: string): Promise<boolean> {
    const known = this.#soundness.get(test);
    if (known) return known;
    const asked = this.#passesUnbroken(copy, test);
    this.#soundness.set(test, asked);
    return asked;
  }

  /** A test that fails anyway notices nothing, so it is skipped from then on. */
  async #passesUnbroken(copy: Copy, test: string): Promise<boolean> {
    copy.restore();
    await copy.compile();
    const isSound = (await copy.test([test])).outcome === 'passed';
    if (!isSound) {
      this.#unsound.add(test);
      process.stderr.write(`${test} fails without any break; it is skipped\n`);
    }
    return isSound;
  }

  /**
   * Fast tests before slow ones, nearest first. Tests that noticed a break of the same file come
   * before all others.
   */
  #testsOf(file: string): readonly string[] {
    const related = relatedTests(file, this.#users)
      .map((test) => test.file)
      .filter((test) => !NEVER.has(test) && !this.#unsound.has(test));
    const known = this.#options.results.noticedBy(file).filter((test) => related.includes(test));
    const slow = related.filter((test) => test.endsWith('.slow.test.ts'));
    const fast = related.filter((test) => !slow.includes(test));
    if (this.#options.isFastOnly) return [...new Set([...known.filter((test) => fast.includes(test)), ...fast])];
    const whole = WHOLE_PROGRAM.filter((test) => slow.includes(test));
    const nearest = slow.filter((test) => !whole.includes(test)).slice(0, MAX_SLOW);
    return [...new Set([...known, ...fast, ...nearest, ...whole])];
  }
}
