// Texts of a packet that are no value of a property.
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../src/formats/tag.js';
import { readXmp } from '../../../src/formats/xmp/xmp.js';
import { xmp } from '../../helpers/metadata-files.js';

const SAID = 'home: 48.8584, 2.2945 of mira.sanders@lake-example.org';
const textsOf = (packet: string): string => {
  const tags: Tag[] = [];
  readXmp(Buffer.from(packet), tags);
  return tags.map(({ value }) => value).join('\n');
};
const OWN = 'xmlns:own="https://example.com/own/"';

describe('a text of a packet is read', () => {
  it.each([
    ['beside elements', xmp(`<own:note ${OWN}>${SAID} <own:b>x</own:b></own:note>`)],
    ['in a comment', xmp(`<!-- ${SAID} --><own:b ${OWN}>x</own:b>`)],
    ['in an instruction', xmp(`<?note ${SAID}?><own:b ${OWN}>x</own:b>`)],
    ['in the address of what it is about', xmp('').replace('rdf:about=""', `rdf:about="${SAID}"`)],
    ['in the address of a namespace', xmp(`<n:b xmlns:n="https://example.com/${SAID}/">x</n:b>`)],
  ])('%s', (_where, packet) => {
    expect(textsOf(packet)).toContain(SAID);
  });

  it('but not what programs write there', () => {
    const packet = xmp('<!-- Adobe XMP Core 5.0-c060 61.134777, 2010/02/12-17:32:00 -->');
    expect(textsOf(packet)).toBe('');
  });
});
