// What `lenscap doctor --models` prints: the card of each model.
import { type GroupFigure, type ModelCard, modelCards } from '../inference/cards.js';
import type { ModelEntry } from '../inference/manifest.js';
import { wrap } from '../terminal/wrap.js';

/** Wider lines are hard to read. */
const MAX_WIDTH = 100;
const NOT_KNOWN = 'not known';

/**
 * @param terminal columns of the terminal; infinite where there is none
 * @throws ModelError if the manifest or the cards cannot be read
 */
export function modelCardsText(terminal: number, folder?: string): string {
  const width = Math.min(terminal, MAX_WIDTH);
  return modelCards(folder)
    .map(({ entry, card }) => cardText(entry, card, width))
    .join('\n');
}

function cardText({ id, title, source, trainedOn, isOptional }: ModelEntry, card: ModelCard | null, width: number) {
  const field = (name: string, text: string) => wrap(`  ${name.padEnd(NAME_COLUMNS)}${text}`, width, NAME_COLUMNS + 2);
  const lines = [
    wrap(`${id}: ${title}${isOptional ? ' (optional)' : ''}`, width, 2),
    field('used for', card?.usedFor ?? NOT_KNOWN),
    field('source', `${source.package} ${source.version}; ${source.origin}`),
    field('licence', source.licence),
    field('trained on', trainedOn),
    field('made', card?.weightsDate ?? NOT_KNOWN),
    field('card of', card?.cardDate ?? NOT_KNOWN),
    field('known failures', card === null ? NOT_KNOWN : ''),
    ...(card?.knownFailures ?? []).map((failure) => wrap(`  - ${failure}`, width, 4)),
    ...groupLines(card, width, field),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const NAME_COLUMNS = 'known failures'.length + 2;

function groupLines(card: ModelCard | null, width: number, field: (name: string, text: string) => string): string[] {
  if (card === null || card.groups.length === 0) return [field('by group', card?.groupsUnknown ?? NOT_KNOWN)];
  return card.groups.flatMap(({ what, from, rows }) => [
    field('by group', `${what} (${from})`),
    ...rows.map((row) => wrap(`  - ${figureText(row)}`, width, 4)),
  ]);
}

/** `aged 0 to 2: 18 of 18, 100.0 %`. */
function figureText({ group, right, of }: GroupFigure): string {
  return `${group}: ${right} of ${of}, ${((100 * right) / of).toFixed(1)} %`;
}
