// `--turned`: the photos of people once more, turned by a quarter, a half and three quarters, as a
// phone without an orientation tag leaves them. Made at run time, in a temporary folder.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Rule } from '../src/rules/rule.js';
import type { PhotoResult } from '../src/types/photo.js';
import { isAdultScene, isChildScene } from './categories/children.js';
import { examineFiles } from './examine.js';
import type { LabelledFile } from './labels.js';
import type { Results, RunInfo } from './results.js';
import { type Share, share } from './stats.js';

const DEGREES = [90, 180, 270] as const;

/** So that turning does not change what is seen. */
const QUALITY = 92;

/** Turned photos are made and examined in parts, so that the disk never holds all of them. */
const PART = 40;

const RULE = 'person/child';

export interface TurnedScore {
  readonly degrees: number;
  /** Of the children found upright. */
  readonly found: Share;
  /** Photos of adults that are not flagged upright. */
  readonly falselyFlagged: Share;
  /** Files whose answer changes, by their names in the labels. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

const isShown = (file: LabelledFile): boolean => isChildScene()(file) || isAdultScene(file);

/** Whether person/child reports the photo, critical or in doubt. */
function isFlagged({ detections }: PhotoResult, { detector, labels, minScore }: Rule): boolean {
  return detections.some((one) => one.detector === detector && labels.includes(one.label) && one.score >= minScore);
}

/**
 * @param upright the results of the photos as they are
 */
export async function scoreTurned(
  dir: string,
  files: readonly LabelledFile[],
  upright: Results,
  run: RunInfo,
  rules: readonly Rule[],
): Promise<readonly TurnedScore[]> {
  const rule = rules.find(({ id }) => id === RULE);
  if (rule === undefined) return [];
  const results = new Map([...upright.photos].map(({ file, result }) => [file, result]));
  const shown = files.filter((file) => isShown(file) && results.has(file.file));
  const scores: TurnedScore[] = [];
  for (const degrees of DEGREES) {
    const flagged = new Set<string>();
    for (let start = 0; start < shown.length; start += PART) {
      for (const file of await flaggedOf(dir, shown.slice(start, start + PART), degrees, run, rule)) flagged.add(file);
    }
    scores.push(compare(degrees, shown, (file) => isFlagged(results.get(file)!, rule), flagged));
  }
  return scores;
}

function compare(
  degrees: number,
  shown: readonly LabelledFile[],
  wasFlagged: (file: string) => boolean,
  flagged: ReadonlySet<string>,
): TurnedScore {
  const names = (isWanted: (file: LabelledFile) => boolean) => shown.filter(isWanted).map(({ file }) => file);
  const children = names((file) => isChildScene()(file) && wasFlagged(file.file));
  const adults = names((file) => isAdultScene(file) && !wasFlagged(file.file));
  const lost = children.filter((file) => !flagged.has(file));
  const gained = adults.filter((file) => flagged.has(file));
  return {
    ...{ degrees, lost, gained },
    found: share(children.length - lost.length, children.length),
    falselyFlagged: share(gained.length, adults.length),
  };
}

/** The names of the photos that are flagged when they are turned. */
async function flaggedOf(
  dir: string,
  files: readonly LabelledFile[],
  degrees: number,
  run: RunInfo,
  rule: Rule,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lenscap-turned-'));
  try {
    for (const { file } of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      const upright = await sharp(join(dir, file), { failOn: 'none' }).rotate().toBuffer();
      await sharp(upright)
        .rotate(degrees)
        .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
        .toFile(join(folder, file));
    }
    const flagged: string[] = [];
    for await (const { file, result } of examineFiles(folder, files, run, [rule.detector])) {
      if (isFlagged(result, rule)) flagged.push(file);
    }
    return flagged;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function renderTurned(scores: readonly TurnedScore[]): string {
  const format = ({ count, total, share: part, interval }: Share): string => {
    const percent = (value: number): string => (100 * value).toFixed(1);
    const around = interval === null ? '' : ` (${percent(interval.low)} to ${percent(interval.high)} %)`;
    return `${count} of ${total}, ${part === null ? '-' : percent(part)} %${around}`;
  };
  const lines = scores.map(
    ({ degrees, found, falselyFlagged }) =>
      `  turned by ${degrees} degrees   children found again ${format(found)}; adults newly flagged ${format(falselyFlagged)}`,
  );
  return `\nTurned without an orientation tag   [${RULE}]\n${lines.join('\n')}\n`;
}
