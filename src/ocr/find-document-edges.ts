// Finds the document (page, card or screen) that carries a text, by straight edges around the text,
// along and across its lines.
import type { Pixels } from '../image/raster.js';
import type { Point } from '../types/raster.js';
import { type Step, stepAcross } from './edges.js';
import { corners, type LineBox } from './line-box.js';
import { areaOf, crossing, isConvex, type Quadrilateral, type StraightLine } from './quadrilateral.js';

/**
 * A document in pixels of the picture in which it was searched for. Corners may be outside if the
 * picture cuts it off.
 */
export interface DocumentEdges {
  readonly corners: Quadrilateral;
  /**
   * Number of sides with a visible edge, 0 to 4. The other sides are those of the text or of the
   * picture.
   */
  readonly edges: number;
  /** Reading direction of the text as a whole, radians. */
  readonly angle: number;
}

/** Maximum tilt of an edge relative to the text, in radians. Perspective causes tilt. */
const MAX_TILT = (21 * Math.PI) / 180;
/**
 * Number of tilts in the search, and the distance between lines in pixels. The refinement then
 * moves by fractions of both.
 */
const TILTS = 15;
const STRIDE = 2;
/**
 * Refinement rounds: the fraction of a search step to move by, and the length of the line relative
 * to the text.
 */
const REFINEMENTS = [
  { part: 0.5, longer: 1.3 },
  { part: 0.5, longer: 1.8 },
  { part: 0.25, longer: 1.8 },
];
/** Sample points per line in the search, per side in the final score, and beyond each corner. */
const SEARCH_SAMPLES = 16;
const SIDE_SAMPLES = 24;
const BEYOND_SAMPLES = 5;
/**
 * Maximum number of edges tried per side, the strongest first. Edges closer than APART pixels count
 * as one.
 */
const CANDIDATES = 4;
const APART = 5;
/**
 * Minimum strength in levels. Weaker steps are lighting and grain. If no step up to the border is
 * stronger, the document extends to the border.
 */
const MIN_STRENGTH = 7;
/** Strength from which an edge counts fully. */
const CLEAR_STRENGTH = 25;
/** Minimum share of a side along which the colour must change. */
const MIN_SHARE = 0.5;
/**
 * A line of the background continues beyond the corner of the document. The share of the side that
 * is checked for that, and the weight of the penalty.
 */
const BEYOND = 0.15;
const BEYOND_WEIGHT = 0.4;
/** Score of a side without a visible edge. */
const WITHOUT_EDGE = 0.25;
/**
 * Bonus for each doubling of the area: of documents with equally good edges the larger is chosen,
 * because frames and bands are printed inside documents.
 */
const LARGER = 0.08;
/** How far text lines may extend across an edge, in line heights. The boxes are generous. */
const SLACK = 0.35;
/** Margin around text without a visible edge, in line heights. */
const MARGIN = 0.5;
/** How far corners may be outside the picture, as a share of its longer side. */
const OUTSIDE = 0.25;

interface Side extends StraightLine {
  readonly hasEdge: boolean;
}

const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;

/**
 * Common direction of the lines in radians, weighted by length. The longest line decides between
 * the two opposite directions.
 */
export function commonAngle(boxes: readonly LineBox[]): number {
  const longest = boxes.reduce((a, b) => (b.width > a.width ? b : a)).angle;
  // Doubling the angle makes opposite directions equal.
  const [x, y] = boxes.reduce(
    ([sumX, sumY], { angle, width, height }) => {
      const weight = Math.max(0, width - height);
      return [sumX + weight * Math.cos(2 * (angle - longest)), sumY + weight * Math.sin(2 * (angle - longest))];
    },
    [0, 0],
  );
  return longest + Math.atan2(y, x) / 2;
}

/**
 * The course of a possible edge: its distance from the middle of the text, and its tilt relative to
 * the text.
 */
interface Course {
  readonly distance: number;
  readonly tilt: number;
}

/** Searches one side of the text. */
class SideSearch {
  readonly #middle: Point;

