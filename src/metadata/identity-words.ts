// IDs of a device, a connection or a vehicle, by the words in the name of a tag of any program.
import { isUnset, keyOf, type Tag, textOf } from '../formats/tag.js';
import type { Metadata } from '../types/metadata.js';
import { isWordless } from './harmless-tags.js';

type UniqueIds = Metadata['device']['uniqueIds'];

/** The whole name, without its prefix, signs and spaces. */
const WORDS =
  /^(?:.*serial(?:number|num|no|nr)?|(?:device|phone|sim)?(?:imei|imsi|iccid|meid|udid)\d?|android(?:device)?id|(?:device|camera|phone|drone|vehicle|uav|hardware)(?:unique)?id|ssuniqueid|(?:wifi|bluetooth|bt|wlan)?mac(?:addr|address)|b?ssid|vin|(?:licen[sc]e|number)plate|kennzeichen|seriennummer|num[ée]rodes[ée]rie|n[úu]merodeserie)$/i;
/** `DroneSN`: two letters that only capitals set apart. */
const SN = /(?:^|[a-z\d_ .-])S\/?N$/;

/** Fewer characters are a version or a count. */
const MIN_LENGTH = 5;
const MAX_LENGTH = 64;

/** @param known keys of tags that the tables have, and serial numbers that are reported already */
export function idsByWords(
  tags: readonly Tag[],
  known: { readonly keys: ReadonlySet<string>; readonly values: readonly (string | null)[] },
): UniqueIds {
  const found = new Map<string, string>();
  for (const tag of tags) {
    const local = tag.name.slice(Math.max(tag.name.lastIndexOf(':'), tag.name.lastIndexOf('.')) + 1);
    if (known.keys.has(keyOf(tag)) || !(WORDS.test(local.replace(/[\s#_-]/g, '')) || SN.test(local))) continue;
    const value = textOf(tag);
    const isId = value.length >= MIN_LENGTH && value.length <= MAX_LENGTH && /\d/.test(value);
    const isLong = /^\d{6,}$/.test(value) || !isWordless(value);
    if (isId && isLong && !isUnset(value) && !known.values.includes(value)) found.set(value, tag.name);
  }
  return [...found].map(([value, tag]) => ({ tag, value }));
}
