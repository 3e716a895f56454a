// Tells the script of lines of text by what the recogniser's last layer sees of them. The
// recogniser reads Latin letters, digits and Chinese characters. It gives other scripts, too, in
// the letters that look like theirs, and often with confidence.
import type { Engine } from '../inference/engine.js';
import { featureBytes } from './line-features.js';
import type { TextLine } from './reader.js';
import { READ_SCRIPTS, SCRIPTS, type Script } from './script-names.js';

const UNREAD = SCRIPTS.filter((script) => !READ_SCRIPTS.includes(script));

/** Minimum probability that a line is in some script that is not read. */
const MIN_UNREAD = 0.85;
/**
 * Minimum length of a line in heights: about three letters. Shorter ones are signs and patterns.
 */
const MIN_LENGTH = 2;
/**
 * Minimum number of lines in one script, and their minimum share of all lines. Fewer are a sign.
 */
const MIN_LINES = 3;
const MIN_SHARE = 0.15;
/** Minimum mean probability of the script that most lines are in. Patterns look like several. */
const MIN_AGREEMENT = 0.4;

type Probabilities = Readonly<Record<Script, number>>;

/**
 * The probability of each script for each line that has features. Throws ModelError.
 */
export async function scriptsOf(lines: readonly TextLine[], engine: Engine): Promise<readonly Probabilities[]> {
  const features = lines.flatMap((line) => (line.features === undefined ? [] : [line.features]));
  const size = features[0]?.length ?? 0;
  if (size === 0) return [];
  const data = new Uint8Array(features.length * size);
  for (const [index, values] of features.entries()) data.set(featureBytes(values), index * size);
  const { script } = await (await engine.model('text-script')).run({ dims: [features.length, size], data });
  if (script === undefined) throw new Error('the model of scripts returned no probabilities');
  const row = (line: number) => SCRIPTS.map((name, index) => [name, script.data[line * SCRIPTS.length + index] ?? 0]);
  return features.map((_, line) => Object.fromEntries(row(line)) as Probabilities);
}

/**
 * The script of a text that cannot be read: of a page, or of at least three lines. Null where there
 * is none. Throws ModelError.
 */
export async function unreadScript(all: readonly TextLine[], engine: Engine): Promise<Script | null> {
  const lines = all.filter(({ box }) => box.width >= MIN_LENGTH * box.height);
  if (lines.length < MIN_LINES) return null;
  const unread = (await scriptsOf(lines, engine)).filter(isUnread);
  if (unread.length < Math.max(MIN_LINES, MIN_SHARE * all.length)) return null;
  const sum = (script: Script) => unread.reduce((total, told) => total + told[script], 0);
  const most = UNREAD.reduce((a, b) => (sum(b) > sum(a) ? b : a));
  return sum(most) >= MIN_AGREEMENT * unread.length ? most : null;
}

const isUnread = (told: Probabilities): boolean =>
  1 - READ_SCRIPTS.reduce((sum, script) => sum + told[script], 0) >= MIN_UNREAD;
