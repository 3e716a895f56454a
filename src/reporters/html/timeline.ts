// How many flagged photos were taken in each month. A month is also a filter.
import { PAGE } from '../../messages/html-page.js';
import type { PhotoReport } from '../../types/report.js';
import { monthOf } from './card.js';
import { html, type Markup, NOTHING } from './markup.js';
import { choiceValue, monthText } from './sections.js';

export function timelineSection(photos: readonly PhotoReport[]): Markup {
  const months = new Map<string, number>();
  for (const photo of photos) {
    const month = monthOf(photo);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  if (months.size === 0) return NOTHING;
  const most = Math.max(...months.values());
  // The newest first; those without a date are last.
  const sorted = [...months].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
  return html`<section aria-labelledby="timeline">
<details><summary><h2 id="timeline">${PAGE.timeline}</h2></summary>
<ul class="months">${sorted.map(
    ([month, count]) => html`<li><button type="button" data-month="${choiceValue(month)}">
<span>${monthText(month)}: ${PAGE.photos(count)}</span>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect width="${Math.ceil((100 * count) / most)}" height="10"/></svg></button></li>
`,
  )}</ul></details></section>
`;
}
