// The description of a video: finds the boxes that hold metadata, wherever they are, and reads
// them. Frames and sound are skipped.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { isTopBox } from '../isobmff/top-boxes.js';
import { ReadBudget } from '../read-budget.js';
import type { Tag } from '../tag.js';
import type { VideoDescription } from '../video-description.js';
import { afterLastBox, betweenBoxes, coverPictures, movingTrackIn } from './attachments.js';
import { readVideoBox } from './tags.js';

interface ListRules {
  /** Boxes that hold further lists. */
  readonly opens: readonly ListName[];
  /** Boxes that are read; null for all. */
  readonly reads: readonly string[] | null;
}

type ListName = 'file' | 'moov' | 'trak' | 'mdia' | 'minf' | 'stbl' | 'udta';

/** Lists that are opened. The walk goes no deeper than this table. */
const LISTS: Readonly<Record<ListName, ListRules>> = {
  file: { opens: ['moov', 'udta'], reads: ['meta', 'uuid'] },
  moov: { opens: ['trak', 'udta'], reads: ['mvhd', 'meta', 'uuid', 'cmov'] },
  trak: { opens: ['udta', 'mdia'], reads: ['meta', 'uuid'] },
  mdia: { opens: ['minf'], reads: [] },
  minf: { opens: ['stbl'], reads: [] },
  // How the samples of a track are coded: some tracks record locations.
  stbl: { opens: [], reads: ['stsd'] },
  // User data: every box in it may describe the video.
  udta: { opens: [], reads: null },
};

interface Walk {
  readonly file: ByteReader;
  readonly budget: ReadBudget;
  readonly tags: Tag[];
  readonly attachments: Attachment[];
  isComplete: boolean;
  hasVideo: boolean;
  /** Offset after the last known box at the top of the file. */
  topEnd: number;
  movingTrack: string | null;
}

/** Damage is no error. Throws PhotoError where the disk fails. */
export function describeVideo(file: ByteReader): VideoDescription {
  const walk: Walk = {
    ...{ file, budget: new ReadBudget(), tags: [], attachments: [] },
    ...{ isComplete: true, hasVideo: false, topEnd: 0, movingTrack: null },
  };
  readList(walk, 'file', { start: 0, end: file.length });
  attempt(walk, () => {
    // Without it the file breaks off, or its description is missing.
    if (!walk.hasVideo) throw file.malformed('no description of tracks', walk.topEnd);
    walk.attachments.push(...afterLastBox(file, walk.topEnd));
  });
  const { tags, isComplete, attachments, movingTrack } = walk;
  return { tags, isComplete, attachments, movingTrack };
}

function readList(walk: Walk, list: ListName, range: ByteRange): void {
  attempt(walk, () => {
    try {
      for (const box of boxesIn(walk.file, range, { budget: walk.budget, givesCut: true })) {
        if (list === 'file') noteTop(walk, box);
        readBox(walk, LISTS[list], box);
      }
    } catch (error) {
      // The video was read to its end. What follows is no box; it is reported as trailing data.
      const isAfter = list === 'file' && walk.hasVideo && walk.topEnd < walk.file.length;
      if (!(error instanceof MalformedError && isAfter && !walk.budget.isSpent)) throw error;
    }
  });
}

/** Skips boxes of unknown types. They are reported once a known box follows or the file ends. */
function noteTop(walk: Walk, { type, at, end }: Box): void {
  if (!isTopBox(type)) return;
  walk.attachments.push(...betweenBoxes({ start: walk.topEnd, end: at }));
  walk.topEnd = end;
}

function readBox(walk: Walk, { opens, reads }: ListRules, box: Box): void {
  const { type } = box;
  if (type === 'moov') walk.hasVideo = true;
  const inner = opens.find((name) => name === type);
  if (inner) readList(walk, inner, box);
  if (inner || (reads !== null && !reads.includes(type))) return;
  attempt(walk, () => {
    // QuickTime once compressed the whole description.
    if (type === 'cmov') throw walk.file.malformed('a compressed video header', box.at);
    const content = walk.budget.read(walk.file, box);
    if (type === 'stsd') walk.movingTrack ??= movingTrackIn(content);
    else readVideoBox(type, content, walk.tags);
    if (type === 'meta') walk.attachments.push(...coverPictures(content, box.start));
  });
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
    walk.isComplete = false;
  }
}
