// Invented text lines in the form that the text reader returns.
import { type Layout, layoutOf } from '../../src/detectors/documents/kinds/layout.js';
import type { TextLine } from '../../src/ocr/reader.js';

/** A line of letters `size` pixels high and 0.6 of that wide, starting at left, top. */
export function lineOf(text: string, left: number, top: number, { size = 20, degrees = 0 } = {}): TextLine {
  const width = text.length * size * 0.6;
  const angle = (degrees * Math.PI) / 180;
  const [x, y] = [left + width / 2, top + size / 2];
  const center = {
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  };
  return { text, confidence: 0.95, box: { center, width, height: size, angle, score: 0.9 } };
}

/**
 * A page of rows below each other. ` | ` separates parts of one row; at the beginning it moves the
 * row to the right.
 */
function linesOf(rows: readonly string[], size = 20): readonly TextLine[] {
  return rows.flatMap((row, index) =>
    row
      .split(' | ')
      .map((text, column) => lineOf(text, 40 + column * 400, 40 + index * size * 2, { size }))
      .filter(({ text }) => text.trim() !== ''),
  );
}

export function pageOf(rows: readonly string[]): Layout {
  const lines = linesOf(rows);
  return layoutOf(lines, lines.length);
}
