import { expect, test } from 'vitest';
import { closing, type Outcome } from '../../src/messages/summary-line.js';

const NOTHING: Outcome = {
  targets: 0,
  flagged: 0,
  safe: 0,
  undecided: 0,
  partial: 0,
  folders: 0,
  strays: 0,
  rules: 13,
};

test.each<[Partial<Outcome>, string]>([
  [{}, 'There was no photo or video to examine.'],
  [{ folders: 1 }, 'There was no photo or video to examine; 1 folder could not be read.'],
  [{ targets: 1, flagged: 1 }, 'This one would give something away.'],
  [{ targets: 1, safe: 1 }, 'This one is safe as far as 13 rules can see.'],
  [{ targets: 1, safe: 1, rules: 1 }, 'This one is safe as far as 1 rule can see.'],
  [{ targets: 1, undecided: 1 }, 'This one was not examined, so it is not counted as safe.'],
  [{ targets: 1, undecided: 1, partial: 1 }, 'This one was not examined in full, so it is not counted as safe.'],
  [{ targets: 4, safe: 4 }, 'All 4 are safe as far as 13 rules can see.'],
  [
    { targets: 4, safe: 4, folders: 1 },
    'The 4 that were examined are safe as far as 13 rules can see; 1 folder could not be read.',
  ],
  [
    { targets: 4, safe: 4, folders: 1, strays: 2 },
    'The 4 that were examined are safe as far as 13 rules can see; 2 other files were not examined; 1 folder could not be read.',
  ],
  [
    { targets: 1, safe: 1, strays: 1 },
    'The one that was examined is safe as far as 13 rules can see; 1 other file was not examined.',
  ],
  [{ strays: 1 }, 'There was no photo or video to examine; 1 file was not examined.'],
  [
    { targets: 2, flagged: 1, safe: 1, strays: 1 },
    '1 of 2 would give something away and 1 is safe; 1 other file was not examined.',
  ],
  [{ targets: 4, flagged: 4 }, 'All 4 would give something away.'],
  [{ targets: 4, undecided: 4 }, 'All 4 were not examined, so none is counted as safe.'],
  [{ targets: 3, flagged: 2, safe: 1 }, '2 of 3 would give something away and 1 is safe.'],
  [{ targets: 3, flagged: 3, partial: 1 }, 'All 3 would give something away.'],
  [
    { targets: 3, flagged: 1, undecided: 2, folders: 2 },
    '1 of 3 would give something away, none is safe and 2 were not examined; 2 folders could not be read.',
  ],
  [
    { targets: 3161, flagged: 2679, safe: 480, undecided: 2 },
    '2,679 of 3,161 would give something away, 480 are safe and 2 were not examined.',
  ],
  [
    { targets: 10, flagged: 0, safe: 9, undecided: 1, partial: 1 },
    '0 of 10 would give something away, 9 are safe and 1 was not examined in full.',
  ],
])('%j', (outcome, said) => {
  expect(closing({ ...NOTHING, ...outcome })).toBe(said);
});
