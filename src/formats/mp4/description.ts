// The description of a video: finds the boxes that hold metadata, wherever they are, and reads
// them. Of tracks, those with pictures and sound are skipped.
import { PhotoError } from '../../errors.js';
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { isTopBox } from '../isobmff/top-boxes.js';
import { ReadBudget } from '../read-budget.js';
import { insta360Start, readInsta360 } from '../telemetry/insta360.js';
import type { VideoDescription } from '../video-description.js';
import { afterLastBox, betweenBoxes, coverPictures } from './attachments.js';
import { readBlocksInFrames, readFreeBox, readGpsBox } from './dash-cam-boxes.js';
import { HarmlessParts } from './despite-name.js';
import { VideoFindings } from './findings.js';
import { isHarmlessBox } from './known-boxes.js';
import { isReadBox, readVideoBox } from './tags.js';
import { readTrack } from './tracks.js';
import { readUnknownBox } from './unknown-box.js';
import { ListedData } from './unlisted-data.js';

/** Lists that are opened, and the lists in them. The walk goes no deeper than this table. */
const LISTS = {
  file: ['moov', 'udta'],
  moov: ['trak', 'udta'],
  trak: ['udta', 'mdia'],
  mdia: ['minf', 'udta'],
  minf: ['stbl'],
  stbl: [],
  // User data: every box in it may describe the video.
  udta: ['smta'],
  // Samsung's settings.
  smta: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type ListName = keyof typeof LISTS;

interface Walk {
  readonly file: ByteReader;
  readonly budget: ReadBudget;
  readonly found: VideoFindings;
  hasVideo: boolean;
  /** Offset after the last known box at the top of the file. */
  topEnd: number;
  /** The first box with frames. */
  frames: Box | null;
  hasFragments: boolean;
  /** Boxes with frames whose tables are in `moov`. */
  readonly media: Box[];
  /** The type of the box before, at the top of the file. */
  before: string;
  readonly listed: ListedData;
  readonly harmless: HarmlessParts;
}

/** Damage is no error. Throws PhotoError where the disk fails. */
export function describeVideo(file: ByteReader): VideoDescription {
  const found = new VideoFindings();
  const budget = new ReadBudget();
  const walk: Walk = {
    ...{ file, budget, found, hasVideo: false, topEnd: 0, frames: null, hasFragments: false, media: [], before: '' },
    ...{ listed: new ListedData(), harmless: new HarmlessParts(file, found) },
  };
  readList(walk, 'file', { start: 0, end: file.length });
  attempt(walk, () => {
    // Without it the file breaks off, or its description is missing.
    if (!walk.hasVideo) throw file.malformed('no description of tracks', walk.topEnd);
    readEnd(walk);
  });
  if (walk.hasFragments) for (const kind of found.emptyTracks) found.noteTrack(kind);
  if (walk.hasVideo) attempt(walk, () => readUnlisted(walk));
  if (walk.frames && !found.hasPlace) attempt(walk, () => readBlocksInFrames(found, file, walk.frames, walk.budget));
  const { tags, isComplete, attachments, unreadPlaces, unknownParts } = found;
  return { tags, isComplete, attachments, unreadPlaces: [...unreadPlaces], unknownParts: [...unknownParts] };
}

/** What follows the last box: a maker's trailer, or a leftover. */
function readEnd({ file, found, budget, topEnd }: Walk): void {
  const start = insta360Start(file);
  if (start !== null && start >= topEnd) found.readTelemetry('trailer', () => readInsta360(file, start, budget));
  found.attachments.push(...afterLastBox(file, topEnd));
}

function readList(walk: Walk, list: ListName, range: ByteRange): void {
  attempt(walk, () => {
    try {
      const boxes: Box[] = [];
      for (const box of boxesIn(walk.file, range, { budget: walk.budget, givesCut: true })) {
        if (list === 'file') noteTop(walk, box);
        if (list === 'trak') boxes.push(box);
        readBox(walk, list, box);
      }
      if (list === 'trak') {
        attempt(walk, () => readTrack(walk.found, walk.file, boxes, walk.budget, walk.harmless));
        attempt(walk, () => walk.listed.addTrack(walk.file, boxes));
      }
    } catch (error) {
      // The video was read to its end. What follows is no box; it is reported as trailing data.
      const isAfter = list === 'file' && walk.hasVideo && walk.topEnd < walk.file.length;
      if (!(error instanceof MalformedError && isAfter && !walk.budget.isSpent)) throw error;
    }
  });
}

/** Skips boxes of unknown types. They are reported once a known box follows or the file ends. */
function noteTop(walk: Walk, box: Box): void {
  if (box.type === 'mdat') walk.frames ??= box;
  // The samples of a fragment are listed in the box before it.
  if (box.type === 'mdat' && walk.before !== 'moof') walk.media.push(box);
  walk.before = box.type;
  if (box.type === 'moof') walk.hasFragments = true;
  if (!isTopBox(box.type)) return;
  walk.found.attachments.push(...betweenBoxes({ start: walk.topEnd, end: box.at }));
  walk.topEnd = box.end;
}

function readBox(walk: Walk, list: ListName, box: Box): void {
  const { file, budget, found } = walk;
  const { type } = box;
  if (type === 'moov') walk.hasVideo = true;
  const inner = LISTS[list].find((name) => name === type);
  attempt(walk, () => {
    // QuickTime once compressed the whole description.
    if (type === 'cmov') throw file.malformed('a compressed video header', box.at);
    if (inner === 'smta') readList(walk, inner, { start: box.start + VERSION_BYTES, end: box.end });
    else if (inner) readList(walk, inner, box);
    else if (type === 'gps ') readGpsBox(found, file, box, budget);
    else if (type === 'free' || type === 'skip') {
      readFreeBox(found, file, box, budget);
      walk.harmless.box(type, box);
    } else if (MEDIA.has(type)) return;
    else if (isReadBox(type)) {
      const content = budget.read(file, box);
      readVideoBox(type, content, found, box.start);
      if (type === 'meta') found.attachments.push(...coverPictures(content, box.start));
    } else if (isHarmlessBox(type)) walk.harmless.box(type, box);
    else if (list !== 'file' || isPlaceBox(type)) readUnknownBox(found, type, file, box, budget);
  });
}

const VERSION_BYTES = 4;

/** Boxes with frames. What no table names in them is read at the end. */
const MEDIA = new Set(['mdat', 'imda']);

function readUnlisted({ file, found, budget, harmless, listed, media }: Walk): void {
  if (listed.isUnknown) return;
  for (const box of media) {
    for (const gap of listed.gapsIn(box)) {
      readFreeBox(found, file, { ...gap, at: gap.start, type: 'mdat' }, budget);
      harmless.range('mdat', gap);
    }
  }
}

/** At the top of a file, other unknown boxes are reported as data of their own. */
function isPlaceBox(type: string): boolean {
  return /gps/i.test(type);
}

/**
 * Damage in one box must not hide the others. The error is dropped: messages of parsers quote the
 * file.
 */
function attempt(walk: Walk, read: () => void): void {
  try {
    read();
  } catch (error) {
    // The disk is at fault, not the file.
    if (error instanceof PhotoError) throw error;
    walk.found.isComplete = false;
  }
}
