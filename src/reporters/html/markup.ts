// HTML in which every text is escaped: a name of a file may hold anything.
import { printable } from '../../terminal/escape.js';

/** Text that is HTML already. Only `html` and `constant` make it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[];

/** Values are escaped, unless they are markup. Controls and invisible characters become visible. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, at) => part + written(values[at] ?? '')).join(''));
}

/** Nothing of it may come from a file. */
export function constant(text: string): Markup {
  return new Markup(text);
}

export const NOTHING = constant('');

/** Nothing where there are no values, so that no empty element stays. */
export function where(isThere: boolean, markup: () => Markup): Markup {
  return isThere ? markup() : NOTHING;
}

function written(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return escaped(printable(String(value)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
