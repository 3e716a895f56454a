// The sections of flagged photos, by what they give away, and what filters them.
import { month } from '../../messages/amounts.js';
import { PAGE } from '../../messages/html-page.js';
import { SEVERITIES } from '../../types/finding.js';
import type { PhotoReport } from '../../types/report.js';
import type { ReporterOptions } from '../reporter.js';
import { folderOf, monthOf, type Names } from './card.js';
import type { FlaggedKind } from './gathered.js';
import { constant, html, type Markup } from './markup.js';

export function kindStart(
  { rule, title, severity, cards }: FlaggedKind,
  at: number,
  { rules }: ReporterOptions,
): Markup {
  const photos = cards.reduce((sum, { others }) => sum + 1 + others.length, 0);
  const meaning = rules.find(({ id }) => id === rule)?.meaning ?? '';
  return html`<section class="kind" aria-labelledby="kind-${at}">
<h2 id="kind-${at}"><span class="severity ${severity}">${severity}</span> ${capital(title)}
<small>${PAGE.photos(photos)}</small></h2>
<p>${meaning}</p>
<div class="cards">
`;
}

export function kindEnd(): Markup {
  return constant('</div></section>\n');
}

export function nothingFlagged(): Markup {
  return html`<p>${PAGE.nothingFlagged}</p>\n`;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Only where the script runs; without it all sections are shown. */
export function filterBar(photos: readonly PhotoReport[], kinds: readonly FlaggedKind[], names: Names): Markup {
  const rules = photos.flatMap(({ findings }) => findings.flatMap(({ rule, accepted }) => (accepted ? [] : [rule])));
  const inOrder = distinct([...kinds.map(({ rule }) => rule), ...rules]);
  const services = distinct(photos.flatMap(({ services }) => services.map(({ name }) => name)));
  const months = distinct(photos.map(monthOf)).sort().reverse();
  return html`<form class="filters needs-script" aria-label="${PAGE.filters}">
${choice(
  'kind',
  PAGE.kind,
  inOrder.map((value) => ({ value, text: names.rule(value) })),
)}
${choice(
  'severity',
  PAGE.severity,
  SEVERITIES.map((value) => ({ value, text: value })),
)}
${choice(
  'folder',
  PAGE.folder,
  distinct(photos.map(folderOf))
    .sort()
    .map((value) => ({ value, text: value })),
)}
${choice(
  'month',
  PAGE.month,
  months.map((value) => ({ value, text: monthText(value) })),
)}
${choice(
  'taken',
  PAGE.taken,
  services.map((value) => ({ value, text: names.service(value) })),
)}
<button type="reset">${PAGE.clearFilters}</button>
<button type="button" id="tick-all">${PAGE.tickAll}</button>
<output id="shown" aria-live="polite"></output>
</form>
`;
}

/** Values are those of the cards' data, where an empty one is a photo without a date. */
function choice(name: string, label: string, choices: readonly Choice[]): Markup {
  return html`<label>${label} <select name="${name}"><option value="">${PAGE.all}</option>${choices.map(
    ({ value, text }) => html`<option value="${choiceValue(value)}">${text}</option>`,
  )}</select></label>`;
}

/** As the script reads it; not empty for an empty value. */
export function choiceValue(value: string): string {
  return `=${encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'))}`;
}

export function monthText(value: string): string {
  if (value === '') return PAGE.undated;
  return Number.isNaN(Date.parse(value)) ? value : month(value);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
