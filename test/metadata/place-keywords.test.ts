import { describe, expect, it } from 'vitest';
import { placesInKeywords } from '../../src/metadata/place-keywords.js';

const inKeyword = (value: string) =>
  placesInKeywords([{ block: 'xmp', name: 'lr:hierarchicalSubject', within: [], value }]);

describe('places in keywords', () => {
  it.each([
    ['Places|Germany|Berlin|Kreuzberg', 'Kreuzberg'],
    ['Orte/Deutschland/Berlin', 'Berlin'],
    ['Lieux|Lyon', 'Lyon'],
  ])('are in the branch of places: %s', (keyword, place) => {
    expect(inKeyword(keyword)).toEqual([place]);
  });

  it.each(['Places', 'Animals|Birds|Robin', 'Berlin', 'https://example.org/places/Berlin'])(
    'are not elsewhere: %s',
    (keyword) => {
      expect(inKeyword(keyword)).toEqual([]);
    },
  );
});
