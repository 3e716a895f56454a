// What `lenscap accept` does: examines the files, and records that what was found in them is fine.
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { changeDecisions, type Decisions, readDecisions } from '../decisions/store.js';
import { UsageError } from '../errors.js';
import { scanEvents } from '../main.js';
import {
  acceptedText,
  decisionRow,
  findingText,
  notTakenText,
  questionText,
  removedText,
} from '../messages/decisions.js';
import { noPhotosText } from '../messages/no-photos.js';
import { currentEnvironment, type Environment, refuseRelative } from '../options/environment.js';
import { parseArgs } from '../options/flag-values.js';
import { type CliArgs, FLAGS, type Given } from '../options/flags.js';
import { resolveOptions } from '../options/resolve.js';
import { naming } from '../options/rule-choice.js';
import { refusal } from '../options/values.js';
import { RULES } from '../rules/index.js';
import { SERVICES } from '../services/index.js';
import { printable } from '../terminal/escape.js';
import { createProgressBar, type Progress } from '../terminal/progress.js';
import type { Decision } from '../types/decision.js';
import type { PhotoGroup } from '../types/report.js';
import { type FoundFinding, withSimilar } from './similar-findings.js';

export interface AcceptCommand {
  readonly paths: readonly string[];
  readonly args: CliArgs;
  /** The first worker process, started already; null with --list. */
  readonly worker: ChildProcess | null;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Returns the exit code. @throws UsageError for what makes it 2 */
export async function runAccept(command: AcceptCommand): Promise<number> {
  const { paths, args, stdout } = command;
  const environment = currentEnvironment();
  const given = parseArgs(args, [], FLAGS);
  refuseContradictions(given, paths, environment);
  refuseRelative(environment, 'LENSCAP_DATA');
  if (given.list) {
    stdout.write(listText(await readDecisions(environment.decisionsFile), environment));
    return 0;
  }
  return given.remove ? remove(command, given, environment) : accept(command, given, environment);
}

function refuseContradictions(given: Given, paths: readonly string[], { today }: Environment): void {
  const { list, remove, reason, until, rule, filesFrom, similar, yes } = given;
  if (similar && (filesFrom !== undefined || remove || list)) {
    throw new UsageError('--similar offers findings of photos that are named as arguments; give it with those alone');
  }
  if (yes && !similar) throw new UsageError('--yes answers the question of --similar; remove it');
  if (list && (remove || paths.length > 0 || filesFrom || rule || reason || until)) {
    throw new UsageError('--list lists all decisions; give it alone');
  }
  if (remove && (reason || until))
    throw new UsageError('--reason and --until are for a new decision, not for --remove');
  if (until !== undefined && until < today) throw refusal('--until', until, 'this day is over; name a later one');
}

async function accept(command: AcceptCommand, given: Given, environment: Environment): Promise<number> {
  const { paths } = command;
  // Similar photos are looked for next to the named ones.
  const searched = given.similar ? [...new Set(await Promise.all(paths.map(folderOf)))] : paths;
  const { found, groups, isComplete } = await examine({ ...command, paths: searched }, given, environment);
  const { named, offered } = given.similar ? withSimilar(paths, found, groups) : { named: found, offered: [] };
  const accepted = (await isTaken(command, offered, given, environment)) ? [...named, ...offered] : named;
  const { reason = null, until = null } = given;
  const decisions = accepted.map(({ path, finding: { fingerprint, rule } }): Decision => {
    return { fingerprint, rule, on: environment.today, until, file: basename(path), reason };
  });
  if (decisions.length > 0) {
    await changeDecisions(environment.decisionsFile, (now) => [
      ...new Map([...now, ...decisions.map((each) => [each.fingerprint, each] as const)]).values(),
    ]);
  }
  write(
    command,
    accepted.map((each) => lineOf('accepted', each)),
  );
  remark(command, given, acceptedText(decisions.length, environment.program));
  return isComplete ? 0 : 3;
}

async function folderOf(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  return there?.isFile() ? dirname(path) : path;
}

function lineOf(what: string, { path, finding }: FoundFinding): string {
  return `${printable(path)}: ${what}: ${printable(findingText(finding))}`;
}

/** Lists what is offered before anything is recorded; without a person to ask, nothing of it is. */
async function isTaken(
  command: AcceptCommand,
  offered: readonly FoundFinding[],
  given: Given,
  { isStdinTty, isStderrTty }: Environment,
): Promise<boolean> {
  if (offered.length === 0) return false;
  if (given.yes) return true;
  command.stderr.write(offered.map((each) => `${lineOf('similar', each)}\n`).join(''));
  if (!isStdinTty || !isStderrTty) {
    remark(command, given, notTakenText(offered.length));
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: command.stderr });
  const answer = await asking.question(questionText(offered.length));
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Of a file that is gone the fingerprint is left, or its beginning, as --list shows it. */
const FINGERPRINT = /^[0-9a-f]{12,64}$/;

async function remove(command: AcceptCommand, given: Given, environment: Environment): Promise<number> {
  const isStart = (argument: string) => FINGERPRINT.test(argument) && !existsSync(argument);
  const starts = command.paths.filter(isStart);
  const paths = command.paths.filter((path) => !isStart(path));
  const isExamined = paths.length > 0 || given.filesFrom !== undefined;
  const examined = isExamined ? await examine({ ...command, paths }, given, environment) : null;
  if (examined === null && starts.length === 0) throw new UsageError('nothing to remove; name a file or a fingerprint');
  const named = new Set((examined?.found ?? []).map(({ finding }) => finding.fingerprint));
  const isRemoved = ({ fingerprint }: Decision) =>
    named.has(fingerprint) || starts.some((start) => fingerprint.startsWith(start));
  let removed: readonly Decision[] = [];
  await changeDecisions(environment.decisionsFile, (now) => {
    removed = [...now.values()].filter(isRemoved);
    return [...now.values()].filter((decision) => !isRemoved(decision));
  });
  write(
    command,
    removed.map((decision) => `${printable(decision.file)}: no longer accepted: ${decision.rule}`),
  );
  remark(command, given, removedText(removed.length));
  return examined?.isComplete === false ? 3 : 0;
}

interface Examined {
  /** By path. */
  readonly found: readonly FoundFinding[];
  readonly groups: readonly PhotoGroup[];
  readonly isComplete: boolean;
}

/** The findings of the rules that were named, in the files that were named. */
async function examine(
  { paths, args, worker, stderr }: AcceptCommand,
  given: Given,
  environment: Environment,
): Promise<Examined> {
  const isNamed = given.rule === undefined ? () => true : namedRules(given.rule, environment);
  const registries = { rules: RULES, services: SERVICES };
  // Other rules are not needed: whole detectors are not loaded then. Similar photos are found by
  // their pixels.
  const only = given.rule === undefined || given.similar ? args : { ...args, only: given.rule };
  const options = await resolveOptions({ args: only, command: 'accept', roots: paths, environment, ...registries });
  const bar = options.isProgressShown ? createProgressBar(stderr) : null;
  const found: FoundFinding[] = [];
  const groups: PhotoGroup[] = [];
  let isComplete = false;
  let targets = 0;
  const onProblem = ({ path, message }: { path: string; message: string }) => {
    bar?.clear();
    stderr.write(`lenscap: ${printable(path)}: ${printable(message)}\n`);
  };
  try {
    const hooks = { onProblem, onProgress: (progress: Progress) => bar?.update(progress) };
    for await (const event of scanEvents(options, hooks, worker ?? undefined)) {
      if (event.type === 'summary') ({ complete: isComplete, targets } = event.summary);
      if (event.type === 'group') groups.push(event.group);
      if (event.type !== 'photo') continue;
      const { path, findings } = event.photo;
      found.push(...findings.filter(({ rule }) => isNamed(rule)).map((finding) => ({ path, finding })));
    }
  } finally {
    bar?.clear();
  }
  if (targets === 0 && isComplete && !given.quiet) {
    stderr.write(`lenscap: ${noPhotosText(given.filesFrom !== undefined)}\n`);
  }
  found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { found, groups, isComplete };
}

function namedRules(names: string, { program }: Environment): (rule: string) => boolean {
  const isNamed = naming('--rule', names, RULES, program);
  const ids = new Set(RULES.filter(isNamed).map(({ id }) => id));
  return (rule) => ids.has(rule);
}

function listText(decisions: Decisions, { today, program }: Environment): string {
  if (decisions.size === 0) return `Nothing is accepted. To accept a finding: ${program} accept PATH\n`;
  const rows = [...decisions.values()].sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule));
  return rows.map((decision) => `${printable(decisionRow(decision, today))}\n`).join('');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function write({ stdout }: AcceptCommand, lines: readonly string[]): void {
  stdout.write(lines.map((line) => `${line}\n`).join(''));
}

function remark({ stderr }: AcceptCommand, { quiet }: Given, text: string): void {
  if (!quiet) stderr.write(`lenscap: ${text}\n`);
}