  constructor(
    readonly pixels: Pixels,
    /** Corners of the lines. */
    readonly points: readonly Point[],
    readonly outwards: Point,
    readonly lineHeight: number,
  ) {
    this.#middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  }

  /**
   * Lines outside the text across which the colour changes, the strongest first. The last entry
   * replaces a missing edge.
   */
  sides(): readonly Side[] {
    const found = this.#edges().sort((a, b) => b.strength - a.strength);
    const kept: Course[] = [];
    for (const { course } of found) {
      if (kept.length >= CANDIDATES) break;
      if (kept.every(({ distance }) => Math.abs(distance - course.distance) >= APART)) kept.push(course);
    }
    const edges = kept.map((course) => ({ ...this.#line(this.#refined(course)), hasEdge: true }));
    const ofText = Math.max(...this.points.map((point) => dot(point, this.outwards))) + MARGIN * this.lineHeight;
    const offset = found.length === 0 ? farthest(this.pixels, this.outwards) : ofText;
    return [...edges, { normal: this.outwards, offset, hasEdge: false }];
  }

  #edges(): { readonly course: Course; readonly strength: number }[] {
    const edges: { readonly course: Course; readonly strength: number }[] = [];
    for (let index = 0; index < TILTS; index += 1) {
      const tilt = ((2 * index) / (TILTS - 1) - 1) * MAX_TILT;
      const { normal, offset } = this.#line({ distance: 0, tilt });
      const start = Math.max(...this.points.map((point) => dot(point, normal))) - SLACK * this.lineHeight - offset;
      const end = farthest(this.pixels, normal) - offset;
      const reach = this.#reach(tilt);
      for (let distance = start; distance < end; distance += STRIDE) {
        const { strength, share, inside } = this.#step({ distance, tilt }, reach);
        if (inside >= MIN_SHARE && strength >= MIN_STRENGTH && share >= MIN_SHARE) {
          edges.push({ course: { distance, tilt }, strength });
        }
      }
    }
    return edges;
  }

  /**
   * The same edge, measured more precisely and beyond the ends of the text, because a short segment
   * does not determine a direction.
   */
  #refined(course: Course): Course {
    return REFINEMENTS.reduce((best, { part, longer }) => {
      const turns = [-part, 0, part].map((turn) => best.tilt + (turn * 2 * MAX_TILT) / (TILTS - 1));
      const moves = [-part * STRIDE, 0, part * STRIDE].map((move) => best.distance + move);
      return turns
        .flatMap((tilt) => moves.map((distance) => ({ distance, tilt })))
        .map((moved) => ({ moved, strength: this.#step(moved, this.#reach(moved.tilt, longer)).strength }))
        .reduce((a, b) => (b.strength > a.strength ? b : a)).moved;
    }, course);
  }

  #line({ distance, tilt }: Course): StraightLine {
    const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
    const { x, y } = this.outwards;
    const normal = { x: x * cos - y * sin, y: y * cos + x * sin };
    return { normal, offset: dot(normal, this.#middle) + distance };
  }

  /** The extent of the text along lines of this tilt, scaled by `longer`. */
  #reach(tilt: number, longer = 1): readonly [number, number] {
    const { normal } = this.#line({ distance: 0, tilt });
    const extents = this.points.map((point) => point.y * normal.x - point.x * normal.y);
    const [from, to] = [Math.min(...extents), Math.max(...extents)];
    const more = ((longer - 1) * (to - from)) / 2;
    return [from - more, to + more];
  }

  /** Measured along the extent of the text. */
  #step(course: Course, [from, to] = this.#reach(course.tilt)): Step {
    const { normal, offset } = this.#line(course);
    const along = { x: -normal.y, y: normal.x };
    const at = (distance: number): Point => ({
      x: normal.x * offset + along.x * distance,
      y: normal.y * offset + along.y * distance,
    });
    return stepAcross(this.pixels, at(from), at(to), normal, SEARCH_SAMPLES);
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Offset of the line with this normal beyond which there is no part of the picture. */
function farthest({ width, height }: Pixels, { x, y }: Point): number {
  return Math.max(0, x * width) + Math.max(0, y * height);
}

/** How much the side between two corners looks like the edge of a document, 0..1. */
function sideScore(pixels: Pixels, { normal, hasEdge }: Side, from: Point, to: Point): number {
  if (!hasEdge) return WITHOUT_EDGE;
  const { strength, share, inside } = stepAcross(pixels, from, to, normal, SIDE_SAMPLES);
  if (strength < MIN_STRENGTH || share < MIN_SHARE) return 0;
  const [x, y] = [(to.x - from.x) * BEYOND, (to.y - from.y) * BEYOND];
  const beyond = [
    stepAcross(pixels, { x: from.x - x, y: from.y - y }, from, normal, BEYOND_SAMPLES),
    stepAcross(pixels, to, { x: to.x + x, y: to.y + y }, normal, BEYOND_SAMPLES),
  ].map((step) => (step.strength >= strength / 2 ? step.share * step.inside : 0));
  const goesOn = ((beyond[0] ?? 0) + (beyond[1] ?? 0)) / 2;
  // Samples outside the picture do not support the edge.
  return Math.max(0, share * inside * Math.min(1, strength / CLEAR_STRENGTH) - BEYOND_WEIGHT * goesOn);
}

/**
 * The corners enclosed by four sides (top, right, bottom, left). Null if the result cannot be a
 * document.
 */
function enclosed(sides: readonly [Side, Side, Side, Side], pixels: Pixels): Quadrilateral | null {
  const [top, right, bottom, left] = sides;
  const found = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)];
  const room = OUTSIDE * Math.max(pixels.width, pixels.height);
  const isNear = ({ x, y }: Point) => x >= -room && y >= -room && x <= pixels.width + room && y <= pixels.height + room;
  const [a, b, c, d] = found;
  if (!a || !b || !c || !d) return null;
  const quadrilateral: Quadrilateral = [a, b, c, d];
  const isOwn = sides.every(({ hasEdge }, index) => {
    return !hasEdge || (isNear(quadrilateral[index]!) && isNear(quadrilateral[(index + 1) % 4]!));
  });
  return isOwn && isConvex(quadrilateral) ? quadrilateral : null;
}

/**
 * The document around the lines of text (at least one), in pixels of their picture. The picture
 * should be small, about 400 pixels long: edges are then as sharp as the search expects. If a side
 * has no visible edge, the document ends with its text, or with the picture if nothing is in
 * between.
 */
export function findDocumentEdges(pixels: Pixels, boxes: readonly LineBox[]): DocumentEdges {
  const angle = commonAngle(boxes);
  const points = boxes.flatMap(corners);
  // At least one pixel, so that even the smallest text gets a margin that forms a document.
  const lineHeight = Math.max(1, mean(boxes.map(({ height }) => height)));
  const right = { x: Math.cos(angle), y: Math.sin(angle) };
  const down = { x: -right.y, y: right.x };
  const back = ({ x, y }: Point): Point => ({ x: -x, y: -y });
  const along = (outwards: Point) => new SideSearch(pixels, points, outwards, lineHeight).sides();
  const [tops, rights, bottoms, lefts] = [along(back(down)), along(right), along(down), along(back(right))];
  let best: (DocumentEdges & { readonly score: number }) | null = null;
  for (const top of tops)
    for (const rightSide of rights)
      for (const bottom of bottoms)
        for (const left of lefts) {
          const sides = [top, rightSide, bottom, left] as const;
          const quadrilateral = enclosed(sides, pixels);
          if (quadrilateral === null) continue;
          const scores = sides.map((side, index) =>
            sideScore(pixels, side, quadrilateral[index]!, quadrilateral[(index + 1) % 4]!),
          );
          const score = scores.reduce((sum, one) => sum + one, LARGER * Math.log2(Math.max(1, areaOf(quadrilateral))));
          if (best === null || score > best.score) {
            best = { corners: quadrilateral, edges: sides.filter(({ hasEdge }) => hasEdge).length, angle, score };
          }
        }
  // The replacement sides are parallel to the text and enclose it.
  if (best === null) throw new Error('no quadrilateral encloses the text');
  return best;
}
