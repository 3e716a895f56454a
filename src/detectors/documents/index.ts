// Documents: reads the text in a photo and tells machine-readable zones, payment cards, kinds of documents by their words, and screens.
import type { Engine } from '../../inference/engine.js';
import { findDocumentQuad, regionOfDocument } from '../../ocr/document-quad.js';
import { regionOfBoxes } from '../../ocr/line-box.js';
import { type PhotoText, readClosely, readText } from '../../ocr/read-text.js';
import type { TextLine } from '../../ocr/reader.js';
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { DOCUMENTS, type DocumentLabel } from './declaration.js';
import { isHandwritten } from './handwriting.js';
import { type Classified, classify, likeliest } from './kinds/classify.js';
import { type Layout, layoutOf } from './kinds/layout.js';
import { readZone, type Zone } from './mrz.js';
import { evidenceOf } from './mrz-check.js';
import { atFullLength, findZones } from './mrz-zone.js';
import { cardExpiry, findCardNumbers, looksLikeCard } from './payment-card.js';
import { showsPortrait } from './portrait.js';
import { receiptValues } from './receipt-values.js';
import { SCREENS } from './screens/index.js';
import { seeScreen } from './screenshot.js';

/** Lines read with less are not counted as text: patterns and scenery. */
const MIN_CONFIDENCE = 0.6;
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

type Seen = Pick<Detection, 'score' | 'proved' | 'evidence'> & { readonly label: DocumentLabel };

function detection(seen: Seen, region: Region | null): Detection {
  return { detector: DOCUMENTS.id, source: { picture: 'main', atMs: null }, region, ...seen };
}

function zoneDetection(reading: Zone, region: Region | null): Detection {
  const evidence: Evidence = reading.isProved ? evidenceOf(reading.lines, reading.layout) : {};
  const { isProved } = reading;
  return detection({ label: reading.layout.label, score: reading.score, proved: isProved, evidence }, region);
}

/** The document that the text of a photo is on, as far as the photo shows it. */
function documentRegion({ documentQuad, raster }: PhotoText, photo: Photo): Region {
  return regionOfDocument(documentQuad, photo.size ?? raster.covers);
}

/** Machine-readable zones in the text; one that is not proved is read again from nearer by, unless `isFast`. */
async function zonesIn(text: PhotoText, photo: Photo, engine: Engine, isFast: boolean): Promise<readonly Detection[]> {
  const zones = findZones(text.lines);
  const detections: Detection[] = [];
  for (const zone of zones) {
    const reading = await readZone(text.raster, zone, text.reader);
    // Two documents side by side are not one: each is sought around its own zone.
    const documentQuad = zones.length === 1 ? text.documentQuad : await findDocumentQuad(photo, text.raster, zone);
    const region = documentRegion({ ...text, documentQuad }, photo);
    const part = regionOfBoxes(zone.map(atFullLength), text.raster);
    const closely = reading?.isProved || isFast || part === null ? [] : await provedClosely(photo, part, engine);
    if (closely.length > 0) detections.push(...closely.map((proved) => zoneDetection(proved, region)));
    else if (reading !== null) detections.push(zoneDetection(reading, region));
  }
  return detections;
}

async function provedClosely(photo: Photo, part: Region, engine: Engine): Promise<readonly Zone[]> {
  const { raster, lines, reader } = await readClosely(photo, part, engine);
  const proved: Zone[] = [];
  for (const zone of findZones(lines)) {
    const reading = await readZone(raster, zone, reader);
    if (reading?.isProved) proved.push(reading);
  }
  return proved;
}

/** Proved card numbers, each, and the card itself where the text is a card's; its number may be misread then. */
function cardsIn(text: PhotoText, photo: Photo): readonly Detection[] {
  const { lines, boxes, raster } = text;
  const numbers = findCardNumbers(lines);
  const proved = numbers.filter(({ isProved }) => isProved);
  const detections = proved.map(({ digits, boxes: own }) =>
    detection(
      { label: 'payment-card-number', score: 1, proved: true, evidence: { value: digits } },
      regionOfBoxes(own, raster),
    ),
  );
  const first = proved[0] ?? numbers[0];
  if (first === undefined || !looksLikeCard(lines, boxes.length, first)) return detections;
  const expiry = cardExpiry(lines);
  const evidence = { documentNumber: first.digits, ...(expiry === null ? {} : { expiryDate: expiry }) };
  const score = first.isProved ? 1 : UNPROVED_CARD_SCORE;
  const card: Seen = { label: 'payment-card', score, proved: first.isProved, evidence };
  return [detection(card, documentRegion(text, photo)), ...detections];
}

