// For a hook: one line for each file held back and why; nothing when all pass.
import { count } from '../messages/amounts.js';
import { evidenceText } from '../messages/evidence.js';
import { sentence } from '../messages/findings.js';
import { isCounted, reaches } from '../report/exit-code.js';
import { printable } from '../terminal/escape.js';
import type { PhotoReport } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { certainty, openPage, type Page, severityPaint } from './page.js';
import type { Reporter, ReporterOptions } from './reporter.js';

export const check: Reporter = {
  format: 'check',
  order: 'sorted',
  async *render(_head, events, options) {
    const page = openPage(options);
    // Photos come before problems, and those examined in part come again with their problems.
    const examinedInPart = new Set<string>();
    const reportedPaths = new Set<string>();
    for await (const event of events) {
      if (event.type === 'photo') {
        if (event.photo.examination === 'partial') examinedInPart.add(event.photo.path);
        if (!reaches(event.photo, options)) continue;
        if (event.photo.examination === 'partial') reportedPaths.add(event.photo.path);
        yield photoLine(page, event.photo, options);
      } else if (event.type === 'problem' && !reportedPaths.has(event.problem.path)) {
        reportedPaths.add(event.problem.path);
        yield problemLine(event.problem, examinedInPart.has(event.problem.path));
      }
    }
  },
};

function problemLine({ path, concerns, message }: ScanProblem, isExaminedInPart: boolean): string {
  const examined = isExaminedInPart ? 'not examined in full: ' : 'not examined: ';
  return `${printable(path)}: ${concerns === 'list' ? '' : examined}${printable(message)}\n`;
}

function photoLine(
  page: Page,
  { path, originalPath, findings, examination }: PhotoReport,
  { isValueShown }: ReporterOptions,
): string {
  const [worst, ...others] = findings.filter(isCounted);
  if (worst === undefined) throw new Error('a photo without a finding reaches nothing');
  const more = others.length === 0 ? '' : `; ${count(others.length, 'more finding')}`;
  const rest = examination === 'full' ? '' : '; not examined in full';
  const severity = severityPaint(page, worst.severity)(worst.severity);
  const onPhone = originalPath === null ? '' : ` (on the phone: ${printable(originalPath)})`;
  const values = isValueShown ? ` [${printable(evidenceText(worst.evidence))}]` : '';
  const what = `${printable(sentence(worst))}${values} (${certainty(worst)})`;
  return `${printable(path)}${onPhone}: ${severity}: ${what}${more}${rest}\n`;
}
