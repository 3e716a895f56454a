// A request for options with nothing given, to be changed by a test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Environment } from '../../src/options/environment.js';
import type { CliArgs } from '../../src/options/flags.js';
import type { ScanOptions } from '../../src/options/options.js';
import { type OptionsRequest, resolveOptions } from '../../src/options/resolve.js';
import type { Rule } from '../../src/rules/rule.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ServiceProfile } from '../../src/services/profile.js';

export function rule(id: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    severity: 'medium',
    detector: 'test',
    labels: [id],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'm',
    looksAt: 'l',
    proof: 'p',
    cannotSee: 'c',
    ...more,
  };
}

export const RULES: readonly Rule[] = [
  rule('person/child', { severity: 'critical' }),
  rule('person/face', { labels: ['face', 'unclear'], severityByLabel: { unclear: 'low' } }),
  rule('document/passport', { severity: 'critical', minScore: 0.9 }),
  rule('document/page'),
];

export const SERVICES: readonly ServiceProfile[] = ['meta-camera-roll', 'other-cloud'].map((name) => ({
  ...META_CAMERA_ROLL,
  name,
}));

export const ENVIRONMENT: Environment = {
  today: '2025-07-15',
  cpuCount: 4,
  isStdinTty: false,
  isStdoutTty: false,
  isStderrTty: false,
  isDumb: false,
  columns: null,
  isColorRefused: false,
  isColorForced: false,
  program: 'lenscap',
  shell: 'posix',
  locale: null,
  ffmpeg: null,
  linkBase: null,
  decisionsFile: join(tmpdir(), 'lenscap-has-no-such-folder', 'decisions.ndjson'),
  cacheFolder: null,
  relative: {},
  configFile: join(tmpdir(), 'lenscap-has-no-such-folder', 'config.json'),
};

export function request(more: Partial<OptionsRequest> = {}): OptionsRequest {
  return {
    args: {},
    command: 'scan',
    roots: ['DCIM'],
    environment: ENVIRONMENT,
    rules: RULES,
    services: SERVICES,
    ...more,
  };
}

export function resolve(args: CliArgs = {}, more: Partial<OptionsRequest> = {}): Promise<ScanOptions> {
  return resolveOptions(request({ args, ...more }));
}

/** The options with one environment fact changed. */
export function resolveIn(environment: Partial<Environment>, args: CliArgs = {}): Promise<ScanOptions> {
  return resolve(args, { environment: { ...ENVIRONMENT, ...environment } });
}

/** Path of a configuration file; gone when the test ends. */
export function configFile(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'lenscap-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'config.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** The one line that a refusal prints. */
export async function refusalOf(options: Promise<unknown>): Promise<string> {
  const error = await options.then(
    () => {
      throw new Error('it was not refused');
    },
    (thrown: Error) => thrown,
  );
  if (error.name !== 'UsageError' || /[\n\r]/.test(error.message)) throw error;
  return error.message;
}
