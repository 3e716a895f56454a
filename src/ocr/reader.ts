// Reads lines of text with the recogniser: a single line, or many lines, the most informative first
// and the right way up.
import type { Engine, Tensor } from '../inference/engine.js';
import { modelLabels } from '../inference/index.js';
import type { Raster } from '../types/raster.js';
import { cropLine } from './crop-line.js';
import { type Charset, charsetOf, readFreely } from './ctc.js';
import { type LineBox, upsideDown } from './line-box.js';
import { pooledFeatures } from './line-features.js';

export interface TextLine {
  readonly text: string;
  /** Mean over the characters, 0..1. 0 for an empty line. */
  readonly confidence: number;
  readonly box: LineBox;
  /** What the recogniser's last layer sees of the line (scripts.ts). */
  readonly features?: Float32Array;
}

export interface Reader {
  readonly charset: Charset;
  /** The recogniser's output for the box, for ctc.ts: probabilities by step and class. */
  recognise(raster: Raster, box: LineBox): Promise<Tensor>;
  /** Reads a single line in its given direction. */
  readLine(raster: Raster, box: LineBox): Promise<TextLine>;
}

/**
 * Total length of the lines read, in line heights, after which no further line is started: about
 * 650 letters. A count and not a time limit, so that a photo gives the same text on every machine.
 * Three of four labelled documents are read in full.
 */
const MAX_LENGTH = 320;
/**
 * The longest lines come first, because a machine-readable zone is among them. This limits their
 * number and their share of the length.
 */
const LONG_LINES = 8;
const LONG_LENGTH = 160;
/** The tallest lines come next, because they name the document. */
const TALL_LINES = 6;
/** Number of lines that decide which way up the page is. */
const SAMPLE_LINES = 5;
/**
 * Median confidence from which the page is the right way up. 62 of 65 labelled pages reach it;
 * upside down they reach 0.63 at most.
 */
const UPRIGHT_CONFIDENCE = 0.85;

const readers = new WeakMap<Engine, Promise<Reader>>();

/** The engine's reader, created on first use. Throws ModelError. */
export function textReaderOf(engine: Engine): Promise<Reader> {
  const reader = readers.get(engine) ?? createReader(engine);
  readers.set(engine, reader);
  return reader;
}

async function createReader(engine: Engine): Promise<Reader> {
  const model = await engine.model('text-recognition');
  const charset = charsetOf(await modelLabels('text-recognition'));
  const see = async (raster: Raster, box: LineBox) => {
    const { characters, features } = await model.run(cropLine(raster, box));
    if (characters === undefined || features === undefined)
      throw new Error('the text recogniser returned no characters');
    return { characters, features };
  };
  const recognise = async (raster: Raster, box: LineBox): Promise<Tensor> => (await see(raster, box)).characters;
  const readLine = async (raster: Raster, box: LineBox): Promise<TextLine> => {
    const { characters: tensor, features } = await see(raster, box);
    const characters = readFreely(tensor, charset);
    const total = characters.reduce((sum, character) => sum + character.confidence, 0);
    const confidence = characters.length === 0 ? 0 : total / characters.length;
    return {
      text: characters.map((character) => character.text).join(''),
      confidence,
      box,
      features: pooledFeatures(features),
    };
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

/** The boxes, in this order, that are started before the length is used up. */
function within(boxes: readonly LineBox[], length: number): readonly LineBox[] {
  let used = 0;
  return boxes.filter((box) => {
    const isWithin = used < length;
    used += lengthOf(box);
    return isWithin;
  });
}

/**
 * The lines to read, in order: some of the longest, some of the tallest, then the shortest first.
 * Totals, dates, captions and numbers are in short lines, and many short lines cost no more than
 * one line of running text.
 */
export function linesToRead(boxes: readonly LineBox[]): readonly LineBox[] {
  const fromLong = [...boxes].sort((a, b) => lengthOf(b) - lengthOf(a));
  const long = within(fromLong.slice(0, LONG_LINES), LONG_LENGTH);
  const tall = [...boxes].sort((a, b) => b.height - a.height).slice(0, TALL_LINES);
  return within([...new Set([...long, ...tall, ...fromLong.reverse()])], MAX_LENGTH);
}

/**
 * Reads the lines, the most informative first, as many as the budget allows. If the first lines
 * have a low confidence, all lines are read upside down, provided that this reads better.
 */
export async function readLines(
  reader: Reader,
  raster: Raster,
  boxes: readonly LineBox[],
): Promise<readonly TextLine[]> {
  const telling = linesToRead(boxes);
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
