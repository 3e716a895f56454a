// For screen readers and grep: one finding a line, and one problem a line, each complete in itself.
import { evidenceText } from '../messages/evidence.js';
import { sentence } from '../messages/findings.js';
import { printable } from '../terminal/escape.js';
import type { Finding } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { certainty, openPage, type Page, severityPaint } from './page.js';
import type { Reporter, ReporterOptions } from './reporter.js';

export const listReport: Reporter = {
  format: 'list',
  order: 'sorted',
  async *render(_head, events, options) {
    const page = openPage(options);
    // A photo examined in part comes before its problems.
    const examinedInPart = new Set<string>();
    for await (const event of events) {
      if (event.type === 'photo') {
        if (event.photo.examination === 'partial') examinedInPart.add(event.photo.path);
        yield photoLines(page, event.photo, options);
      } else if (event.type === 'problem') {
        yield problemLine(event.problem, examinedInPart.has(event.problem.path));
      }
    }
  },
};

function photoLines(page: Page, photo: PhotoReport, { isEverythingListed, isValueShown }: ReporterOptions): string {
  const { path, originalPath, findings, verdict } = photo;
  const onPhone = originalPath === null ? '' : ` (on the phone: ${printable(originalPath)})`;
  const start = `${printable(path)}${onPhone}`;
  const shown = findings.filter(({ accepted }) => isEverythingListed || accepted === null);
  if (shown.length === 0) return isEverythingListed ? `${start}: ${verdict}\n` : '';
  return shown.map((finding) => `${start}: ${findingText(page, finding, isValueShown)}\n`).join('');
}

function findingText(page: Page, finding: Finding, isValueShown: boolean): string {
  const { rule, severity, accepted, known, evidence } = finding;
  const values = isValueShown ? evidenceText(evidence) : '';
  const remarks = [
    certainty(finding),
    ...(accepted === null ? [] : ['accepted']),
    ...(known === true ? ['known'] : []),
    rule,
  ];
  const what = printable(values === '' ? sentence(finding) : `${sentence(finding)} [${values}]`);
  return `${severityPaint(page, severity)(severity)}: ${what} (${remarks.join(', ')})`;
}

function problemLine({ path, concerns, message }: ScanProblem, isExaminedInPart: boolean): string {
  const examined = isExaminedInPart ? 'not examined in full: ' : 'not examined: ';
  return `${printable(path)}: ${concerns === 'list' ? '' : examined}${printable(message)}\n`;
}
