import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, scoreOf } from '../../../../src/detectors/documents/kinds/classify.js';
import { KINDS } from '../../../../src/detectors/documents/kinds/index.js';
import { LANGUAGES } from '../../../../src/detectors/documents/languages.js';
import { pageOf } from '../../../helpers/text-lines.js';

const NAMED = 0.5;
const FOLDER = new URL('../../../../src/detectors/documents/kinds/', import.meta.url);
const PARTS = ['classify', 'index', 'kind', 'layout', 'person-words', 'plain', 'shapes'];

it('has a file for each kind, and registers each kind', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace('.ts', ''));
  expect(files.filter((name) => !PARTS.includes(name)).sort()).toEqual(KINDS.map(({ id }) => id).sort());
});

describe.each(KINDS)('$id', (kind) => {
  it.each(kind.examples.true.map((rows) => ({ rows, title: rows.join(' / ') })))(
    'is the kind of: $title',
    ({ rows }) => {
      const best = classify(pageOf(rows));
      expect(best?.kind.id).toBe(kind.id);
      expect(best?.score).toBeGreaterThanOrEqual(NAMED);
    },
  );

  it.each(kind.examples.false.map((rows) => ({ rows, title: rows.join(' / ') })))(
    'is not the kind of: $title',
    ({ rows }) => {
      const best = classify(pageOf(rows));
      const score = scoreOf(kind, pageOf(rows));
      expect(score < NAMED || best?.kind !== kind).toBe(true);
    },
  );

  it('has words in each supported language', () => {
    const languages = new Set(kind.cues.flatMap((cue) => ('words' in cue ? Object.keys(cue.words) : [])));
    expect([...languages]).toEqual(expect.arrayContaining(Object.keys(LANGUAGES)));
  });
});

describe('captions that count together', () => {
  const captions = {
    id: 'captions',
    minWeight: 5,
    cues: [{ weight: 2, more: 2, words: { en: 'total, total due, date, name, place' } }],
    examples: { true: [], false: [] },
  } as const;
  const score = (rows: readonly string[]) => scoreOf(captions, pageOf(rows));

  it('add 1 each, up to a maximum', () => {
    expect(score(['Date'])).toBeCloseTo(2 / 7);
    expect(score(['Date', 'Name'])).toBeCloseTo(3 / 8);
    expect(score(['Date', 'Name', 'Place', 'Total'])).toBeCloseTo(4 / 9);
  });

  it('do not count a part of another one', () => {
    expect(score(['Total due'])).toBeCloseTo(2 / 7);
  });
});
