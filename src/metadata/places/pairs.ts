// Places in tags of their own: a latitude, a longitude, and perhaps the hemispheres of both.
import { type Angle, angleOfNumbers, angleOfText, placeOfPair } from '../../formats/coordinates/angle.js';
import type { Axis, PlaceReading } from '../../formats/coordinates/degrees.js';
import { type Tag, textOf } from '../../formats/tag.js';
import type { PlaceRole } from './names.js';

type AxisRole = Extract<PlaceRole, { kind: 'axis' }>;

interface Coordinate {
  value?: Tag;
  side?: Tag;
  isPlain?: boolean;
}

/** The tags of one place. */
interface Pair {
  readonly latitude: Coordinate;
  readonly longitude: Coordinate;
}

export interface TagsReading extends PlaceReading {
  /** The tags that were read. */
  readonly tags: readonly Tag[];
}

/** Collects the tags of a file pair by pair. */
export class TagPairs {
  readonly #pairs = new Map<string, Pair[]>();
  readonly #directories = new Map<object, number>();

  add(tag: Tag, role: AxisRole): void {
    const key = this.#keyOf(tag, role);
    const pairs = this.#pairs.get(key) ?? [];
    this.#pairs.set(key, pairs);
    const part = role.isSide ? 'side' : 'value';
    // A list of places repeats the names: the next one begins where a name is met again.
    let pair = pairs.at(-1);
    if (!pair || pair[role.axis][part] !== undefined) {
      pair = { latitude: {}, longitude: {} };
      pairs.push(pair);
    }
    pair[role.axis][part] = tag;
    if (role.isPlain && !role.isSide) pair[role.axis].isPlain = true;
  }

  /** The places, in file order of their first tags. */
  readings(): TagsReading[] {
    return [...this.#pairs.values()].flat().flatMap(readPair);
  }

  /** Pairs of other directories, structures and namespaces are other pairs. */
  #keyOf({ block, name, within, directory }: Tag, { pair }: AxisRole): string {
    let number = 0;
    if (directory !== undefined) {
      number = this.#directories.get(directory) ?? this.#directories.size + 1;
      this.#directories.set(directory, number);
    }
    const prefix = name.slice(0, name.lastIndexOf(':') + 1);
    return [block, number, ...within, prefix, pair].join('\n');
  }
}

function readPair({ latitude, longitude }: Pair): TagsReading[] {
  const halves = [latitude, longitude].filter(({ value }) => value !== undefined);
  // `Long` alone may be a length, `Lat` alone anything.
  const isPlain = halves.every((half) => half.isPlain);
  const hasNumbers = halves.every(({ value }) => value !== undefined && /\d/.test(textOf(value)));
  if (halves.length === 0 || (isPlain && (halves.length === 1 || !hasNumbers))) return [];
  const reading = placeOfPair(angleOf(latitude, 'latitude'), angleOf(longitude, 'longitude'));
  return [{ ...reading, tags: halves.flatMap(({ value }) => value ?? []) }];
}

function angleOf({ value, side }: Coordinate, axis: Axis): Angle {
  if (!value) return 'unset';
  const sideText = side === undefined ? '' : lettersOf(side);
  if (typeof value.value !== 'string') return angleOfNumbers(value.value, axis, sideText);
  const text = textOf(value);
  // Google's exports: ten millionths of a degree.
  const isScaled = /e7$/i.test(value.name) && /^-?\d{1,10}$/.test(text);
  return isScaled ? angleOfNumbers([Number(text) / 1e7], axis, sideText) : angleOfText(text, axis, sideText);
}

/** A hemisphere is a letter, or its number where a program chose another type. */
function lettersOf({ value }: Tag): string {
  return typeof value === 'string' ? value : String.fromCharCode(...value.filter((code) => code > 0 && code < 128));
}
