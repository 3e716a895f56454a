// For spreadsheets (RFC 4180): one finding a row, and one problem a row, so that a file that was
// not examined is not missing.
import { stringify } from 'csv-stringify/sync';
import { evidenceText } from '../messages/evidence.js';
import { printable } from '../terminal/escape.js';
import type { Finding } from '../types/finding.js';
import type { PhotoReport, ReportEvent } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import type { Reporter } from './reporter.js';

const COLUMNS = [
  ...['path', 'original_path', 'verdict', 'examination', 'taken_at', 'group'],
  ...['severity', 'rule', 'subject', 'detail', 'score', 'proved', 'accepted', 'accepted_reason', 'known'],
  ...['picture', 'at_seconds', 'tag', 'left', 'top', 'width', 'height', 'evidence', 'fingerprint'],
  ...['problem', 'problem_message'],
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

export const csv: Reporter = {
  format: 'csv',
  order: 'sorted',
  async *render(_head, events, { isEverythingListed }) {
    // Nothing is written before the first event: by then all checks have passed.
    let start = line(Object.fromEntries(COLUMNS.map((name) => [name, name])));
    for await (const event of events) {
      yield start + rowsOf(event, isEverythingListed).map(line).join('');
      start = '';
    }
  },
};

function rowsOf(event: ReportEvent, isEverythingListed: boolean): Row[] {
  if (event.type === 'problem') return [problemRow(event.problem)];
  if (event.type !== 'photo') return [];
  const { photo } = event;
  const rows = photo.findings.map((finding) => ({ ...photoRow(photo), ...findingRow(finding) }));
  return rows.length === 0 && isEverythingListed ? [photoRow(photo)] : rows;
}

function photoRow({ path, originalPath, verdict, examination, takenAt, group }: PhotoReport): Row {
  return { path, original_path: originalPath, verdict, examination, taken_at: takenAt, group };
}

function findingRow(finding: Finding): Row {
  const { source, region, accepted } = finding;
  return {
    severity: finding.severity,
    rule: finding.rule,
    subject: finding.subject,
    detail: finding.detail,
    score: finding.score,
    proved: finding.proved,
    accepted: accepted?.on ?? null,
    accepted_reason: accepted?.reason ?? null,
    known: finding.known,
    picture: source.picture,
    at_seconds: source.atMs === null ? null : source.atMs / 1000,
    tag: source.tag,
    ...region,
    evidence: evidenceText(finding.evidence),
    fingerprint: finding.fingerprint,
  };
}

function problemRow({ path, code, message }: ScanProblem): Row {
  return { path, problem: code, problem_message: message };
}

function line(row: Row): string {
  return stringify([COLUMNS.map((name) => cell(row[name] ?? null))], { record_delimiter: 'windows' });
}

function cell(value: string | number | boolean | null): string | number | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? text(value) : value;
}

/**
 * What a spreadsheet would take for a formula begins with an apostrophe, which makes it text; also
 * after a semicolon, at which some of them cut a cell.
 */
function text(value: string): string {
  return printable(value).replace(/(^|;)(?=["'\s]*[=+\-@＝＋－＠])/g, "$1'");
}
