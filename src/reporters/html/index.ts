// For people who would rather look than read: one file with small copies of the flagged photos,
// which loads nothing and works without a network.
import { mapOrdered } from '../../async/map-ordered.js';
import type { ReportHead } from '../../types/report.js';
import type { Reporter, ReporterOptions } from '../reporter.js';
import type { SummaryEvent } from '../text.js';
import { cardMarkup } from './card.js';
import { type FlaggedKind, Gathered } from './gathered.js';
import { mapSection } from './map.js';
import type { Markup } from './markup.js';
import {
  acceptedSection,
  listSection,
  namesOf,
  pageEnd,
  pageStart,
  servicesSection,
  unexaminedSection,
} from './parts.js';
import { filterBar, kindEnd, kindStart, nothingFlagged } from './sections.js';
import { timelineSection } from './timeline.js';

/** Pictures that are made at once, and in all: one takes up to 10 kB. */
const PICTURES_AHEAD = 8;
const MAX_PICTURES = 5000;

export const htmlPage: Reporter = {
  format: 'html',
  order: 'worst-first',
  async *render(head, events, options) {
    const gathered = new Gathered();
    for await (const event of events) {
      gathered.add(event);
      if (event.type === 'summary') {
        for await (const part of page(head, event, gathered, options)) yield part.text;
      }
    }
  },
};

async function* page(
  head: ReportHead,
  event: SummaryEvent,
  gathered: Gathered,
  options: ReporterOptions,
): AsyncGenerator<Markup> {
  const kinds = gathered.kinds(event.overview.severities);
  const names = namesOf(options);
  yield pageStart(head, event, options);
  yield kinds.length === 0 ? nothingFlagged() : filterBar(gathered.photos, kinds, names);
  yield timelineSection(gathered.photos);
  yield mapSection(gathered.photos);
  yield* cardsOf(kinds, options);
  yield listSection(options, gathered.photosLeftOut);
  yield servicesSection(head, event, options);
  yield unexaminedSection(event, gathered);
  yield acceptedSection(gathered, names);
  yield pageEnd();
}

/** Pictures are made a few ahead of the card that is being written. */
async function* cardsOf(kinds: readonly FlaggedKind[], options: ReporterOptions): AsyncGenerator<Markup> {
  const names = namesOf(options);
  let pictures = 0;
  const pictureOf: NonNullable<ReporterOptions['pictureOf']> = async (photo) => {
    if (options.pictureOf === null) return { why: 'none' };
    return pictures++ < MAX_PICTURES ? options.pictureOf(photo) : { why: 'enough' };
  };
  for (const [at, kind] of kinds.entries()) {
    yield kindStart(kind, at, options);
    yield* mapOrdered(kind.cards, PICTURES_AHEAD, async (card) => cardMarkup(card, await pictureOf(card.lead), names));
    yield kindEnd();
  }
}
