// Reads lines of text with the recogniser: one line, or many, the most telling first and the right way up.
import type { Engine, Tensor } from '../inference/engine.js';
import { modelLabels } from '../inference/index.js';
import type { Raster } from '../types/photo.js';
import { type Charset, charsetOf, readFreely } from './ctc.js';
import { cutLine } from './cut-line.js';
import { type LineBox, turnedAround } from './line-box.js';

export interface TextLine {
  readonly text: string;
  /** Mean over the characters, 0..1; 0 for an empty line. */
  readonly confidence: number;
  readonly box: LineBox;
}

export interface Reader {
  readonly charset: Charset;
  /** What the recogniser sees in the box, for ctc.ts: probabilities by step and class. */
  look(raster: Raster, box: LineBox): Promise<Tensor>;
  /** Reads a single line as it stands. */
  readLine(raster: Raster, box: LineBox): Promise<TextLine>;
}

/** Lines read of one picture at most. */
const MAX_LINES = 24;
/** Length of all lines read, in line heights, from which no further one is begun: about 500 letters, some one second. */
const MAX_LENGTH = 250;
/** Lines that decide which way up the page is. */
const SAMPLE_LINES = 5;
/** From this median confidence the page is the right way up: 62 of 65 labelled pages read so, and upside down at 0.63 at most. */
const UPRIGHT_CONFIDENCE = 0.85;

const readers = new WeakMap<Engine, Promise<Reader>>();

/** The engine's reader, made on first use. Throws ModelError. */
export function readerOf(engine: Engine): Promise<Reader> {
  const reader = readers.get(engine) ?? createReader(engine);
  readers.set(engine, reader);
  return reader;
}

async function createReader(engine: Engine): Promise<Reader> {
  const model = await engine.model('text-recognition');
  const charset = charsetOf(await modelLabels('text-recognition'));
  const look = async (raster: Raster, box: LineBox): Promise<Tensor> => {
    const { characters } = await model.run(cutLine(raster, box));
    if (characters === undefined) throw new Error('the text recogniser gave no characters');
    return characters;
  };
  const readLine = async (raster: Raster, box: LineBox): Promise<TextLine> => {
    const characters = readFreely(await look(raster, box), charset);
    const total = characters.reduce((sum, character) => sum + character.confidence, 0);
    const confidence = characters.length === 0 ? 0 : total / characters.length;
    return { text: characters.map((character) => character.text).join(''), confidence, box };
  };
  return { charset, look, readLine };
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

/** The longest lines first: they tell most, and a machine-readable zone is among them. */
function mostTelling(boxes: readonly LineBox[]): readonly LineBox[] {
  let length = 0;
  return [...boxes]
    .sort((a, b) => b.width / b.height - a.width / a.height)
    .slice(0, MAX_LINES)
    .filter((box) => {
      const isWithin = length < MAX_LENGTH;
      length += box.width / box.height;
      return isWithin;
    });
}

/**
 * Reads the lines, the longest first, as many as the budget allows. Where the first ones read badly, all are read the
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
  const turned = isUpright ? [] : await readAll(reader, raster, sample.map(turnedAround));
  const rest = telling.slice(SAMPLE_LINES);
  if (medianConfidence(turned) <= medianConfidence(upright)) {
    return [...upright, ...(await readAll(reader, raster, rest))];
  }
  return [...turned, ...(await readAll(reader, raster, rest.map(turnedAround)))];
}
