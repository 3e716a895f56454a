// Latitude and longitude in texts, each with its name: `lat=48.86&lon=2.29`, `geo:lat=48.86` in
// keywords, keys of JSON, attributes of GPX.
import { angleOfText, placeOfPair } from './angle.js';
import type { Axis, PlaceReading } from './degrees.js';

const NAMES: Readonly<Record<Axis, string>> = {
  latitude:
    'lat(?:itude)?|breite(?:ngrad)?|latitud|latitudine|широта|纬度|緯度|위도|szerokość(?: geograficzna)?|zeměpisná šířka|šířka|szélesség|enlem|breedtegraad|bredde?grad|leveysaste|γεωγραφικό πλάτος|latitudinea|широчина',
  longitude:
    'lon(?:g(?:t?itude)?)?|lng|l[äa]nge(?:ngrad)?|longitud|longitudine|долгота|经度|經度|経度|경도|długość(?: geograficzna)?|zeměpisná délka|délka|hosszúság|boylam|lengtegraad|l[äæe]ngde?grad|pituusaste|γεωγραφικό μήκος|longitudinea|дължина',
};

/** What every text of this form has. */
export const LABEL_SIGN = new RegExp(`${NAMES.latitude}|${NAMES.longitude}`, 'iu');

/** `ANGLE` of text-forms.ts, with a comma that may separate minutes, and a side. */
const VALUE = (angle: string) => `(?:[NSEW] ?)?${angle}(?:,\\d{1,2}(?:\\.\\d+)?)?(?: ?[NSEWO](?!\\p{L}))?`;

/** Characters between the two of one pair: further keys of the same object. */
const MAX_BETWEEN = 120;

interface Labelled {
  readonly axis: Axis;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Without a separator and a fraction it is prose: `long 5`. */
  readonly isPlain: boolean;
  /** Its name has no other meaning, so that it names a place also alone. */
  readonly isFull: boolean;
}

/** @param angle the pattern of one angle */
export function labelledReader(angle: string): (text: string) => PlaceReading[] {
  const pattern = new RegExp(
    `(?<!\\p{L})(?:geo|gps[ _-]?)?(?:(${NAMES.latitude})|(${NAMES.longitude}))(?:(["'\\]]?(?: ?[:=] ?|"(?: ?>)?|>)["'[]?)|[. ]{1,2}|(?=[-+]?\\d{1,3}[.,]\\d{3}))(${VALUE(angle)})(?!\\d|\\.\\d)`,
    'giu',
  );
  return (text) => readPairs([...text.matchAll(pattern)].map((match) => toLabelled(text, match)));
}

function toLabelled(text: string, match: RegExpMatchArray): Labelled {
  const { 0: whole, 1: north, 3: separator, 4: value = '', index = 0 } = match;
  const isTagged = /geo:$/i.test(text.slice(Math.max(0, index - 4), index));
  return {
    axis: north === undefined ? 'longitude' : 'latitude',
    value,
    start: index,
    end: index + whole.length,
    isPlain: separator === undefined && !/[.,]\d{2}|[°']/.test(value),
    isFull: separator !== undefined && (isTagged || /^l(?:at|ong)itude/i.test(whole)),
  };
}

/** Pairs of neighbours. Half a pair is unread where its name has no other meaning. */
function readPairs(all: readonly Labelled[]): PlaceReading[] {
  const labelled = all.filter(({ isPlain }) => !isPlain);
  const readings: PlaceReading[] = [];
  for (let at = 0; at < labelled.length; at++) {
    const [one, next] = [labelled[at], labelled[at + 1]];
    if (!one || !next || one.axis === next.axis || next.start - one.end > MAX_BETWEEN) {
      if (one?.isFull) readings.push({ places: [], isUnread: true });
      continue;
    }
    const [north, east] = one.axis === 'latitude' ? [one, next] : [next, one];
    readings.push(placeOfPair(angleOfText(north.value, 'latitude'), angleOfText(east.value, 'longitude')));
    at++;
  }
  return readings;
}
