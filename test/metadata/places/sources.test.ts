import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../src/metadata/places/find.js';
import { PLACE_SOURCES } from '../../../src/metadata/places/sources.js';

describe.each(PLACE_SOURCES)('$name', ({ examples, others, unread }) => {
  it.each(examples.map((tags) => [JSON.stringify(tags.map(({ name, value }) => [name, value])), tags] as const))(
    'is read: %s',
    (_tags, tags) => {
      const found = findPlaces(tags);
      expect(found.unread).toEqual([]);
      expect(found.locations).toHaveLength(1);
      expect(found.locations[0]?.latitude).toBeCloseTo(48.8584, 3);
      expect(found.locations[0]?.longitude).toBeCloseTo(2.2945, 3);
    },
  );

  it.each(others.map((tags) => [JSON.stringify(tags.map(({ name, value }) => [name, value])), tags] as const))(
    'is not: %s',
    (_tags, tags) => {
      expect(findPlaces(tags)).toEqual({ locations: [], unread: [] });
    },
  );

  it.each(unread.map((tags) => [JSON.stringify(tags.map(({ name, value }) => [name, value])), tags] as const))(
    'is a place that is not understood: %s',
    (_tags, tags) => {
      const found = findPlaces(tags);
      expect(found.locations).toEqual([]);
      expect(found.unread).toHaveLength(1);
    },
  );
});