/** A kind by its words; what was read of a receipt is its evidence. */
function kindDetection({ kind, score }: Classified, layout: Layout, region: Region): Detection {
  const evidence: Evidence = { kind: kind.id, ...(kind.label === 'receipt' ? receiptValues(layout.rows) : {}) };
  return detection({ label: kind.label, score, proved: false, evidence }, region);
}

/** The more letters and digits, the surer: n / (n + 45). Null for a single line. */
function pageIn({ lines }: PhotoText, region: Region): Detection | null {
  const counts = lines.filter((line) => line.confidence >= MIN_CONFIDENCE).map(characterCount);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.filter((count) => count >= 2).length < PAGE_LINES) return null;
  const score = total / (total + PAGE_CHARACTERS);
  const label = isHandwritten(lines) ? 'handwriting' : 'page';
  return detection({ label, score, proved: false, evidence: {} }, region);
}

/** The kind by the words; where they leave it open and a portrait would settle it, by whether there is one. */
async function decide(
  layout: Layout,
  hasPortrait: () => Promise<boolean>,
): Promise<{ readonly layout: Layout; readonly best: Classified | null }> {
  const best = classify(layout);
  if (best !== null && best.score >= NAMED_SCORE) return { layout, best };
  const shown = { ...layout, hasPortrait: true } as const;
  const hoped = classify(shown);
  const isSettled = hoped !== null && hoped.score >= NAMED_SCORE && (await hasPortrait());
  return isSettled ? { layout: shown, best: hoped } : { layout, best };
}

/**
 * What a text without a zone or a card is: the kind that its words say, unless it is on a screen and they say so less clearly, else a
 * page. A kind that is only hinted at is left out: the page says as much.
 */
async function documentIn(
  text: PhotoText,
  photo: Photo,
  engine: Engine,
  isFast: boolean,
): Promise<readonly Detection[]> {
  const region = documentRegion(text, photo);
  const { layout, best } = await decide(layoutOf(text.lines, text.boxes.length), () =>
    showsPortrait(photo, region, engine, isFast),
  );
  const kind = best === null || best.score < NAMED_SCORE ? null : kindDetection(best, layout, region);
  if (kind !== null && kind.score >= CLEAR_SCORE && best?.kind.isDocument !== true) return [kind];
  const page = pageIn(text, region);
  const screen = page !== null && page.score >= NAMED_SCORE ? await seeScreen(photo) : 0;
  if (screen >= NAMED_SCORE) {
    return [screenDetection(screen, layout, photo)];
  }
  if (kind !== null) return [kind];
  return page === null ? [] : [page];
}

/** A screen from edge to edge, and what it shows where its words say so. */
function screenDetection(score: number, layout: Layout, { size }: Photo): Detection {
  const best = likeliest(SCREENS, layout);
  const evidence: Evidence = best === null || best.score < NAMED_SCORE ? {} : { kind: best.kind.id };
  const whole = size === null ? null : { left: 0, top: 0, ...size };
  return detection({ label: 'screenshot', score, proved: false, evidence }, whole);
}

const characterCount = ({ text }: TextLine): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

export const documents: Detector = {
  ...DOCUMENTS,
  async detect(photo, { engine, isFast }) {
    const text = await readText(photo, engine, isFast);
    if (text === null) return [];
    const named = [...(await zonesIn(text, photo, engine, isFast)), ...cardsIn(text, photo)];
    const isNamed = named.some(({ label, score }) => label !== 'payment-card-number' && score >= NAMED_SCORE);
    return isNamed ? named : [...named, ...(await documentIn(text, photo, engine, isFast))];
  },
};
