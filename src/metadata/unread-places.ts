// The problems that metadata hold a place which could not be read, or parts of unknown kinds.
import type { Metadata } from '../types/metadata.js';
import type { Unseen } from '../types/problem.js';

/** Names in one message. More add nothing. */
const MAX_NAMES = 5;

/**
 * Nothing where every place was read and every part is known.
 * @param path the sidecar that holds the place; null for the photo itself
 */
export function placesUnread(
  { unreadPlaces, unknownParts }: Pick<Metadata, 'unreadPlaces' | 'unknownParts'>,
  path: string | null = null,
): Unseen[] {
  const problems = [
    { code: 'place-unread', names: unreadPlaces },
    { code: 'part-unknown', names: unknownParts },
  ] as const;
  return problems
    .filter(({ names }) => names.length > 0)
    .map(({ code, names }) => ({ code, detail: listOf([...new Set(names)]), path }));
}

function listOf(names: readonly string[]): string {
  const more = names.length > MAX_NAMES ? [`${names.length - MAX_NAMES} more`] : [];
  return [...names.slice(0, MAX_NAMES), ...more].join(', ');
}
