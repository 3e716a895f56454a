// The tables of places in docs/metadata.md, made of the code that reads them.
import { TEXT_FORMS } from '../src/formats/coordinates/text-forms.js';
import { PLACE_CARRIERS, PLACE_SOURCES } from '../src/metadata/places/sources.js';

const BLOCK = /(<!-- places: made by npm run generate -->\n)[\s\S]*?(<!-- end of places -->)/;

export function withPlaces(page: string): string {
  if (!BLOCK.test(page)) throw new Error('docs/metadata.md has no markers for the tables of places');
  return page.replace(BLOCK, (_whole, start: string, end: string) => `${start}${tables()}\n${end}`);
}

function tables(): string {
  return [
    table(
      'source',
      'what is read',
      PLACE_SOURCES.map(({ name, reads }) => [name, reads]),
    ),
    table(
      'form in texts',
      'for example',
      TEXT_FORMS.map(({ name, examples, unread = [] }) => [name, code(examples[0] ?? unread[0] ?? '')]),
    ),
    table(
      'format',
      'parts that are searched',
      Object.entries(PLACE_CARRIERS).map(([format, parts]) => [format, parts.join(', ')]),
    ),
  ].join('\n\n');
}

function table(left: string, right: string, rows: readonly (readonly [string, string])[]): string {
  return [`| ${left} | ${right} |`, '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
