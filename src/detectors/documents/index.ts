// Documents: reads the text in a photo and tells machine-readable zones, payment cards, kinds of paper by their words, and screens.
import type { Engine } from '../../inference/engine.js';
import { type LineBox, regionOfBoxes } from '../../text/line-box.js';
import { type PhotoText, readClosely, readText } from '../../text/read-text.js';
import type { TextLine } from '../../text/reader.js';
import type { Detection, Evidence } from '../../types/detection.js';
import type { Photo, Raster } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { isHandwritten } from './handwriting.js';
import { type Classified, classify } from './kinds/classify.js';
import { KINDS } from './kinds/index.js';
import { type Layout, layoutOf } from './kinds/layout.js';
import { readZone, type Zone } from './mrz.js';
import { evidenceOf } from './mrz-check.js';
import { atFullLength, findZones } from './mrz-zone.js';
import { cardExpiry, findCardNumbers, looksLikeCard } from './payment-card.js';
import { receiptValues } from './receipt-values.js';
import { seeScreen } from './screenshot.js';

/** Lines read with less are not counted as text: patterns and scenery. */
const LEAST_CONFIDENCE = 0.6;
/** Letters and digits that make a page: here the score is 0.5. Chosen on eval/ (docs/accuracy.md). */
const PAGE_CHARACTERS = 45;
/** One line is a sign, not a page. */
const PAGE_LINES = 2;
/** A card whose number does not check: it stands with words or a date that only cards have beside it. */
const UNPROVED_CARD_SCORE = 0.7;
/** From this score a document is named and is no longer a page besides; the rules' minScore. */
const NAMED_SCORE = 0.5;
/** From this score the words of a kind count for more than the screen that they stand on: a statement in a banking app is a statement. */
const CLEAR_SCORE = 0.6;

type Seen = Pick<Detection, 'label' | 'score' | 'proved' | 'evidence'>;

function detection(seen: Seen, boxes: readonly LineBox[], raster: Raster): Detection {
  return {
    detector: 'documents',
    source: { picture: 'main', atMs: null },
    region: regionOfBoxes(boxes, raster),
    ...seen,
  };
}

function zoneDetection(reading: Zone, boxes: readonly LineBox[], raster: Raster): Detection {
  const evidence: Evidence = reading.isProved ? evidenceOf(reading.lines, reading.layout) : {};
  const { isProved } = reading;
  return detection({ label: reading.layout.label, score: reading.score, proved: isProved, evidence }, boxes, raster);
}

/** Machine-readable zones in the text; one that is not proved is looked at again from nearer by, unless `isFast`. */
async function zonesIn(text: PhotoText, photo: Photo, engine: Engine, isFast: boolean): Promise<readonly Detection[]> {
  const detections: Detection[] = [];
  for (const zone of findZones(text.lines)) {
    const reading = await readZone(text.raster, zone, text.reader);
    const part = regionOfBoxes(zone.map(atFullLength), text.raster);
    const closely = reading?.isProved || isFast || part === null ? [] : await provedClosely(photo, part, engine);
    if (closely.length > 0) detections.push(...closely);
    else if (reading !== null) detections.push(zoneDetection(reading, zone, text.raster));
  }
  return detections;
}

async function provedClosely(photo: Photo, part: NonNullable<Detection['region']>, engine: Engine) {
  const { raster, lines, reader } = await readClosely(photo, part, engine);
  const detections: Detection[] = [];
  for (const zone of findZones(lines)) {
    const reading = await readZone(raster, zone, reader);
    if (reading?.isProved) detections.push(zoneDetection(reading, zone, raster));
  }
  return detections;
}

/** Proved card numbers, each, and the card itself where the text is a card's; its number may be misread then. */
function cardsIn({ lines, boxes, raster }: PhotoText): readonly Detection[] {
  const numbers = findCardNumbers(lines);
  const proved = numbers.filter(({ isProved }) => isProved);
  const detections = proved.map(({ digits, boxes: own }) =>
    detection({ label: 'payment-card-number', score: 1, proved: true, evidence: { value: digits } }, own, raster),
  );
  const first = proved[0] ?? numbers[0];
  if (first === undefined || !looksLikeCard(lines, boxes.length, first)) return detections;
  const expiry = cardExpiry(lines);
  const evidence = { documentNumber: first.digits, ...(expiry === null ? {} : { expiryDate: expiry }) };
  const score = first.isProved ? 1 : UNPROVED_CARD_SCORE;
  return [detection({ label: 'payment-card', score, proved: first.isProved, evidence }, boxes, raster), ...detections];
}

/** A kind by its words; what was read of a receipt is its evidence. */
function kindDetection({ kind, score }: Classified, { boxes, raster }: PhotoText, layout: Layout): Detection {
  const evidence: Evidence = { kind: kind.id, ...(kind.label === 'receipt' ? receiptValues(layout.rows) : {}) };
  return detection({ label: kind.label, score, proved: false, evidence }, boxes, raster);
}

/** The more letters and digits, the surer: n / (n + 45). Null for a single line. */
function pageIn({ lines, boxes, raster }: PhotoText): Detection | null {
  const counts = lines.filter((line) => line.confidence >= LEAST_CONFIDENCE).map(characterCount);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.filter((count) => count >= 2).length < PAGE_LINES) return null;
  const score = total / (total + PAGE_CHARACTERS);
  const label = isHandwritten(lines) ? 'handwriting' : 'page';
  return detection({ label, score, proved: false, evidence: {} }, boxes, raster);
}

/**
 * What a text without a zone or a card is: the kind that its words say, unless it is on a screen and they say so less clearly, else a
 * page. A kind that is only hinted at is left out: the page says as much.
 */
async function paperIn(text: PhotoText, photo: Photo): Promise<readonly Detection[]> {
  const layout = layoutOf(text.lines, text.boxes.length);
  const best = classify(layout);
  const kind = best === null || best.score < NAMED_SCORE ? null : kindDetection(best, text, layout);
  if (kind !== null && kind.score >= CLEAR_SCORE && best?.kind.isPaper !== true) return [kind];
  const page = pageIn(text);
  const screen = page !== null && page.score >= NAMED_SCORE ? await seeScreen(photo) : 0;
  if (screen >= NAMED_SCORE) {
    return [detection({ label: 'screenshot', score: screen, proved: false, evidence: {} }, text.boxes, text.raster)];
  }
  if (kind !== null) return [kind];
  return page === null ? [] : [page];
}

const characterCount = ({ text }: TextLine): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

export const documents: Detector = {
  id: 'documents',
  title: 'documents',
  description:
    'Reads the text in the picture: identity papers, cards, letters, receipts, bills and other pages, and screens.',
  needs: ['pixels'],
  labels: [...new Set(KINDS.map(({ label }) => label)), 'screenshot', 'handwriting', 'page', 'payment-card-number'],
  models: ['text-detection', 'text-recognition'],
  async detect(photo, { engine, isFast }) {
    const text = await readText(photo, engine, isFast);
    if (text === null) return [];
    const named = [...(await zonesIn(text, photo, engine, isFast)), ...cardsIn(text)];
    const isNamed = named.some(({ label, score }) => label !== 'payment-card-number' && score >= NAMED_SCORE);
    return isNamed ? named : [...named, ...(await paperIn(text, photo))];
  },
};
