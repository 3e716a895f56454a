// Small parsers shared by several payload kinds: lists of `KEY:value;`, lines of
// `KEY;PARAMETER:value`, and web addresses.
import type { Evidence, EvidenceValue } from '../../../types/detection.js';

/** Drops the empty fields. */
export function omitEmpty(fields: Readonly<Record<string, EvidenceValue | null | undefined>>): Evidence {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, EvidenceValue] => {
      const [, value] = entry;
      return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

/** The fields of each name, in the order of the text. */
export type FieldList = ReadonlyMap<string, readonly string[]>;

function collect(entries: Iterable<readonly [string, string]>): FieldList {
  const fields = new Map<string, string[]>();
  for (const [key, value] of entries) fields.set(key, [...(fields.get(key) ?? []), value]);
  return fields;
}

export const first = (fields: FieldList, key: string): string => fields.get(key)?.[0] ?? '';

/**
 * A value up to an unescaped semicolon. `\;`, `\:`, `\,`, `\"` and `\\` stand for the character
 * itself.
 */
const SEMICOLON_FIELD = /([A-Z0-9-]+):((?:\\.|[^\\;])*)(?:;|$)/gisy;

/**
 * `T:WPA;S:my\;net;;` -> T, S. Keys are in upper case. Parsing stops at the first character that
 * breaks the format.
 */
export function semicolonFields(text: string): FieldList {
  const entries = [...text.matchAll(SEMICOLON_FIELD)].map(
    ([, key = '', value = '']) => [key.toUpperCase(), value.replaceAll(/\\(.)/gs, '$1')] as const,
  );
  return collect(entries);
}

/**
 * The lines of a vCard or iCalendar (RFC 6350, RFC 5545). Folded lines are joined; parameters and
 * groups are ignored. Keys are in upper case.
 */
export function cardFields(text: string): FieldList {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r\n|\r|\n/);
  const entries = lines.flatMap((line) => {
    const [, key, value] = /^(?:[\w-]+\.)?([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key.toUpperCase(), unescapeCard(value)] as const];
  });
  return collect(entries);
}

function unescapeCard(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
}

/** Family name and given name: `Doe;Jane;;Dr;` -> `Jane Doe`. */
export function personName(structured: string): string {
  const [family = '', givenName = ''] = structured.split(/[;,]/);
  return `${givenName} ${family}`.trim();
}

/** Null if the text is no URI. */
export function parseUri(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * The part after the scheme and its slashes, up to the query, such as an address or a number.
 * Broken percent-escapes are kept as they are.
 */
export function uriBody(text: string): string {
  const body = /^[^:]*:\/{0,2}([^?#]*)/s.exec(text)?.[1] ?? '';
  try {
    return decodeURIComponent(body);
  } catch (error) {
    if (error instanceof URIError) return body;
    throw error;
  }
}
