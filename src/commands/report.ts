// What `lenscap report` does before it goes on like a scan: which paths, and how they were scanned.
import { resolve } from 'node:path';
import { hasStore } from '../cache/open.js';
import { ScannedFiles } from '../cache/report-pool.js';
import type { LastScan, RootNote } from '../cache/scans.js';
import { UsageError } from '../errors.js';
import { type Environment, refuseRelative } from '../options/environment.js';
import type { CliArgs } from '../options/flags.js';
import type { ScanOptions } from '../options/options.js';
import { quoted } from '../terminal/shell.js';

export interface AskedReport {
  readonly paths: readonly string[];
  readonly args: CliArgs;
  /** What the scans of these paths did. */
  readonly asScanned: Pick<ScanOptions, 'isFast' | 'videos'>;
  /** What is wrong with the cache. */
  readonly remarks: readonly string[];
}

/** @throws UsageError for what was never scanned */
export async function reportRequest(
  paths: readonly string[],
  args: CliArgs,
  environment: Environment,
): Promise<AskedReport> {
  const { cacheFolder } = environment;
  refuseRelative(environment, 'LENSCAP_CACHE');
  if (cacheFolder === null) {
    throw new UsageError(
      'no results are kept here (LENSCAP_CACHE is off, or there is no folder for them), so there is nothing to report',
    );
  }
  if (!hasStore(cacheFolder)) throw nothingScanned(environment);
  const remarks: string[] = [];
  const scanned = await ScannedFiles.open(cacheFolder, (remark) => remarks.push(remark));
  try {
    const isNamed = paths.length > 0 || args.filesFrom !== undefined;
    const last = isNamed ? null : scanned.lastScan;
    if (!isNamed && last === null) throw nothingScanned(environment);
    const asked = last === null ? { paths, args } : askedAgain(last, args);
    const ofList = scanned.noteOfList(asked.args.filesFrom ?? null);
    const notes = [
      ...asked.paths.map((path) => scanned.noteOf(path) ?? refuseUnscanned(path, environment)),
      ...(ofList ? [ofList] : []),
    ];
    return { ...asked, args: { ...rulesOf(notes, asked.args), ...asked.args }, asScanned: commonTo(notes), remarks };
  } catch (error) {
    // A cache that was begun anew has nothing: that is why.
    if (error instanceof UsageError) throw new UsageError([...remarks, error.message].join('; '));
    throw error;
  } finally {
    scanned.close();
  }
}

/** The paths of the last scan, so that they lead to the same files from the current folder. */
function askedAgain(
  { roots, filesFrom, isNullSeparated, folder }: LastScan,
  args: CliArgs,
): Omit<AskedReport, 'asScanned' | 'remarks'> {
  if (filesFrom === '-') {
    throw new UsageError('the last scan took its list from standard input, which is gone; name the paths to report');
  }
  const place = (path: string) => (folder === process.cwd() ? path : resolve(folder, path));
  const list = filesFrom === null ? {} : { filesFrom: place(filesFrom), ...(isNullSeparated && { null: true }) };
  return { paths: roots.map(place), args: { ...args, ...list } };
}

/** Without any choice of rules, those of the scans, if they agree. */
function rulesOf(notes: readonly RootNote[], { only, skip }: CliArgs): Pick<CliArgs, 'only' | 'skip'> {
  const [first] = notes;
  const isChosen = only !== undefined || skip !== undefined;
  if (isChosen || first === undefined) return {};
  if (notes.some((note) => note.only !== first.only || note.skip !== first.skip)) return {};
  return { ...(first.only !== null && { only: first.only }), ...(first.skip !== null && { skip: first.skip }) };
}

/** A report states it where any part of it was scanned fast. */
function commonTo(notes: readonly RootNote[]): AskedReport['asScanned'] {
  const [first] = notes;
  const isSkipped = first !== undefined && notes.every(({ videos }) => videos === 'skip');
  return { isFast: notes.some(({ isFast }) => isFast), videos: isSkipped ? 'skip' : 'auto' };
}

function nothingScanned({ program }: Environment): UsageError {
  return new UsageError(`nothing was scanned yet; to scan a folder: ${program} scan FOLDER`);
}

function refuseUnscanned(path: string, { program, shell }: Environment): never {
  const scan = [program, 'scan', quoted(path, shell)].join(' ');
  throw new UsageError(`${JSON.stringify(path)} was never scanned; to scan it: ${scan}`);
}
