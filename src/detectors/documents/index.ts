// Documents: reads the text in a photo and detects machine-readable zones, payment cards, kinds of
// documents by their words, and screens.
import type { Engine } from '../../inference/engine.js';
import { findDocumentQuad, regionOfDocument } from '../../ocr/document-quad.js';
import { regionOfBoxes } from '../../ocr/line-box.js';
import { type PhotoText, readClosely, readText } from '../../ocr/read-text.js';
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { DOCUMENTS, type DocumentLabel } from './declaration.js';
import { embossedNumber } from './embossed-number.js';
import { isGreyScan } from './grey-scan.js';
import { isHandwritten } from './handwriting.js';
import { type Classified, classify, likeliest } from './kinds/classify.js';
import { type Layout, layoutOf } from './kinds/layout.js';
import { readZone, type Zone } from './mrz.js';
import { evidenceOf, uncheckedFields } from './mrz-check.js';
import { atFullLength, findZones } from './mrz-zone.js';
import { pageScore } from './page.js';
import { CARD_LINES, cardExpiry, cardHolder, looksLikeCard } from './payment-card.js';
import { showsPortrait } from './portrait.js';
import { findCardNumbers } from './printed-card-numbers.js';
import { receiptValues } from './receipt-values.js';
import { SCREENS } from './screens/index.js';
import { seeScreen } from './screenshot.js';

/** Letters and digits at which the score of handwriting is 0.5: a short note. */
const NOTE_CHARACTERS = 20;
/** Minimum number of letters and digits on a screen or on a paper. Fewer are a sign. */
const MIN_CHARACTERS = 45;
/**
 * Score of a card whose number fails its check digit but has words or a date next to it that only
 * cards have.
 */
const UNPROVED_CARD_SCORE = 0.7;
/**
 * From this score a document has a kind and is not reported as a page as well. Equals the rules'
 * minScore.
 */
const NAMED_SCORE = 0.5;
/**
 * From this score the words of a kind outweigh the screen that shows them: a bank statement in a
 * banking app is a bank statement.
 */
const CLEAR_SCORE = 0.6;

type Seen = Pick<Detection, 'score' | 'proved' | 'evidence'> & { readonly label: DocumentLabel };

function detection(seen: Seen, region: Region | null): Detection {
  return { detector: DOCUMENTS.id, source: { picture: 'main', atMs: null }, region, ...seen };
}

function zoneDetection(reading: Zone, region: Region | null): Detection {
  const read: Evidence = reading.isProved ? evidenceOf(reading.lines, reading.layout) : {};
  const unchecked = uncheckedFields(read, reading.layout);
  const evidence = unchecked.length === 0 ? read : { ...read, unchecked };
  const { isProved } = reading;
  return detection({ label: reading.layout.label, score: reading.score, proved: isProved, evidence }, region);
}

/** The document that carries the text of a photo, as far as the photo shows it. */
function documentRegion({ documentQuad, raster }: PhotoText, photo: Photo): Region {
  return regionOfDocument(documentQuad, photo.size ?? raster.covers);
}

/**
 * Machine-readable zones in the text. A zone that is not proved is read again at a higher
 * resolution, unless `isFast`.
 */
