// The problem that metadata hold a place which could not be read.
import type { Metadata } from '../types/metadata.js';
import type { Unseen } from '../types/problem.js';

/** Names in one message. More add nothing. */
const MAX_NAMES = 5;

/**
 * Nothing where every place was read.
 * @param path the sidecar that holds the place; null for the photo itself
 */
export function placesUnread({ unreadPlaces }: Pick<Metadata, 'unreadPlaces'>, path: string | null = null): Unseen[] {
  const names = [...new Set(unreadPlaces)];
  if (names.length === 0) return [];
  const more = names.length > MAX_NAMES ? [`${names.length - MAX_NAMES} more`] : [];
  return [{ code: 'place-unread', detail: [...names.slice(0, MAX_NAMES), ...more].join(', '), path }];
}
