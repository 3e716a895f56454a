// The parts of the page around its cards.
import { createHash } from 'node:crypto';
import { list, number } from '../../messages/amounts.js';
import { PAGE } from '../../messages/html-page.js';
import { serviceWords } from '../../messages/services.js';
import { closingLine } from '../../messages/summary-line.js';
import type { ReportHead } from '../../types/report.js';
import type { ReporterOptions } from '../reporter.js';
import type { SummaryEvent } from '../text.js';
import { type Names, photoMarkup } from './card.js';
import type { Gathered } from './gathered.js';
import { constant, html, type Markup, NOTHING, where } from './markup.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

export function namesOf({ rules, services }: ReporterOptions): Names {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const profiles = new Map(services.map(({ name, title }) => [name, title]));
  return { rule: (id) => titles.get(id) ?? id, service: (name) => profiles.get(name) ?? name };
}

/** Nothing is loaded, and nothing runs but the page's own script. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src ${digest(STYLE)}`,
  `script-src ${digest(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export function pageStart(head: ReportHead, event: SummaryEvent, options: ReporterOptions): Markup {
  const { summary, overview, closing } = event;
  const { flagged, accepted, safe, undecided } = summary;
  const roots = head.roots.length === 0 ? PAGE.fromList : list(head.roots);
  const { images, videos } = overview;
  const things = [
    ...(images > 0 || videos === 0 ? [PAGE.photos(images)] : []),
    ...(videos > 0 ? [PAGE.videos(videos)] : []),
  ];
  const counts: readonly (readonly [number | null, string])[] = [
    [flagged, PAGE.counts.flagged],
    [accepted, PAGE.counts.accepted],
    [safe, PAGE.counts.safe],
    [undecided, PAGE.counts.undecided],
    [overview.unexamined.files, PAGE.counts.unexamined],
  ];
  return html`<!doctype html>
<html lang="${PAGE.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${constant(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${PAGE.title(head.tool.name)}</title>
<style>${constant(STYLE)}</style>
</head>
<body>
<header>
<p class="warning" role="note">${options.pictureOf === null ? PAGE.withoutCopies : PAGE.withCopies}</p>
<h1>${PAGE.heading}</h1>
<p>${PAGE.head(roots, list(things))}
${options.command === 'report' ? PAGE.reported : PAGE.scanned}${where(head.fast, () => html` ${PAGE.fast}`)}
${where(options.pictureOf !== null, () => html`${PAGE.copiesBlurred}`)}</p>
<ul class="counts">${counts.flatMap(([photos, words]) =>
    photos === null || photos === 0 ? [] : [html`<li><strong>${number(photos)}</strong> ${words}</li>`],
  )}</ul>
<p><strong>${closingLine(closing, { ...summary, ...overview })}</strong></p>
</header>
<main>
`;
}

/** What is ticked, as a list that --files-from reads. */
export function listSection({ program }: ReporterOptions, photosLeftOut: number): Markup {
  return html`${where(photosLeftOut > 0, () => html`<p class="warning">${PAGE.notShown(photosLeftOut)}</p>`)}
<section class="ticked needs-script" aria-labelledby="ticked">
<h2 id="ticked">${PAGE.list} <output id="ticked-count" aria-live="polite">0</output></h2>
<details><summary>${PAGE.listNote}</summary>
<p><label>${PAGE.forWhat} <select id="for-what">
<option value="hold" data-name="hold-back" data-command="">${PAGE.forHold}</option>
<option value="accept" data-name="accept" data-command="${program} accept --files-from">${PAGE.forAccept}</option>
<option value="clean" data-name="clean" data-command="${program} clean --into COPIES --files-from">${PAGE.forClean}</option>
</select></label></p>
<p id="command" hidden>${PAGE.afterwards} <code></code></p>
<p id="null-note" hidden>${PAGE.nullNote}</p>
<textarea id="paths" readonly rows="4" aria-label="${PAGE.list}" placeholder="${PAGE.listNone}"></textarea>
</details>
<p><button type="button" id="copy">${PAGE.copy}</button>
<button type="button" id="save">${PAGE.save}</button>
<button type="button" id="clear">${PAGE.clear}</button></p>
</section>
`;
}

export function servicesSection(head: ReportHead, event: SummaryEvent, { services }: ReporterOptions): Markup {
  const { summary, overview } = event;
  if (summary.targets === summary.none) return NOTHING;
  const paragraphs = head.services.map((service) => {
    const profile = services.find(({ name }) => name === service.name);
    const counted = overview.services.find(({ name }) => name === service.name);
    if (profile === undefined || counted === undefined) throw new Error(`nothing was counted for ${service.name}`);
    const { heading, source, sentences } = serviceWords(profile, service, counted, overview, summary);
    return html`<h3>${heading} <small>${source}</small></h3>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
  });
  return html`<section aria-labelledby="services"><h2 id="services">${PAGE.services}</h2>
${paragraphs}</section>
`;
}

export function unexaminedSection({ overview }: SummaryEvent, gathered: Gathered): Markup {
  const { problems } = overview.unexamined;
  if (problems.length === 0) return NOTHING;
  const rest = gathered.problemsLeftOut;
  return html`<section aria-labelledby="unexamined"><h2 id="unexamined">${PAGE.unexaminedTitle}</h2>
<p>${PAGE.unexaminedNote}</p>
<ul>${problems.map(({ count, message }) => html`<li><strong>${number(count)}</strong> ${message}</li>`)}</ul>
<details><summary>${PAGE.everyFile}</summary>
<ul class="paths">${gathered.problems.map(({ path, message }) => html`<li>${path}: ${message}</li>\n`)}</ul>
${where(rest > 0, () => html`<p>${PAGE.problemsNotShown(rest)}</p>`)}</details></section>
`;
}

export function acceptedSection({ accepted }: Gathered, names: Names): Markup {
  if (accepted.length === 0) return NOTHING;
  const cards = accepted.map((photo) => html`<article class="card">${photoMarkup(photo, names)}</article>`);
  return html`<section aria-labelledby="accepted"><h2 id="accepted">${PAGE.acceptedTitle} <small>${PAGE.photos(accepted.length)}</small></h2>
<p>${PAGE.acceptedNote}</p>
<details><summary>${PAGE.everyFile}</summary>
<div class="cards">${cards}</div></details></section>
`;
}

export function pageEnd(): Markup {
  return html`</main>
<script>${constant(SCRIPT)}</script>
</body>
</html>
`;
}
