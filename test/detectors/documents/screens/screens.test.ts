import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { likeliest } from '../../../../src/detectors/documents/kinds/classify.js';
import { LANGUAGES } from '../../../../src/detectors/documents/languages.js';
import { SCREENS } from '../../../../src/detectors/documents/screens/index.js';
import { pageOf } from '../../../helpers/text-lines.js';

const NAMED = 0.5;
const FOLDER = new URL('../../../../src/detectors/documents/screens/', import.meta.url);

it('has a file for each kind of screen, and registers each kind', () => {
  const files = readdirSync(FOLDER).map((name) => name.replace('.ts', ''));
  expect(files.filter((name) => name !== 'index').sort()).toEqual(SCREENS.map(({ id }) => id).sort());
});

describe.each(SCREENS)('$id', (screen) => {
  const titled = (rows: readonly string[]) => ({ rows, title: rows.join(' / ') });

  it.each(screen.examples.true.map(titled))('matches: $title', ({ rows }) => {
    const best = likeliest(SCREENS, pageOf(rows));
    expect(best?.kind.id).toBe(screen.id);
    expect(best?.score).toBeGreaterThanOrEqual(NAMED);
  });

  it.each(screen.examples.false.map(titled))('does not match: $title', ({ rows }) => {
    const best = likeliest(SCREENS, pageOf(rows));
    expect(best?.kind === screen && best.score >= NAMED).toBe(false);
  });

  it('has words in each supported language', () => {
    const languages = new Set(screen.cues.flatMap((cue) => ('words' in cue ? Object.keys(cue.words) : [])));
    expect([...languages]).toEqual(expect.arrayContaining(Object.keys(LANGUAGES)));
  });
});

it('treats any other app as a plain screen', () => {
  const best = likeliest(SCREENS, pageOf(['Settings', 'Notifications', 'Privacy', 'Storage and data', 'Help']));
  expect(best?.score ?? 0).toBeLessThan(NAMED);
});
