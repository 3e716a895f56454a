// Finds all printed values in rows of text. If two kinds claim the same characters, the earlier
// finder gets them.

import type { Row } from '../../ocr/layout/rows.js';
import type { Raster } from '../../types/raster.js';
import { postalAddresses } from './address.js';
import { birthDates } from './birth-date.js';
import { emails } from './email.js';
import { type Finder, type Found, shareText } from './found.js';
import { ibans } from './iban.js';
import { nationalIds } from './national-id.js';
import { phoneNumbers } from './phone.js';
import { recoveryPhrases } from './phrases/recovery-phrase.js';
import { licencePlates } from './plates/find-plates.js';
import { diskKeys, keys } from './secrets/keys.js';
import { labelledSecrets } from './secrets/labelled.js';
import { oneTimeCodes } from './secrets/one-time-code.js';
import { recoveryCodes } from './secrets/recovery-codes.js';
import { settings } from './secrets/variables.js';

/**
 * Highest confidence first: proved values, values with a distinctive form, values that need a
 * label.
 */
const FINDERS: readonly Finder[] = [
  ibans,
  recoveryPhrases,
  diskKeys,
  keys,
  recoveryCodes,
  settings,
  emails,
  nationalIds,
  birthDates,
  labelledSecrets,
  oneTimeCodes,
  postalAddresses,
  phoneNumbers,
  licencePlates,
];

/** Each value once, in the order of the finders. */
export function findValues(rows: readonly Row[], raster?: Raster): readonly Found[] {
  const found: Found[] = [];
  for (const finder of FINDERS) {
    for (const one of finder(rows, raster)) {
      const isKnown = found.some((other) => other.label === one.label && other.value === one.value);
      if (!isKnown && !found.some((other) => other.score >= one.score && shareText(one, other))) found.push(one);
    }
  }
  return found;
}
