// Pieces that several layouts share: columns of fields, grids of words, boxes.
import { type Face, letters, lines, widthOf } from '../../../fixtures/draw/lettering.js';
import { rect } from '../../../fixtures/draw/svg.js';
import type { Labelled } from './values.js';

/** Where and how text is drawn. */
export interface Style {
  readonly x: number;
  /** The first baseline. */
  readonly y: number;
  readonly size: number;
  readonly face?: Face;
  readonly ink?: string;
  /** Colour of labels and numbers. */
  readonly pale?: string;
}

const INK = '#222';

export const leadingOf = (size: number): number => Math.round(size * 1.5);

/** Width of the widest line. */
export const widest = (texts: readonly string[], size: number, face: Face = 'sans'): number =>
  Math.max(...texts.map((text) => widthOf(text, size, face)));

/** The size at which the widest line is at most `width` pixels wide. */
export const fitting = (texts: readonly string[], size: number, width: number, face: Face = 'sans'): number =>
  Math.min(size, (size * width) / widest(texts, size, face));

/** The lines of a value below each other, at most `width` pixels wide. */
export function valueLines(
  { lines: texts }: Labelled,
  { x, y, size, face = 'sans', ink = INK }: Style,
  width = Number.POSITIVE_INFINITY,
): string {
  const leading = leadingOf(size);
  return lines(texts, { x, y, size: fitting(texts, size, width, face), face, fill: ink, leading });
}

export const label = (text: string, { x, y, size, face = 'sans', ink = INK, pale = ink }: Style): string =>
  letters(text, { x, y, size, face, fill: pale });

/** A grid of words, each with its number before it. `byColumn`: 2 is below 1. */
export function numberedWords(
  words: readonly string[],
  { x, y, size, face = 'sans', ink = INK, pale = '#777' }: Style,
  grid: {
    readonly columns: number;
    readonly byColumn: boolean;
    readonly step: { readonly x: number; readonly y: number };
    /** Distance from the number to its word, and whether each has a box. */
    readonly gap: number;
    readonly box?: 'word' | 'both';
    readonly mark?: string;
  },
): string {
  const rows = Math.ceil(words.length / grid.columns);
  const { step, gap, box, mark = '.' } = grid;
  return words
    .map((word, at) => {
      const [column, row] = grid.byColumn
        ? [Math.floor(at / rows), at % rows]
        : [at % grid.columns, Math.floor(at / grid.columns)];
      const [left, base] = [x + column * step.x, y + row * step.y];
      const line = 'fill-opacity="0" stroke-width="2"';
      const top = base - size * 1.15;
      const boxes = [
        box === undefined
          ? ''
          : rect(
              left + gap - size * 0.4,
              top,
              step.x - gap - size * 0.5,
              size * 1.7,
              '#fff',
              `${line} stroke="${pale}"`,
            ),
        box === 'both'
          ? rect(left - size * 0.4, top, gap - size * 0.3, size * 1.7, '#fff', `${line} stroke="${pale}"`)
          : '',
      ];
      const number = letters(`${at + 1}${mark}`, { x: left, y: base, size, face, fill: pale });
      return boxes.join('') + number + letters(word, { x: left + gap, y: base, size, face, fill: ink });
    })
    .join('');
}

/** Each character in a box of its own; spaces are left out. At most `most` pixels together. */
export function boxedCharacters(text: string, style: Style, most: number): string {
  const { x, y, face = 'mono', ink = INK, pale = '#888' } = style;
  const characters = [...text.replaceAll(' ', '')];
  const size = Math.min(style.size, most / characters.length / 1.25);
  const width = size * 1.25;
  return characters
    .map((character, at) => {
      const left = x + at * width;
      const box = rect(
        left,
        y - size * 1.1,
        width,
        size * 1.5,
        '#fff',
        `fill-opacity="0" stroke="${pale}" stroke-width="2"`,
      );
      return box + letters(character, { x: left + width / 2, y, size, face, fill: ink, anchor: 'middle' });
    })
    .join('');
}
