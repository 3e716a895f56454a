// How the examination went, by folder: what was examined in full, the problems, the time. Also
// scores the hostile files.

import { FOLDERS, type Folder, type LabelledFile } from './labels.js';
import type { ExaminedPhoto } from './results.js';
import { type RowScore, scoreRow } from './score.js';
import { share } from './stats.js';

export interface FolderHealth {
  readonly folder: Folder;
  readonly files: number;
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  /** Labelled files without a result. */
  readonly withoutResult: number;
  /** Number of files by problem code. */
  readonly problems: Readonly<Record<string, number>>;
  /** Median milliseconds per file, over the files with a result. */
  readonly medianMs: number | null;
  readonly meanMs: number | null;
  readonly slowestMs: number | null;
}

export interface Health {
  readonly folders: readonly FolderHealth[];
  /** Null without hostile files. */
  readonly hostile: readonly RowScore[] | null;
}

/** A labelled file and its result; null if there is none. */
export interface Examined {
  readonly file: LabelledFile;
  readonly photo: ExaminedPhoto | null;
}

function median(sorted: readonly number[]): number | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function folderHealth(folder: Folder, files: readonly Examined[]): FolderHealth {
  const photos = files.flatMap(({ photo }) => photo ?? []);
  const times = photos.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  const problems: Record<string, number> = {};
  for (const { result } of photos) {
    for (const code of new Set(result.problems.map((one) => one.code))) problems[code] = (problems[code] ?? 0) + 1;
  }
  const examined = (how: string): number => photos.filter(({ result }) => result.examination === how).length;
  return {
    folder,
    files: files.length,
    full: examined('full'),
    partial: examined('partial'),
    none: examined('none'),
    withoutResult: files.length - photos.length,
    problems,
    medianMs: median(times),
    meanMs: times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0) / times.length,
    slowestMs: times.at(-1) ?? null,
  };
}

/**
 * Hostile files have no expected findings. Each must give a result within the time limit and crash
 * no process.
 */
function scoreHostile(files: readonly Examined[]): RowScore[] {
  const count = (isGood: (photo: ExaminedPhoto) => boolean): number =>
    files.filter(({ photo }) => photo !== null && isGood(photo)).length;
  const has = ({ result }: ExaminedPhoto, code: string): boolean => result.problems.some((one) => one.code === code);
  const row = (id: string, title: string, found: number): RowScore =>
    scoreRow({ id, title, goal: 1 }, 'found', share(found, files.length), 0);
  return [
    row(
      'result',
      'gave a result',
      count(() => true),
    ),
    row(
      'in-time',
      'within the time limit',
      count((photo) => !has(photo, 'time-limit')),
    ),
    row(
      'no-crash',
      'without a crash of a worker',
      count((photo) => !has(photo, 'crashed')),
    ),
    row(
      'said-why',
      'in full, or with a problem that says why not',
      count(({ result }) => result.examination === 'full' || result.problems.length > 0),
    ),
  ];
}

export function scoreHealth(files: readonly Examined[]): Health {
  const inFolder = (folder: Folder): Examined[] => files.filter(({ file }) => file.folder === folder);
  const hostile = inFolder('hostile');
  return {
    folders: FOLDERS.map((folder) => folderHealth(folder, inFolder(folder))).filter((health) => health.files > 0),
    hostile: hostile.length === 0 ? null : scoreHostile(hostile),
  };
}
