// Two decimal numbers in a text, without a name, a letter or a sign that says what they are. They
// must look like nothing else.
import { angleOfText, placeOfPair } from './angle.js';
import type { Degrees, PlaceReading } from './degrees.js';

/** Four digits after the point are eleven metres; fewer are written for prices and measures. */
const NUMBER = '[-+]?\\d{1,3}[.,]\\d{4,25}';

const PAIR = new RegExp(`(?<![\\w.,=%$€£#×(-])\\(?(${NUMBER})°?( ?[,;/|] ?| )(${NUMBER})(?![\\d%]|[.,]\\d)`, 'g');

/** Lists in a program's data, currencies, calls, and words for other numbers. */
const OTHER_BEFORE =
  /[:,[{] ?\[ ?$|["'] ?: ?$|coordinates> ?$|[=$€£#×] ?$|\b(?:GPS|POINT(?: ?Z)?|\w+)\($|\b(?:GPS|POINT(?: ?Z)?) \( ?$|\b(?:v|version|ver|build|rev|firmware|size|scale|crop|offset|matrix|range|gain|wb|balance|gamma)\W{0,2}$/i;

/** Names of numbers that come in pairs: of colours, of statistics, and of drawings. */
const MEASURE_BEFORE =
  /(?<!\p{L})(?:\p{L}*(?:colou?r|matrix|vector|sigma|mean|std|stddev|variance|deviation|geometry|bounds|bbox|viewbox|transform|translate|rotate|skew|kernel|weights?|ratio|aspect|curve|distance|radius|angle|exposure|primary|primaries|chromaticity|noise|denoise|density|temperature|pressure|threshold|score|loss|offset|shift|delta|tolerance|bias)|mu|cfg|lut|xy)\d?["']?(?: ?[:=])? ?\(?$/iu;

/** The commands of a drawn path: before a pair, and after it, or before it after another number. */
const DRAWN_BEFORE = /(?:^|[\s"'=\d])[MLCQT] ?$/i;
const DRAWN_AFTER = /^ ?[MLCQTSAHVZ](?![\p{L}])/iu;

const UNIT_AFTER =
  /^ ?(?:%|€|\$|(?:mm|cm|dm|km|m|µm|um|nm|px|pt|em|kg|g|mg|s|ms|us|ns|h|hz|khz|mhz|ghz|db|ppm|v|mv|a|ma|w|kw|k|c|f|eur|usd|gbp|chf|mp|fps|ev|iso|x)\b)/i;

/** A further number with many digits: with the same separator it belongs to the same list. */
const NUMBER_AFTER = /^( ?[,;/|] ?| )[-+]?\d+[.,]\d{4}/;
const NUMBER_BEFORE = /\d[.,]\d+°?( ?[,;/|] ?| )$/;

/** Characters around the pair that decide. */
const NEAR = 24;

export function readBarePairs(text: string): PlaceReading[] {
  return [...text.matchAll(PAIR)]
    .filter((match) => isAlone(text, match))
    .map(([, north = '', , east = '']) => placeOfPair(angleOfText(north, 'latitude'), angleOfText(east, 'longitude')))
    .map(({ places }) => ({ places: places.filter(isLand), isUnread: false }));
}

function isAlone(text: string, { 0: whole, 2: separator = '', index = 0 }: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, index - NEAR), whole.startsWith('(') ? index + 1 : index);
  const after = text.slice(index + whole.length, index + whole.length + NEAR);
  const neighbours = [NUMBER_BEFORE.exec(before)?.[1], NUMBER_AFTER.exec(after)?.[1]];
  const isListed = neighbours.some(
    (other) => other !== undefined && (other.trim() === separator.trim() || other === ' '),
  );
  const isDrawn = DRAWN_AFTER.test(after) && (DRAWN_BEFORE.test(before) || /\d ?$/.test(before));
  return !isListed && !isDrawn && !isMeasure(before) && !UNIT_AFTER.test(after);
}

function isMeasure(before: string): boolean {
  return OTHER_BEFORE.test(before) || MEASURE_BEFORE.test(before);
}

/** The sea around null island is where fractions and small factors would be. */
function isLand([latitude, longitude]: Degrees): boolean {
  return Math.abs(latitude) >= 4 || Math.abs(longitude) >= 5;
}
