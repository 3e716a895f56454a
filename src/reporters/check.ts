// For a hook: one line for each file held back and why; nothing when all pass.
import { count } from '../messages/amounts.js';
import { sentence } from '../messages/findings.js';
import { reaches } from '../report/exit-code.js';
import { printable } from '../terminal/escape.js';
import type { Finding } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';
import { likelihood, openPage, type Page, severityPaint } from './page.js';
import type { Reporter } from './reporter.js';

export const check: Reporter = {
  format: 'check',
  order: 'sorted',
  async *render(_head, events, options) {
    const page = openPage(options);
    // Files that have their line already: a partly examined one comes again with its problems.
    const said = new Set<string>();
    for await (const event of events) {
      if (event.type === 'photo' && reaches(event.photo, options)) {
        if (event.photo.examination === 'partial') said.add(event.photo.path);
        yield photoLine(page, event.photo);
      } else if (event.type === 'problem' && !said.has(event.problem.path)) {
        said.add(event.problem.path);
        yield `${printable(event.problem.path)}: not examined in full: ${printable(event.problem.message)}\n`;
      }
    }
  },
};

function photoLine(page: Page, { path, originalPath, findings, examination }: PhotoReport): string {
  const [worst, ...others] = findings;
  if (worst === undefined) throw new Error('a photo without a finding reaches nothing');
  const more = others.length === 0 ? '' : `; ${count(others.length, 'more finding')}`;
  const rest = examination === 'full' ? '' : '; not examined in full';
  const severity = severityPaint(page, worst.severity)(worst.severity);
  const onPhone = originalPath === null ? '' : ` (on the phone: ${printable(originalPath)})`;
  return `${printable(path)}${onPhone}: ${severity}: ${printable(sentence(worst))} (${certainty(worst)})${more}${rest}\n`;
}

function certainty({ proved, score }: Finding): string {
  return proved ? 'proved' : `likely ${likelihood(score)}`;
}
