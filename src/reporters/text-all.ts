// The text report with --all: every photo with everything found in it, the worst first, and the
// usual report after that.

import { evidenceText } from '../messages/evidence.js';
import { sentence } from '../messages/findings.js';
import { columnsOf, padEnd, printable } from '../terminal/escape.js';
import { wrap } from '../terminal/wrap.js';
import type { Finding, Severity } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';
import { certainty, INDENT, openPage, type Page, severityPaint } from './page.js';
import type { Reporter } from './reporter.js';
import { renderReport } from './text.js';

const TITLES: Readonly<Record<Severity | 'none', string>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW, minor, not flagged',
  none: 'NOTHING FOUND',
};

/** `critical` and two blanks. */
const SEVERITY_COLUMNS = 10;

export const textAll: Reporter = {
  format: 'text-all',
  order: 'worst-first',
  async *render(head, events, options) {
    const page = openPage(options);
    let title = '';
    for await (const event of events) {
      if (event.type === 'photo') {
        const own = titleOf(event.photo);
        yield (own === title ? '' : heading(page, own, event.photo.severity, title === '')) +
          photoText(page, event.photo);
        title = own;
      } else if (event.type === 'summary') {
        yield `${title === '' ? '' : '\n'}${renderReport(head, event, options)}`;
      }
    }
  },
};

function titleOf({ severity, verdict }: PhotoReport): string {
  return severity === null && verdict === 'accepted' ? 'ACCEPTED' : TITLES[severity ?? 'none'];
}

function heading(page: Page, title: string, severity: Severity | null, isFirst: boolean): string {
  const paint = severity === null ? page.paint.bold : severityPaint(page, severity);
  return `${isFirst ? '' : '\n'}${paint(title)}\n`;
}

/** Whole, however long: a path that is cut cannot be found. */
function photoText(page: Page, { path, originalPath, examination, findings }: PhotoReport): string {
  const remarks = [
    ...(originalPath === null ? [] : [`on the phone: ${printable(originalPath)}`]),
    ...(examination === 'full' ? [] : ['not examined in full']),
  ];
  const after = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  const lines = [
    `${INDENT}${page.link(path, printable(path))}${after}`,
    ...findings.flatMap((finding) => findingLines(page, finding)),
  ];
  return `${lines.join('\n')}\n`;
}

function findingLines(page: Page, finding: Finding): string[] {
  const { severity, accepted, known, evidence } = finding;
  const values = page.isValueShown ? evidenceText(evidence) : '';
  const remarks = [
    certainty(finding),
    ...(accepted === null ? [] : ['accepted']),
    ...(known === true ? ['known'] : []),
  ];
  const what = `${sentence(finding)}${values === '' ? '' : ` [${values}]`} (${remarks.join(', ')})`;
  const start = INDENT.repeat(2) + severityPaint(page, severity)(padEnd(severity, SEVERITY_COLUMNS));
  const indent = columnsOf(INDENT.repeat(2)) + SEVERITY_COLUMNS;
  const [first = '', ...rest] = wrap(printable(what), page.width - indent).split('\n');
  return [start + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
