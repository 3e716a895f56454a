// Finds the document (page, card or screen) that a text is on: straight edges around the text, along and across its lines.
import type { Pixels } from '../image/raster.js';
import type { Point } from '../types/raster.js';
import { type Step, stepAcross } from './edges.js';
import { corners, type LineBox } from './line-box.js';
import { areaOf, crossing, isConvex, type Quadrilateral, type StraightLine } from './quadrilateral.js';

/** A document in pixels of the picture that it was sought in; corners may lie outside where the picture cuts it off. */
export interface DocumentEdges {
  readonly corners: Quadrilateral;
  /** Sides, 0 to 4, of which an edge was seen; the others are those of the text or of the picture. */
  readonly edges: number;
  /** Reading direction of the text as a whole, radians. */
  readonly angle: number;
}

/** How far an edge may be turned against the text, radians: perspective turns it. */
const MAX_TILT = (21 * Math.PI) / 180;
/** The search tries so many tilts, and a line each so many pixels; what it keeps is then moved by half of both. */
const TILTS = 15;
const STRIDE = 2;
/** Rounds of moving by such a part of a step, over so many times the length of the text. */
const REFINEMENTS = [
  { part: 0.5, longer: 1.3 },
  { part: 0.5, longer: 1.8 },
  { part: 0.25, longer: 1.8 },
];
/** Positions on a line that are examined in the search, and of a side that is judged. */
const SEARCH_SAMPLES = 16;
const SIDE_SAMPLES = 24;
const BEYOND_SAMPLES = 5;
/** Edges tried for each side, the strongest; nearer to each other than so many pixels they are one. */
const CANDIDATES = 4;
const APART = 5;
/** Weaker steps, in levels, are light and grain; with none that strong up to the border, the document goes on to it. */
const MIN_STRENGTH = 7;
/** From this strength an edge is as clear as any. */
const CLEAR_STRENGTH = 25;
/** Part of a side along which the colour must change. */
const MIN_SHARE = 0.5;
/** A line of the background goes on beyond the corner; sought over this part of the side, and how much it takes away. */
const BEYOND = 0.15;
const BEYOND_WEIGHT = 0.4;
/** What a side counts that has no edge of its own. */
const WITHOUT_EDGE = 0.25;
/** Of documents with edges as good the larger is taken: frames and bands are printed within a document. For each doubling of the area. */
const LARGER = 0.08;
/** Lines of text may reach so far over an edge, in heights of a line: the boxes are generous. */
const SLACK = 0.35;
/** Room around text that no edge bounds, in heights of a line. */
const MARGIN = 0.5;
/** Corners may lie outside the picture by this part of its longer side. */
const OUTSIDE = 0.25;

interface Side extends StraightLine {
  readonly hasEdge: boolean;
}

const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;

/** Common direction of the lines, the longest counting most, radians; which way round they read is the longest line's. */
export function commonAngle(boxes: readonly LineBox[]): number {
  const longest = boxes.reduce((a, b) => (b.width > a.width ? b : a)).angle;
  // Opposite directions are one here: twice the angle is the same.
  const [x, y] = boxes.reduce(
    ([sumX, sumY], { angle, width, height }) => {
      const weight = Math.max(0, width - height);
      return [sumX + weight * Math.cos(2 * (angle - longest)), sumY + weight * Math.sin(2 * (angle - longest))];
    },
    [0, 0],
  );
  return longest + Math.atan2(y, x) / 2;
}

/** Where an edge of the document may run, from the middle of its text: so far away, and rotated so much against the text. */
interface Course {
  readonly distance: number;
  readonly tilt: number;
}

/** The search on one side of the text. */
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

  /** Lines outside the text that the colour changes across, the strongest first, and last what stands in for an edge. */
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

  /** The same edge, measured more closely, and beyond the text: a short piece of a line tells little of its direction. */
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

  /** How far the text reaches along lines of that tilt, made `longer` so many times. */
  #reach(tilt: number, longer = 1): readonly [number, number] {
    const { normal } = this.#line({ distance: 0, tilt });
    const extents = this.points.map((point) => point.y * normal.x - point.x * normal.y);
    const [from, to] = [Math.min(...extents), Math.max(...extents)];
    const more = ((longer - 1) * (to - from)) / 2;
    return [from - more, to + more];
  }

  /** Along as much of the line as there is text beside. */
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

/** Offset of the line with this normal beyond which nothing of the picture lies. */
function farthest({ width, height }: Pixels, { x, y }: Point): number {
  return Math.max(0, x * width) + Math.max(0, y * height);
}

/** 0..1: how much the side between two corners looks like the edge of a document. */
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
  // What lies outside the picture cannot speak for the edge.
  return Math.max(0, share * inside * Math.min(1, strength / CLEAR_STRENGTH) - BEYOND_WEIGHT * goesOn);
}

/** The corners that four sides (top, right, bottom, left) enclose; null where they enclose nothing that could be the document. */
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
 * The document around the lines of text (at least one), in pixels of the picture that they stand in. The picture should be small, about 400
 * pixels long: edges are then as sharp as the search expects. Where no edge is seen on a side, the document ends with its text, or with the
 * picture where nothing lies between.
 */
export function findDocumentEdges(pixels: Pixels, boxes: readonly LineBox[]): DocumentEdges {
  const angle = commonAngle(boxes);
  const points = boxes.flatMap(corners);
  // At least a pixel, so that the room around even the smallest text makes a document.
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
  // The sides that stand in for edges are parallel to the text and enclose it.
  if (best === null) throw new Error('the sides of a text enclose nothing');
  return best;
}
