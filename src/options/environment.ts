// What the program takes from its surroundings besides the command line, read once.
import { availableParallelism } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { UsageError } from '../errors.js';
import { type LocaleRegion, regionOfLocale } from '../services/countries.js';
import type { Shell } from '../terminal/shell.js';
import { findProgram } from './find-program.js';
import { startedAs } from './started-as.js';

export interface Environment {
  /** YYYY-MM-DD, in local time. */
  readonly today: string;
  readonly cpuCount: number;
  readonly isStdinTty: boolean;
  readonly isStdoutTty: boolean;
  readonly isStderrTty: boolean;
  /** Width of the terminal on stdout; null where there is none. */
  readonly columns: number | null;
  /** TERM is `dumb`: the terminal has no colours, and its cursor cannot be moved. */
  readonly isDumb: boolean;
  /** NO_COLOR is set to something (no-color.org). */
  readonly isColorRefused: boolean;
  /** FORCE_COLOR is set to something that is not `0` or `false`. */
  readonly isColorForced: boolean;
  /** What a person types to start the program again: `lenscap`, `npx lenscap`. */
  readonly program: string;
  /** How words of a command are quoted. */
  readonly shell: Shell;
  /** The country of the locale; null where it names none. */
  readonly locale: LocaleRegion | null;
  /** Where the person's own configuration is looked for. */
  readonly configFile: string | null;
  /** Where the person's decisions are kept; empty where there is no folder for them. */
  readonly decisionsFile: string;
  /** The folder from which paths in links are resolved; null where the terminal has no links. */
  readonly linkBase: string | null;
  /**
   * Where results are kept; null where they are not. LENSCAP_CACHE names another folder than the
   * one in the person's cache folder, or is `off`.
   */
  readonly cacheFolder: string | null;
  /** Variables that name a relative folder: it could be inside a scanned folder. */
  readonly relative: Readonly<Partial<Record<FolderVariable, string>>>;
  /**
   * Absolute path of the ffmpeg program, or null. LENSCAP_FFMPEG names another program than the one
   * in PATH, or is `off`.
   */
  readonly ffmpeg: string | null;
}

/** The variables that name a folder. */
const FOLDERS = ['LENSCAP_CACHE', 'LENSCAP_DATA'] as const;
export type FolderVariable = (typeof FOLDERS)[number];

interface Surroundings extends Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'> {
  readonly argv?: readonly string[];
}

export function currentEnvironment({ env, stdout, stderr, argv = [] }: Surroundings = process): Environment {
  const cwd = currentFolder();
  const shell = process.platform === 'win32' ? 'windows' : 'posix';
  return {
    today: localDay(new Date()),
    cpuCount: availableParallelism(),
    isStdinTty: process.stdin.isTTY === true,
    isStdoutTty: stdout.isTTY === true,
    isStderrTty: stderr.isTTY === true,
    // A terminal that does not know its width states 0.
    columns: stdout.columns || null,
    isDumb: env.TERM === 'dumb',
    isColorRefused: (env.NO_COLOR ?? '') !== '',
    isColorForced: !['', '0', 'false'].includes(env.FORCE_COLOR ?? ''),
    program: startedAs({ env, script: argv[1] ?? '', cwd, shell }),
    shell,
    locale: regionOfLocale(env),
    configFile: configFile(envPaths('lenscap', { suffix: '' }).config),
    decisionsFile: decisionsFile(env),
    linkBase: stdout.isTTY === true && createSupportsHyperlinks(stdout) ? cwd : null,
    cacheFolder: cacheFolder(env),
    relative: relativeFolders(env),
    ffmpeg: ffmpegOf(env),
  };
}

function ffmpegOf({ LENSCAP_FFMPEG: named = '', PATH }: NodeJS.ProcessEnv): string | null {
  if (named === 'off') return null;
  return findProgram(named === '' ? 'ffmpeg' : named, PATH);
}

/**
 * Empty if the folder is relative, because XDG_CONFIG_HOME is or HOME is not set: it could be
 * inside a scanned folder.
 */
function configFile(folder: string): string {
  return isAbsolute(folder) ? join(folder, 'config.json') : '';
}

/** In the folder that LENSCAP_DATA names, else in the user's own folder for data of programs. */
function decisionsFile({ LENSCAP_DATA: named = '' }: NodeJS.ProcessEnv): string {
  const { data, config } = envPaths('lenscap', { suffix: '' });
  // On Windows data of this kind belongs to what follows a person to other computers (APPDATA).
  const usual = process.platform === 'win32' ? dirname(config) : data;
  const folder = named === '' ? usual : named;
  return isAbsolute(folder) ? join(folder, 'decisions.ndjson') : '';
}

/** Null also for a relative folder, for the same reason. */
function cacheFolder({ LENSCAP_CACHE: named = '' }: NodeJS.ProcessEnv): string | null {
  if (named === 'off') return null;
  const folder = named === '' ? envPaths('lenscap', { suffix: '' }).cache : named;
  return isAbsolute(folder) ? folder : null;
}

function relativeFolders(env: NodeJS.ProcessEnv): Environment['relative'] {
  const named = FOLDERS.map((variable) => [variable, env[variable] ?? ''] as const);
  const isOff = (variable: FolderVariable, folder: string) => variable === 'LENSCAP_CACHE' && folder === 'off';
  return Object.fromEntries(
    named.filter(([variable, folder]) => folder !== '' && !isOff(variable, folder) && !isAbsolute(folder)),
  );
}

/** Passing over it would keep nothing, or ignore every decision. @throws UsageError */
export function refuseRelative({ relative }: Pick<Environment, 'relative'>, ...variables: FolderVariable[]): void {
  for (const variable of variables) {
    const folder = relative[variable];
    if (folder === undefined) continue;
    const also = variable === 'LENSCAP_CACHE' ? ', or off' : '';
    throw new UsageError(`${variable} ${JSON.stringify(folder)}: must be an absolute path${also}`);
  }
}

/** Null where it was removed. */
function currentFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

function localDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
