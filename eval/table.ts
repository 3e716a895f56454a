// Prints an evaluation for people: one block for each category, one line for each row. Nothing is
// rounded to look better than it is.
import { wholeDuration } from '../src/messages/amounts.js';
import type { FolderHealth } from './health.js';
import type { EvalReport } from './report.js';
import type { CategoryScore, CurveScore, RowScore } from './score.js';
import type { Interval, Share } from './stats.js';

const TITLE_WIDTH = 56;

/** One decimal. Never rounded to 100 % or 0 % unless it is exactly that. */
export function percent(value: number): string {
  const rounded = Math.round(value * 1000) / 10;
  if (rounded === 100 && value < 1) return '99.9 %';
  if (rounded === 0 && value > 0) return '0.1 %';
  return `${rounded.toFixed(1)} %`;
}

function interval(ends: Interval | null): string {
  return ends === null ? '' : `(${percent(ends.low).replace(' %', '')} to ${percent(ends.high)})`;
}

function shareText({ count, total, share, interval: ends }: Share): string {
  const counts = `${String(count).padStart(4)} of ${String(total).padStart(4)}`;
  return share === null
    ? `${counts}   no files`
    : `${counts}  ${percent(share).padStart(7)} ${interval(ends).padEnd(18)}`;
}

function goalText({ kind, goal, isGoalMet, notExamined }: RowScore): string {
  if (goal === null || isGoalMet === null) return '';
  const bound = kind === 'found' ? 'at least' : 'at most';
  // The unexamined negatives could be wrong as well.
  const blind = kind === 'found' || notExamined === 0 ? '' : ' of those examined';
  return `  goal ${bound} ${percent(goal)}: ${isGoalMet ? `met${blind}` : 'NOT MET'}`;
}

function notExaminedText({ kind, notExamined }: RowScore): string {
  if (notExamined === 0) return '';
  return kind === 'found'
    ? `  ${notExamined} not examined, counted as missed`
    : `  ${notExamined} not examined, not counted`;
}

function line(row: RowScore): string {
  const title = `    ${row.title}`.padEnd(TITLE_WIDTH);
  if (!row.isLookedFor) return `${title}  not looked for in this version (${row.share.total} files)`;
  return `${title}${shareText(row.share)}${goalText(row)}${notExaminedText(row)}`.trimEnd();
}

/** Rows without files are not printed. */
function lines(heading: string, rows: readonly RowScore[], whole?: RowScore): string[] {
  const shown = rows.filter((row) => row.share.total + row.notExamined > 0);
  if (shown.length === 0) return [];
  const isWholeShown = whole !== undefined && (shown.length > 1 || (whole.goal !== null && shown[0]?.goal === null));
  return [`  ${heading}`, ...shown.map(line), ...(isWholeShown ? [line(whole)] : [])];
}

function curveLines({ auc, aucInterval, points, operating }: CurveScore): string[] {
  const area = `area ${auc.toFixed(3)} ${aucInterval ? `(${aucInterval.low.toFixed(3)} to ${aucInterval.high.toFixed(3)})` : ''}`;
  return [
    `  curve, intervals by bootstrap over groups; ${area}`,
    ...points.map((point) => {
      const from = point.threshold === null ? 'no threshold' : `score from ${point.threshold.toFixed(3)}`;
      return (
        `    found at ${percent(point.maxFalse)} false`.padEnd(TITLE_WIDTH) +
        `${percent(point.recall).padStart(21)} ${interval(point.interval)}  ${from}`
      );
    }),
    ...(operating.recall === null
      ? []
      : [
          `${'    found by the rules as they stand'.padEnd(TITLE_WIDTH)}${percent(operating.recall).padStart(21)} ${interval(operating.interval)}`,
        ]),
  ];
}

function ruleText(score: CategoryScore): string {
  return score.rules.map(({ id, minScore }) => (minScore > 0 ? `${id} from ${minScore}` : id)).join(', ');
}

