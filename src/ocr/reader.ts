// Reads lines of text with the recogniser: one line, or many, the most telling first and the right way up.
import type { Engine, Tensor } from '../inference/engine.js';
import { modelLabels } from '../inference/index.js';
import type { Raster } from '../types/raster.js';
import { cropLine } from './crop-line.js';
import { type Charset, charsetOf, readFreely } from './ctc.js';
import { type LineBox, upsideDown } from './line-box.js';

export interface TextLine {
  readonly text: string;
  /** Mean over the characters, 0..1; 0 for an empty line. */
  readonly confidence: number;
  readonly box: LineBox;
}

export interface Reader {
  readonly charset: Charset;
  /** What the recogniser sees in the box, for ctc.ts: probabilities by step and class. */
  recognise(raster: Raster, box: LineBox): Promise<Tensor>;
  /** Reads a single line as it stands. */
  readLine(raster: Raster, box: LineBox): Promise<TextLine>;
}

/**
 * Length of all lines read, in line heights, from which no further one is begun: about 650 letters. A count and not a clock, so that a
 * photo reads the same on every machine; three of four labelled documents are read whole.
 */
const MAX_LENGTH = 320;
/** The longest lines come first: a machine-readable zone is among them. They take at most so many places and so much of the length. */
const LONG_LINES = 8;
const LONG_LENGTH = 160;
/** Then the tallest: they name the document. */
const TALL_LINES = 6;
/** Lines that decide which way up the page is. */
const SAMPLE_LINES = 5;
/** From this median confidence the page is the right way up: 62 of 65 labelled pages read so, and upside down at 0.63 at most. */
const UPRIGHT_CONFIDENCE = 0.85;

const readers = new WeakMap<Engine, Promise<Reader>>();

/** The engine's reader, made on first use. Throws ModelError. */
export function textReaderOf(engine: Engine): Promise<Reader> {
  const reader = readers.get(engine) ?? createReader(engine);
  readers.set(engine, reader);
  return reader;
}

async function createReader(engine: Engine): Promise<Reader> {
  const model = await engine.model('text-recognition');
  const charset = charsetOf(await modelLabels('text-recognition'));
  const recognise = async (raster: Raster, box: LineBox): Promise<Tensor> => {
    const { characters } = await model.run(cropLine(raster, box));
    if (characters === undefined) throw new Error('the text recogniser gave no characters');
    return characters;
  };
  const readLine = async (raster: Raster, box: LineBox): Promise<TextLine> => {
    const characters = readFreely(await recognise(raster, box), charset);
    const total = characters.reduce((sum, character) => sum + character.confidence, 0);
    const confidence = characters.length === 0 ? 0 : total / characters.length;
    return { text: characters.map((character) => character.text).join(''), confidence, box };
  };
  return { charset, recognise, readLine };
}

async function readAll(reader: Reader, raster: Raster, boxes: readonly LineBox[]): Promise<readonly TextLine[]> {
  const lines: TextLine[] = [];
  for (const box of boxes) lines.push(await reader.readLine(raster, box));
  return lines;
}

function medianConfidence(lines: readonly TextLine[]): number {
  const sorted = lines.map((line) => line.confidence).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const lengthOf = ({ width, height }: LineBox): number => width / height;

/** Of the boxes in this order, those that are begun before the length is used up. */
function within(boxes: readonly LineBox[], length: number): readonly LineBox[] {
  let used = 0;
  return boxes.filter((box) => {
    const isWithin = used < length;
    used += lengthOf(box);
    return isWithin;
  });
}

/**
 * The lines to read, in order: a few of the longest, a few of the tallest, then the shortest first. Totals, dates, captions and numbers
 * stand in short lines, and many of them cost no more than one line of running text.
 */
export function mostTelling(boxes: readonly LineBox[]): readonly LineBox[] {
  const fromLong = [...boxes].sort((a, b) => lengthOf(b) - lengthOf(a));
  const long = within(fromLong.slice(0, LONG_LINES), LONG_LENGTH);
  const tall = [...boxes].sort((a, b) => b.height - a.height).slice(0, TALL_LINES);
  return within([...new Set([...long, ...tall, ...fromLong.reverse()])], MAX_LENGTH);
}

/**
 * Reads the lines, the most telling first, as many as the budget allows. Where the first ones read badly, all are read the
 * other way round if that reads better.
 */
export async function readLines(
  reader: Reader,
  raster: Raster,
  boxes: readonly LineBox[],
): Promise<readonly TextLine[]> {
  const telling = mostTelling(boxes);
  const sample = telling.slice(0, SAMPLE_LINES);
  const upright = await readAll(reader, raster, sample);
  const isUpright = medianConfidence(upright) >= UPRIGHT_CONFIDENCE;
  const rotated = isUpright ? [] : await readAll(reader, raster, sample.map(upsideDown));
  const rest = telling.slice(SAMPLE_LINES);
  if (medianConfidence(rotated) <= medianConfidence(upright)) {
    return [...upright, ...(await readAll(reader, raster, rest))];
  }
  return [...rotated, ...(await readAll(reader, raster, rest.map(upsideDown)))];
}