async function zonesIn(text: PhotoText, photo: Photo, engine: Engine, isFast: boolean): Promise<readonly Detection[]> {
  const zones = findZones(text.lines);
  const detections: Detection[] = [];
  for (const zone of zones) {
    const reading = await readZone(text.raster, zone, text.reader);
    // Two documents side by side are not one: each is searched for around its own zone.
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

/**
 * Each proved card number, and the card itself if the text is that of a card. The number of a card
 * may be misread.
 */
async function cardsIn(text: PhotoText, photo: Photo): Promise<readonly Detection[]> {
  const { lines, boxes, raster } = text;
  const printed = findCardNumbers(lines);
  const isInDoubt = boxes.length <= CARD_LINES && !printed.some(({ isProved }) => isProved);
  const cut = isInDoubt ? await embossedNumber(text) : null;
  const numbers = cut === null ? printed : [cut, ...printed];
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
  const name = cardHolder(lines);
  const evidence = {
    documentNumber: first.digits,
    ...(expiry === null ? {} : { expiryDate: expiry }),
    ...(name === null ? {} : { name }),
  };
  const score = first.isProved ? 1 : UNPROVED_CARD_SCORE;
  const card: Seen = { label: 'payment-card', score, proved: first.isProved, evidence };
  return [detection(card, documentRegion(text, photo)), ...detections];
}

/** A document kind recognised by its words. The values read from a receipt become its evidence. */
function kindDetection({ kind, score }: Classified, layout: Layout, region: Region): Detection {
  const evidence: Evidence = { kind: kind.id, ...(kind.label === 'receipt' ? receiptValues(layout.rows) : {}) };
  return detection({ label: kind.label, score, proved: false, evidence }, region);
}

/** A page, or handwriting of which a note is enough. Null if there are hardly any letters. */
async function pageIn(
  { lines }: PhotoText,
  { characters }: Layout,
  region: Region,
  engine: Engine,
): Promise<Detection | null> {
  if (await isHandwritten(lines, engine)) {
    const score = characters / (characters + NOTE_CHARACTERS);
    return detection({ label: 'handwriting', score, proved: false, evidence: {} }, region);
  }
  const score = pageScore(lines);
  return score === 0 ? null : detection({ label: 'page', score, proved: false, evidence: {} }, region);
}

/** What is looked for in the picture only where it would decide the kind. */
interface Looks {
  readonly hasPortrait: () => Promise<boolean>;
  readonly isGreyScan: () => Promise<boolean>;
}

/**
 * Classifies by the words. If they are not enough and the look of the picture would decide, looks.
 */
async function decide(
  layout: Layout,
  looks: Looks,
): Promise<{ readonly layout: Layout; readonly best: Classified | null }> {
  const best = classify(layout);
  if (isNamed(best)) return { layout, best };
  const scan = { ...layout, isGreyScan: true } as const;
  if (isNamed(classify(scan)) && (await looks.isGreyScan())) return { layout: scan, best: classify(scan) };
  const shown = { ...layout, hasPortrait: true } as const;
  if (isNamed(classify(shown)) && (await looks.hasPortrait())) return { layout: shown, best: classify(shown) };
  return { layout, best };
}

const isNamed = (best: Classified | null): boolean => best !== null && best.score >= NAMED_SCORE;

/**
 * Classifies a text without a zone or a card. Uses the kind that its words indicate, unless the
 * text is on a screen and the words are less clear. Otherwise it is a page. A kind with a low score
 * is not reported: the page is enough.
 */
async function documentIn(
  text: PhotoText,
  photo: Photo,
  engine: Engine,
  isFast: boolean,
): Promise<readonly Detection[]> {
  const region = documentRegion(text, photo);
  const { layout, best } = await decide(layoutOf(text.lines, text.boxes.length), {
    hasPortrait: () => showsPortrait(photo, region, engine, isFast),
    isGreyScan: async () => isGreyScan(await photo.pixels()),
  });
  const kind = best === null || best.score < NAMED_SCORE ? null : kindDetection(best, layout, region);
  if (kind !== null && kind.score >= CLEAR_SCORE && best?.kind.isDocument !== true) return [kind];
  const screen = layout.characters >= MIN_CHARACTERS ? await seeScreen(photo) : 0;
  if (screen >= NAMED_SCORE) {
    return [screenDetection(screen, layout, photo)];
  }
  const page = kind ?? (await pageIn(text, layout, region, engine));
  return page === null ? [] : [page];
}

/** A screen from edge to edge, and the kind of content if its words indicate one. */
function screenDetection(score: number, layout: Layout, { size }: Photo): Detection {
  const best = likeliest(SCREENS, layout);
  const evidence: Evidence = best === null || best.score < NAMED_SCORE ? {} : { kind: best.kind.id };
  const whole = size === null ? null : { left: 0, top: 0, ...size };
  return detection({ label: 'screenshot', score, proved: false, evidence }, whole);
}

export const documents: Detector = {
  ...DOCUMENTS,
  async detect(photo, { engine, isFast }) {
    const text = await readText(photo, engine, isFast);
    if (text === null) return [];
    const named = [...(await zonesIn(text, photo, engine, isFast)), ...(await cardsIn(text, photo))];
    const isNamed = named.some(({ label, score }) => label !== 'payment-card-number' && score >= NAMED_SCORE);
    return isNamed ? named : [...named, ...(await documentIn(text, photo, engine, isFast))];
  },
};
