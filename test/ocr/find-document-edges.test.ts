import { describe, expect, it } from 'vitest';
import { seeded } from '../../fixtures/draw/random.js';
import type { Pixels } from '../../src/image/raster.js';
import { commonAngle, findDocumentEdges } from '../../src/ocr/find-document-edges.js';
import type { LineBox } from '../../src/ocr/line-box.js';
import { areaOf, distanceFrom, type Quadrilateral } from '../../src/ocr/quadrilateral.js';

const SIZE = { width: 400, height: 300 };

/**
 * A picture in which each pixel has the colour of the last document that covers it. The first
 * colour is that of the table.
 */
function picture(table: number, ...documents: readonly { corners: Quadrilateral; grey: number }[]): Pixels {
  const data = new Uint8Array(SIZE.width * SIZE.height * 3);
  const random = seeded(4);
  for (let y = 0; y < SIZE.height; y += 1) {
    for (let x = 0; x < SIZE.width; x += 1) {
      const holding = documents.filter(({ corners }) => holds(corners, x, y)).at(-1);
      const noise = Math.round(random() * 6) - 3;
      data.fill((holding?.grey ?? table) + noise, (y * SIZE.width + x) * 3, (y * SIZE.width + x) * 3 + 3);
    }
  }
  return { ...SIZE, data };
}

function holds(corners: Quadrilateral, x: number, y: number): boolean {
  return corners.every((from, index) => {
    const to = corners[(index + 1) % 4]!;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}

const turn = (degrees: number) => (degrees * Math.PI) / 180;

/** A rectangle around (200, 150). `tilt` makes its far side smaller. */
function document(width: number, height: number, degrees: number, tilt = 0): Quadrilateral {
  const [cos, sin] = [Math.cos(turn(degrees)), Math.sin(turn(degrees))];
  const corner = (x: number, y: number) => {
    const [across, down] = [(x * cos - y * sin) * (width / 2), (x * sin + y * cos) * (width / 2)];
    const depth = 1 - (tilt * down) / width;
    return { x: 200 + across / depth, y: 150 + down / depth };
  };
  const ratio = height / width;
  return [corner(-1, -ratio), corner(1, -ratio), corner(1, ratio), corner(-1, ratio)];
}

function rectangle(left: number, top: number, right: number, bottom: number): Quadrilateral {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** Lines of text in the middle of the document. */
function linesOn(degrees: number): readonly LineBox[] {
  const angle = turn(degrees);
  return [-18, 0, 18].map((down) => ({
    center: { x: 200 - down * Math.sin(angle), y: 150 + down * Math.cos(angle) },
    width: 90,
    height: 9,
    angle,
    score: 0.9,
  }));
}

/** Largest distance of a found corner from the true one, in pixels. */
function farthest(found: Quadrilateral, right: Quadrilateral): number {
  return Math.max(...found.map((corner, index) => Math.hypot(corner.x - right[index]!.x, corner.y - right[index]!.y)));
}

describe('findDocumentEdges', () => {
  it.each([0, 7, 23, 45, 61, 90, 133, 180, 217, 275, 340])('finds a card rotated by %d degrees', (degrees) => {
    const card = document(200, 126, degrees);
    const found = findDocumentEdges(picture(90, { corners: card, grey: 190 }), linesOn(degrees));
    expect(found.edges).toBe(4);
    expect(farthest(found.corners, card)).toBeLessThan(7);
  });

  it.each([0, 31, 118, 263])('finds a card rotated by %d degrees and seen at an angle', (degrees) => {
    const card = document(190, 126, degrees, 0.3);
    const found = findDocumentEdges(picture(90, { corners: card, grey: 190 }), linesOn(degrees));
    expect(found.edges).toBe(4);
    expect(farthest(found.corners, card)).toBeLessThan(9);
  });

  it('finds the document and not the frame printed on it', () => {
    const [card, frame] = [document(240, 160, 12), document(150, 90, 12)];
    const found = findDocumentEdges(
      picture(90, { corners: card, grey: 200 }, { corners: frame, grey: 170 }),
      linesOn(12),
    );
    expect(farthest(found.corners, card)).toBeLessThan(9);
  });

  it('finds the document and not the joints of the table around it', () => {
    // Each joint continues beyond the corners of the rectangle that four of them form.
    const [across, down] = [
      { from: 75, to: 325, brightness: 45 },
      { from: 75, to: 225, brightness: 45 },
    ];
    const table = [0, across.from, across.to].flatMap((left, column) =>
      [0, down.from, down.to].map((top, row) => ({
        corners: rectangle(left, top, SIZE.width, SIZE.height),
        grey: 60 + (column === 1 ? across.brightness : 0) + (row === 1 ? down.brightness : 0),
      })),
    );
    const card = document(200, 126, 0);
    const found = findDocumentEdges(picture(60, ...table, { corners: card, grey: 180 }), linesOn(0));
    expect(farthest(found.corners, card)).toBeLessThan(7);
  });

  it('extends to the border if the document has no visible edge', () => {
    const found = findDocumentEdges(picture(210), linesOn(0));
    expect(found.edges).toBe(0);
    expect(areaOf(found.corners)).toBeCloseTo(SIZE.width * SIZE.height, -2);
  });

  it('encloses its text in any picture', () => {
    const noise = picture(0);
    for (let index = 0; index < noise.data.length; index += 1) noise.data[index] = (index * 7919) % 251;
    const { corners } = findDocumentEdges(noise, linesOn(20));
    for (const { center } of linesOn(20)) expect(holds(corners, center.x, center.y)).toBe(true);
  });
});

it('treats opposite directions of lines as one', () => {
  const [line] = linesOn(10);
  const around = { ...line!, angle: line!.angle + Math.PI, width: 60 };
  expect(commonAngle([line!, around])).toBeCloseTo(turn(10));
  expect(distanceFrom({ normal: { x: 1, y: 0 }, offset: 4 }, { x: 9, y: 3 })).toBe(5);
});
