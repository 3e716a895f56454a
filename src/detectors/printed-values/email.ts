// E-mail addresses by their form: a name, an at sign, and a host with a known kind of top-level
// domain.
import type { Finder } from './found.js';

/**
 * Top-level domains of more than two letters that are common in e-mail addresses. Every two-letter
 * one belongs to a country.
 */
const DOMAINS =
  'com|net|org|edu|gov|mil|info|biz|int|coop|aero|name|pro|mobi|museum|jobs|app|dev|online|shop|store|tech|site|xyz|club|email|cloud|live|life|world|agency|solutions|berlin|hamburg|bayern|paris|london|amsterdam|swiss|wien|eus|cat|gal|bzh|scot|example|test|invalid';
/**
 * RFC 5321: 64 bytes before the at sign, labels of at most 63. Recognisers add spaces around the at
 * sign.
 */
const EMAIL = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])[A-Z0-9](?:[A-Z0-9._%+-]{0,63})\\s?@\\s?(?:[A-Z0-9][A-Z0-9-]{0,62}\\.){1,4}(?:${DOMAINS}|[A-Z]{2})(?![\\p{L}\\p{N}-])`,
  'giu',
);
/** Requires letters before and after the at sign: `3 @ 2.50` is a price. */
const HAS_LETTERS = /^(?=[^@]*[a-z][^@]).*@.*[a-z0-9-]{2,}\.[a-z]+$/i;
const SCORE = 0.95;

export const emails: Finder = (rows) =>
  rows.flatMap((row) =>
    [...row.text.matchAll(EMAIL)]
      .filter(({ 0: printed }) => HAS_LETTERS.test(printed))
      .map(({ 0: printed, index: start }) => ({
        label: 'email-address' as const,
        value: printed.replace(/\s/g, '').toLowerCase(),
        places: [{ row, start, end: start + printed.length }],
        score: SCORE,
        proved: false,
        more: {},
      })),
  );
