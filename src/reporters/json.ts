// For programs: one JSON document, written photo by photo so that it is never in memory as a whole.

import { printableJson } from '../terminal/escape.js';
import type { ReportEvent, ReportHead } from '../types/report.js';
import { type Reporter, reported } from './reporter.js';

/** The list that an event belongs to; they come in this order. */
const LISTS = ['photos', 'problems'] as const;
type List = (typeof LISTS)[number];

export const json: Reporter = {
  format: 'json',
  order: 'sorted',
  async *render(head, events) {
    const lists = new ListWriter();
    // Nothing is written before the first event: by then all checks have passed.
    let start = opening(head);
    for await (const event of events) {
      yield start + write(event, lists);
      start = '';
    }
  },
};

function opening(head: ReportHead): string {
  const { schemaVersion, tool, roots, rules, fast, services } = head;
  const fields = Object.entries({ schemaVersion, tool, roots, rules, fast, services });
  return `{\n${fields.map(([key, value]) => `  "${key}": ${printableJson(value)},\n`).join('')}`;
}

function write(event: ReportEvent, lists: ListWriter): string {
  switch (event.type) {
    case 'photo':
      return lists.item('photos', event.photo);
    case 'problem':
      return lists.item('problems', reported(event.problem));
    case 'group':
      // It is in its photos.
      return '';
    case 'gallery':
      return `${lists.end()}  "gallery": ${printableJson(event.gallery)},\n`;
    case 'summary':
      return `${lists.end()}  "summary": ${printableJson(event.summary)}\n}\n`;
    default:
      return event satisfies never;
  }
}

/** Opens and closes the lists. An empty list is written as []. */
class ListWriter {
  /** Lists opened so far; the last of them is open unless the end was reached. */
  #opened = 0;
  #isEmpty = true;
  #isEnded = false;

  item(list: List, item: unknown): string {
    const at = LISTS.indexOf(list) + 1;
    if (this.#isEnded || at < this.#opened) throw new Error(`an item of ${list} came after the end of its list`);
    const opening = this.#openUntil(at);
    const separator = this.#isEmpty ? '\n' : ',\n';
    this.#isEmpty = false;
    return `${opening}${separator}    ${printableJson(item)}`;
  }

  end(): string {
    if (this.#isEnded) return '';
    const opening = this.#openUntil(LISTS.length);
    this.#isEnded = true;
    return opening + this.#closing();
  }

  #openUntil(at: number): string {
    let written = '';
    while (this.#opened < at) {
      written += `${this.#opened === 0 ? '' : this.#closing()}  "${LISTS[this.#opened]}": [`;
      this.#opened++;
      this.#isEmpty = true;
    }
    return written;
  }

  #closing(): string {
    return this.#isEmpty ? '],\n' : '\n  ],\n';
  }
}
