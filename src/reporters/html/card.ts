// One card: a photo, or several that show the same, with what was found in each.
import { day } from '../../messages/amounts.js';
import { PAGE } from '../../messages/html-page.js';
import { printableJson } from '../../terminal/escape.js';
import type { Finding } from '../../types/finding.js';
import type { PhotoReport } from '../../types/report.js';
import type { PictureResult } from '../../types/thumbnail.js';
import { certainty } from '../page.js';
import { html, type Markup, NOTHING, where } from './markup.js';

/** A photo that leads its card, and the flagged ones that show the same. */
export interface Card {
  readonly lead: PhotoReport;
  readonly others: PhotoReport[];
}

/** For people, by the id of a rule or the name of a service. */
export interface Names {
  readonly rule: (id: string) => string;
  readonly service: (name: string) => string;
}

export function cardMarkup({ lead, others }: Card, picture: PictureResult, names: Names): Markup {
  return html`<article class="card" data-filter="${filterData([lead, ...others])}">
${pictureMarkup(lead, picture)}
${photoMarkup(lead, names)}
${where(
  others.length > 0,
  () => html`<details><summary>${PAGE.similar(others.length)}</summary>
${others.map((photo) => html`<div class="other">${photoMarkup(photo, names)}</div>`)}</details>`,
)}
</article>
`;
}

export function photoMarkup(photo: PhotoReport, names: Names): Markup {
  const { path, originalPath, takenAt, examination, findings } = photo;
  const open = findings.filter(({ accepted }) => accepted === null);
  const accepted = findings.filter(({ accepted }) => accepted !== null);
  const remarks = [
    ...(originalPath === null ? [] : [PAGE.onPhone(originalPath)]),
    ...(takenAt === null ? [PAGE.undated] : [PAGE.takenOn(dayOf(takenAt))]),
    ...(examination === 'full' ? [] : [PAGE.inPart]),
    ...takenRemarks(photo, names),
  ];
  return html`<h3><label><input type="checkbox" class="tick" data-path="${coded(path)}"> ${path}</label></h3>
<p class="remarks">${remarks.join(' · ')}</p>
<ul class="findings">${open.map((finding) => findingMarkup(finding, names))}</ul>
${where(
  accepted.length > 0,
  () => html`<details><summary>${PAGE.acceptedTitle} (${accepted.length})</summary>
<ul class="findings">${accepted.map((finding) => findingMarkup(finding, names))}</ul></details>`,
)}`;
}

function findingMarkup(finding: Finding, names: Names): Markup {
  const { severity, subject, detail, rule, proved, accepted, known } = finding;
  const notes = [
    names.rule(rule),
    ...(known === true ? [PAGE.known] : []),
    ...(accepted === null ? [] : [PAGE.acceptedOn(accepted.on)]),
    ...(accepted?.until == null ? [] : [PAGE.until(accepted.until)]),
    ...(accepted?.reason == null ? [] : [accepted.reason]),
  ];
  return html`<li><span class="severity ${severity}">${severity}</span> <strong>${subject}</strong>${where(
    detail !== '',
    () => html`: ${detail}`,
  )} <span class="certainty ${proved ? 'proved' : 'likely'}">${certainty(finding)}</span>
<small>${notes.join(' · ')}</small></li>
`;
}

function takenRemarks({ services }: PhotoReport, { service }: Names): string[] {
  return services.flatMap(({ name, taken }) => {
    if (taken === 'no') return [];
    return [taken === 'yes' ? PAGE.takenBy(service(name)) : PAGE.mightBeTakenBy(service(name))];
  });
}

function pictureMarkup(photo: PhotoReport, picture: PictureResult): Markup {
  if ('why' in picture) {
    const words = PAGE.noPicture[picture.why];
    return words === '' ? NOTHING : html`<p class="no-picture">${words}</p>`;
  }
  const { data, width, height } = picture;
  return html`<figure>
<img src="data:image/jpeg;base64,${data}" width="${width}" height="${height}"
 alt="${PAGE.pictureOf(photo.path)}" loading="lazy" decoding="async">${regionsMarkup(photo)}</figure>`;
}

/** Drawn over the picture while the card has the pointer or the focus. */
function regionsMarkup({ width, height, findings }: PhotoReport): Markup {
  const regions = findings.flatMap(({ region, source }) => (region && source.picture === 'main' ? [region] : []));
  if (width === null || height === null || regions.length === 0) return NOTHING;
  return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${regions.map(
    ({ left, top, width, height }) => html`<rect x="${left}" y="${top}" width="${width}" height="${height}"/>`,
  )}</svg>`;
}

/** `15 July 2025`; the date as it is where it is none. */
function dayOf(takenAt: string): string {
  const date = takenAt.slice(0, 'YYYY-MM-DD'.length);
  return Number.isNaN(Date.parse(date)) ? date : day(date);
}

/** `2025-07`; empty without a date. */
export function monthOf({ takenAt }: PhotoReport): string {
  return takenAt?.slice(0, 'YYYY-MM'.length) ?? '';
}

/** For the filter only. Paths of Windows may have backslashes; `.` where there is no folder. */
export function folderOf({ path }: PhotoReport): string {
  const end = path.includes('/') ? path.lastIndexOf('/') : path.lastIndexOf('\\');
  return end === -1 ? '.' : path.slice(0, end);
}

/** By what the script filters. A card is shown where one of its photos fits. */
function filterData(photos: readonly PhotoReport[]): string {
  return printableJson(
    photos.map((photo) => ({
      kind: [...new Set(photo.findings.flatMap(({ rule, accepted }) => (accepted === null ? [rule] : [])))],
      severity: [photo.severity],
      month: [monthOf(photo)],
      folder: [folderOf(photo)],
      taken: photo.services.flatMap(({ name, taken }) => (taken === 'no' ? [] : [name])),
    })),
  );
}

/** In an attribute HTML changes some characters, and a path must stay what it is. */
function coded(path: string): string {
  return encodeURIComponent(path.replace(/\p{Cs}/gu, '\ufffd'));
}
