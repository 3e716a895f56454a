// Reads models/cards.json: what is known of each model beyond the manifest, which has its source,
// its licence and what it was trained on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS_FOLDER, type ModelEntry, readManifest } from './manifest.js';
import { manifestError } from './model-error.js';
import type { ModelId } from './models.js';

/** A count for one group of people or photos. */
export interface GroupFigure {
  readonly group: string;
  readonly right: number;
  readonly of: number;
}

export interface ModelCard {
  readonly id: ModelId;
  readonly usedFor: string;
  /** YYYY-MM-DD, or `not known`: when the weights were made. */
  readonly weightsDate: string;
  /** YYYY-MM-DD. */
  readonly cardDate: string;
  readonly knownFailures: readonly string[];
  /** Figures by group, where labels allow them. */
  readonly groups: readonly { readonly what: string; readonly from: string; readonly rows: readonly GroupFigure[] }[];
  /** Why there are none; null where there are. */
  readonly groupsUnknown: string | null;
}

/** In the manifest's order; a model without a card has null. Throws ModelError. */
export function modelCards(folder: string = MODELS_FOLDER): readonly { entry: ModelEntry; card: ModelCard | null }[] {
  let cards: unknown;
  try {
    ({ cards } = JSON.parse(readFileSync(join(folder, 'cards.json'), 'utf8')) as { cards?: unknown });
  } catch (cause) {
    throw manifestError(folder, cause);
  }
  if (!Array.isArray(cards)) throw manifestError(folder);
  const known = cards as readonly ModelCard[];
  return readManifest(folder).map((entry) => ({ entry, card: known.find(({ id }) => id === entry.id) ?? null }));
}
