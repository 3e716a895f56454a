// For programs that want each photo as soon as it is judged: one JSON value a line, each
// with its `type`.

import { printableJson } from '../terminal/escape.js';
import type { ReportEvent, ReportHead } from '../types/report.js';
import { type Reporter, reported } from './reporter.js';

export const ndjson: Reporter = {
  format: 'ndjson',
  order: 'arrival',
  async *render(head, events) {
    for await (const event of events) yield `${printableJson(line(head, event))}\n`;
  },
};

function line(head: ReportHead, event: ReportEvent): object {
  const { type } = event;
  switch (type) {
    case 'photo':
      return { type, ...event.photo };
    case 'problem':
      return { type, ...reported(event.problem) };
    case 'group':
      return { type, ...event.group };
    case 'gallery':
      return { type, ...event.gallery };
    case 'summary':
      return { type, ...head, ...event.summary };
    default:
      return type satisfies never;
  }
}