function categoryLines(score: CategoryScore): string[] {
  const checked = score.checks.reduce((sum, row) => sum + row.share.total, 0);
  const files =
    checked + score.allPositives.share.total + score.allNegatives.share.total + score.allNegatives.notExamined;
  const breakdown = score.breakdowns.reduce((sum, row) => sum + row.share.total + row.notExamined, 0);
  if (!score.isLookedFor) {
    const { total } = score.allPositives.share;
    return [`${score.title}: not looked for in this version (${total} labelled files have it; none is scored)`, ''];
  }
  if (files + breakdown === 0) return [`${score.title}: no labelled files`, ''];
  const falseRules = Object.entries(score.falseByRule).sort(([a], [b]) => a.localeCompare(b));
  return [
    `${score.title}   [${ruleText(score)}]`,
    ...lines('found', score.positives, score.allPositives),
    ...lines('falsely flagged', score.negatives, score.allNegatives),
    ...(falseRules.length === 0
      ? []
      : [`    by rule: ${falseRules.map(([rule, count]) => `${rule} ${count}`).join(', ')}`]),
    ...(score.allPositives.share.total === 0 || score.precision.total === 0
      ? []
      : [
          `${'  precision, among these files'.padEnd(TITLE_WIDTH)}${shareText(score.precision)}${score.f1 === null ? '' : `  F1 ${score.f1.toFixed(3)}`}`,
        ]),
    ...lines('counted within files, intervals by bootstrap over groups', score.tallies),
    ...lines('and right', score.checks),
    ...(score.curve === null ? [] : curveLines(score.curve)),
    ...breakdownLines(score),
    ...score.notes.map((note) => `  ${note}`),
    '',
  ];
}

/** Marks a part whose interval is entirely on the worse side of the total. */
function standsOut({ kind, share }: RowScore, { allPositives, allNegatives }: CategoryScore): string {
  const whole = (kind === 'found' ? allPositives : allNegatives).share.share;
  if (whole === null || share.interval === null || kind === 'share') return '';
  if (kind === 'found') return share.interval.high < whole ? '  clearly below the whole' : '';
  return share.interval.low > whole ? '  clearly above the whole' : '';
}

function breakdownLines(score: CategoryScore): string[] {
  const rows = score.breakdowns.filter((row) => row.share.total + row.notExamined > 0);
  if (rows.length === 0) return [];
  return ['  broken down', ...rows.map((row) => line(row) + standsOut(row, score))];
}

function folderLine(health: FolderHealth): string {
  const { folder, files, full, partial, none, withoutResult, medianMs, meanMs, slowestMs, problems } = health;
  const counts = [files, full, partial, none, withoutResult].map((count) => String(count).padStart(8)).join('');
  const times = [medianMs, meanMs, slowestMs]
    .map((ms) => (ms === null ? '-' : String(Math.round(ms))).padStart(11))
    .join('');
  const why = Object.entries(problems)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
  return `  ${folder.padEnd(11)}${counts}${times}  ${why}`.trimEnd();
}

export function renderTable(report: EvalReport): string {
  const { run, files, elapsedMs, altered, isOtherLabels, health, categories } = report;
  const rate = elapsedMs === null ? 'broken off' : `in ${wholeDuration(elapsedMs)}`;
  const out = [
    `lenscap ${run.version}, ${run.date}: ${files.toLocaleString('en')} labelled files (labels ${run.labelsSha256.slice(0, 12)}), engine ${run.engine}${run.isFast ? ', --fast' : ''}, ${run.jobs} at a time, ${rate}`,
    'Shares are given with their 95 % interval (Wilson). What was not examined is never counted as right.',
    ...(isOtherLabels ? ['The labels have changed since these files were examined.'] : []),
    ...(altered.length === 0
      ? []
      : [
          `${altered.length} files are not the ones that were labelled and count as not examined: ${altered.join(', ')}`,
        ]),
    '',
    'Examined',
    `  ${'folder'.padEnd(11)}${['files', 'full', 'partial', 'none', 'lost'].map((head) => head.padStart(8)).join('')}${['median ms', 'mean ms', 'max ms'].map((head) => head.padStart(11)).join('')}  problems`,
    ...health.folders.map(folderLine),
    '',
    ...(health.hostile === null ? [] : ['Hostile files', ...health.hostile.map(line), '']),
    ...categories.flatMap(categoryLines),
  ];
  return `${out.join('\n').trimEnd()}\n`;
}
