import { expect, it } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { placesUnread } from '../../src/metadata/unread-places.js';

it('is no problem where every place was read', () => {
  expect(placesUnread({ unreadPlaces: [], unknownParts: [] })).toEqual([]);
});

it('is one problem that names each tag once, and counts those beyond the fifth', () => {
  const unreadPlaces = ['GPSLatitude', 'a', 'b', 'GPSLatitude', 'c', 'd', 'e', 'f'];
  const [unseen, ...more] = placesUnread({ unreadPlaces, unknownParts: [] });
  expect({ unseen, more }).toEqual({
    unseen: { code: 'place-unread', detail: 'GPSLatitude, a, b, c, d, 2 more', path: null },
    more: [],
  });
});

it('belongs to the sidecar that holds the place', () => {
  expect(placesUnread({ unreadPlaces: ['exif:GPSLatitude'], unknownParts: [] }, 'a.xmp')).toMatchObject([
    { path: 'a.xmp' },
  ]);
});

it('has a message with the tags, in the phase of metadata', () => {
  expect(problem('a.jpg', 'place-unread', 'GPSLatitude')).toMatchObject({
    phase: 'metadata',
    concerns: 'file',
    message: expect.stringContaining('(GPSLatitude)'),
  });
});
