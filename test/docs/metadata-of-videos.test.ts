// The page on what is read in the metadata names every kind of track and box that has a reader.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isReadBox } from '../../src/formats/mp4/tags.js';
import { READERS } from '../../src/formats/telemetry/tracks.js';
import { ROOT } from '../helpers/root.js';

const PAGE = readFileSync(`${ROOT}/docs/metadata.md`, 'utf8');
const VIDEOS = PAGE.slice(PAGE.indexOf('\n## Videos'), PAGE.indexOf('\n## RAW'));

describe('docs/metadata.md', () => {
  it.each(Object.keys(READERS))('names the track %s', (coding) => {
    expect(VIDEOS).toContain(`\`${coding}\``);
  });

  it.each(['loci', 'GPMF', 'gps0', 'GPS ', 'CAME', 'MUID', 'LENS', 'SERI', 'slno', 'Xtra', 'chpl', 'uuid'])(
    'names the box %s, which is read',
    (type) => {
      expect(isReadBox(type)).toBe(true);
      expect(VIDEOS).toContain(`\`${type}\``);
    },
  );
});
