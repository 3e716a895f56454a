import { describe, expect, test } from 'vitest';
import { closingLine } from '../../src/messages/summary-line.js';
import { endingOf } from '../../src/report/exit-code.js';
import type { RuleName, RulesOverview } from '../../src/types/report.js';

/** What a run may have ended with; the rest follows from it. */
interface Counts {
  flagged?: number;
  /** Of the flagged, those examined in part. */
  flaggedInPart?: number;
  accepted?: number;
  /** Examined in full, with nothing of medium or above. */
  clear?: number;
  inPart?: number;
  notAtAll?: number;
  strays?: number;
  folders?: number;
  rules?: RulesOverview;
  /** All targets by default; the others are videos. */
  images?: number;
}

const named = (...titles: string[]): RuleName[] => titles.map((title) => ({ id: `group/${title}`, title }));
const several = (amount: number) => named(...Array.from({ length: amount }, (_, n) => `rule ${n}`));
const ALL_ON: RulesOverview = { on: several(13), off: [], narrowed: [] };

function said(counts: Counts): string {
  const { flagged = 0, flaggedInPart = 0, accepted = 0, clear = 0, inPart = 0, notAtAll = 0 } = counts;
  const { strays = 0, folders = 0, rules = ALL_ON } = counts;
  const isNarrowed = rules.off.length + rules.narrowed.length > 0;
  const undecided = inPart + notAtAll + (isNarrowed ? clear : 0);
  const full = flagged - flaggedInPart + accepted + clear;
  const partial = inPart + flaggedInPart;
  const targets = full + partial + notAtAll;
  const verdicts = { targets, flagged, accepted, safe: isNarrowed ? null : clear, undecided };
  const complete = full === targets && strays + folders === 0;
  const unexamined = { files: partial + notAtAll + strays, inPart: partial, strays, folders };
  const { closing } = endingOf({ ...verdicts, full, complete, reached: 0 });
  return closingLine(closing, { ...verdicts, images: counts.images ?? targets, clear, rules, unexamined });
}

describe('with every rule on', () => {
  test.each<[Counts, string]>([
    [{}, 'There was no photo or video to examine.'],
    [{ folders: 1 }, 'There was no photo or video to examine. 1 folder could not be read.'],
    [{ strays: 1 }, 'There was no photo or video to examine. 1 file was not examined.'],
    [{ flagged: 1 }, 'The one photo would give something away.'],
    [{ clear: 1 }, 'The one photo is safe as far as 13 rules can see.'],
    [{ notAtAll: 1 }, 'The one photo was not examined, so it is not counted as safe.'],
    [{ inPart: 1 }, 'The one photo was not examined in full, so it is not counted as safe.'],
    [{ clear: 4 }, 'All 4 are safe as far as 13 rules can see.'],
    [
      { clear: 4, folders: 1 },
      'The 4 that were examined are safe as far as 13 rules can see. 1 folder could not be read.',
    ],
    [
      { clear: 4, folders: 1, strays: 2 },
      'The 4 that were examined are safe as far as 13 rules can see. 2 other files were not examined. 1 folder could not be read.',
    ],
    [
      { clear: 1, strays: 1 },
      'The one that was examined is safe as far as 13 rules can see. 1 other file was not examined.',
    ],
    [
      { flagged: 1, clear: 1, strays: 1 },
      '1 of 2 would give something away and 1 is safe. 1 other file was not examined.',
    ],
    [{ flagged: 4 }, 'All 4 would give something away.'],
    [{ flagged: 3, flaggedInPart: 1 }, 'All 3 would give something away. 1 file was not examined in full.'],
    [{ notAtAll: 4 }, 'None of the 4 was examined, so none is counted as safe.'],
    [
      { notAtAll: 4, strays: 1 },
      'None of the 4 was examined, so none is counted as safe. 1 other file was not examined.',
    ],
    [{ flagged: 2, clear: 1 }, '2 of 3 would give something away and 1 is safe.'],
    [{ accepted: 1, clear: 2 }, 'None of 3 would give something away, 1 is accepted and 2 are safe.'],
    [
      { flagged: 1, notAtAll: 2, folders: 2 },
      '1 of 3 would give something away, none is safe and 2 were not examined. 2 folders could not be read.',
    ],
    [
      { flagged: 2679, clear: 480, notAtAll: 2 },
      '2,679 of 3,161 would give something away, 480 are safe and 2 were not examined.',
    ],
    [{ clear: 9, inPart: 1 }, 'None of 10 would give something away, 9 are safe and 1 was not examined in full.'],
    [
      { flagged: 20, flaggedInPart: 4, clear: 7, inPart: 2, notAtAll: 2 },
      '20 of 31 would give something away, 7 are safe and 4 are undecided. 8 files (those 4 and 4 of the 20) were not examined in full.',
    ],
    [
      { flagged: 2, flaggedInPart: 1, clear: 7, inPart: 1, strays: 1 },
      '2 of 10 would give something away, 7 are safe and 1 is undecided. 3 files (that 1, 1 of the 2 and 1 other) were not examined in full.',
    ],
  ])('%j', (counts, line) => {
    expect(said(counts)).toBe(line);
  });
});

describe('where rules were off or narrowed, nothing is called safe', () => {
  const only: RulesOverview = { on: named('Wi-Fi password'), off: several(41), narrowed: [] };
  const two: RulesOverview = { on: named('child', 'face'), off: several(39), narrowed: [] };
  const skipped: RulesOverview = { on: several(43), off: named('child', 'face'), narrowed: [] };
  const narrowed: RulesOverview = { on: several(45), off: [], narrowed: several(30) };
  const both: RulesOverview = { on: several(40), off: named('child'), narrowed: named('face') };

  test.each<[string, Counts, string]>([
    [
      'one rule on',
      { clear: 276, rules: only },
      'In all 276, the only rule that was on (Wi-Fi password) found nothing of medium severity or above. None is called safe, because 41 rules were off.',
    ],
    [
      'a single photo',
      { clear: 1, rules: skipped },
      'In the one photo, the 43 rules that were on found nothing of medium severity or above. None is called safe, because child and face were off.',
    ],
    [
      'some flagged, some not examined',
      { flagged: 8, clear: 264, notAtAll: 4, rules: two },
      '8 of 276 would give something away. In 264 others, the rules that were on (child and face) found nothing of medium severity or above. 4 files were not examined. None is called safe, because 39 rules were off.',
    ],
    [
      'a higher score asked for',
      { clear: 2, rules: narrowed },
      'In all 2, the 45 rules that were on found nothing of medium severity or above. None is called safe, because 30 rules were set to report less.',
    ],
    [
      'some not examined, none flagged',
      { clear: 3, notAtAll: 1, rules: two },
      'In 3 of 4, the rules that were on (child and face) found nothing of medium severity or above. 1 file was not examined. None is called safe, because 39 rules were off.',
    ],
    [
      'both, and nothing found in full',
      { flagged: 1, inPart: 1, rules: both },
      '1 of 2 would give something away. 1 file was not examined in full. None is called safe, because child was off and face was set to report less.',
    ],
  ])('%s', (_what, counts, line) => {
    expect(said(counts)).toBe(line);
    expect(line).not.toMatch(/\b(are|is) safe\b/);
  });
});

test('a single video is called a video', () => {
  expect(said({ flagged: 1, images: 0 })).toBe('The one video would give something away.');
});
