// The file of decisions as text: a line that names the version, and one JSON object a line, sorted
// by fingerprint, so that a person can read, compare and merge it. What is not exactly that is
// refused: a decision that is passed over would be asked for again, and a wrong one would hide a
// finding.
import { printableJson } from '../terminal/escape.js';
import type { Decision } from '../types/decision.js';

const DECISIONS_VERSION = 1;

const HEAD = /^\{"lenscap":"decisions","version":(\d+)\}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a value of this key is as it should be. The keys are in the order of the line. */
const FIELDS: Readonly<Record<keyof Decision, (value: unknown) => boolean>> = {
  fingerprint: (value) => isText(value) && /^[0-9a-f]{64}$/.test(value),
  rule: (value) => isText(value) && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value),
  on: (value) => isText(value) && DAY.test(value),
  until: (value) => value === null || (isText(value) && DAY.test(value)),
  file: isText,
  reason: (value) => value === null || isText(value),
};

/** Why the text is no file of decisions of this version: to be followed by what to do. */
export class DecisionsError extends Error {}

export function linesOf(decisions: Iterable<Decision>): string {
  const sorted = [...decisions].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const keys = Object.keys(FIELDS) as (keyof Decision)[];
  const lines = sorted.map((decision) => printableJson(Object.fromEntries(keys.map((key) => [key, decision[key]]))));
  return [`{"lenscap":"decisions","version":${DECISIONS_VERSION}}`, ...lines].map((line) => `${line}\n`).join('');
}

/** @throws DecisionsError that names the line */
export function decisionsIn(text: string): Map<string, Decision> {
  // Without its end the last line may have been cut.
  if (!text.endsWith('\n')) throw new DecisionsError('its end is missing');
  const [head = '', ...lines] = text.replace(/\r\n/g, '\n').slice(0, -1).split('\n');
  const version = HEAD.exec(head)?.[1];
  if (version === undefined) throw new DecisionsError('line 1 is not that of a file of decisions');
  if (Number(version) !== DECISIONS_VERSION) throw new DecisionsError(`a newer lenscap wrote it (version ${version})`);
  const decisions = new Map<string, Decision>();
  for (const [at, line] of lines.entries()) {
    const decision = decisionIn(line);
    if (decision === null) throw new DecisionsError(`line ${at + 2} is damaged`);
    if (decisions.has(decision.fingerprint)) throw new DecisionsError(`line ${at + 2} repeats an earlier finding`);
    decisions.set(decision.fingerprint, decision);
  }
  return decisions;
}

function decisionIn(line: string): Decision | null {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return null;
  const isWhole = Object.entries(FIELDS).every(([key, isRight]) => isRight((value as Record<string, unknown>)[key]));
  return isWhole && Object.keys(value).length === Object.keys(FIELDS).length ? (value as Decision) : null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
