// A video's metadata: the boxes that describe the video, wherever they stand, and what they say. Frames and sound are passed over.

import { PhotoError } from '../errors.js';
import { readAvi } from '../formats/avi/blocks.js';
import {
  type BoxFile,
  type Budget,
  contentOf,
  newBudget,
  type Place,
  placesBetween,
} from '../formats/isobmff/file-boxes.js';
import { MalformedError } from '../formats/metadata-block.js';
import { behindLastBox, between, coverPictures, isTopBox, movingTrack } from '../formats/mp4/attachments.js';
import { readVideoBox } from '../formats/mp4/tags.js';
import { mediaTypeOf } from '../formats/registry.js';
import { interpret, type Reading } from '../metadata/read.js';
import type { Attachment } from '../types/attachment.js';
import type { Metadata } from '../types/metadata.js';

/** By list: which boxes hold further lists, and which are read. The depth of the walk ends with this table. */
const LISTS = {
  file: { opens: ['moov', 'udta'], reads: ['meta', 'uuid'] },
  moov: { opens: ['trak', 'udta'], reads: ['mvhd', 'meta', 'uuid', 'cmov'] },
  trak: { opens: ['udta', 'mdia'], reads: ['meta', 'uuid'] },
  mdia: { opens: ['minf'], reads: [] },
  minf: { opens: ['stbl'], reads: [] },
  // How the samples of a track are coded; some tracks are places, one for every moment.
  stbl: { opens: [], reads: ['stsd'] },
  // User data: everything in it is a description of its own.
  udta: { opens: [], reads: null },
} as const satisfies Record<string, { readonly opens: readonly string[]; readonly reads: readonly string[] | null }>;

type List = keyof typeof LISTS;

interface Walk {
  readonly file: BoxFile;
  readonly budget: Budget;
  readonly reading: Reading;
  hasVideo: boolean;
  /** Behind the last known box at the top of the file. */
  topEnd: number;
  readonly parts: Attachment[];
  movingTrack: string | null;
}

/**
 * What the video says about itself; `mediaType` is by its content. A damaged file gives what could be read, with `isComplete` false.
 * Throws PhotoError `metadata-unreadable` where nothing could be read although there is something or may be, and for other kinds of video.
 */
export async function readVideoMetadata(file: BoxFile, mediaType: string): Promise<Metadata> {
  const walk: Walk = {
    file,
    budget: newBudget(),
    reading: { tags: [], isComplete: true },
    hasVideo: false,
    topEnd: 0,
    parts: [],
    movingTrack: null,
  };
  const structure = mediaTypeOf(mediaType)?.structure;
  if (structure === 'riff') {
    await attempt(walk, () => readAvi({ ...walk, tags: walk.reading.tags }));
    if (!walk.reading.isComplete && walk.reading.tags.length === 0) throw new PhotoError('metadata-unreadable');
    return interpret(walk.reading);
  }
  if (structure !== 'boxes') throw new PhotoError('metadata-unreadable');
  await readList(walk, 'file', 0, file.bytes);
  const { reading, hasVideo, movingTrack } = walk;
  if (hasVideo) walk.parts.push(...(await behindLastBox(file, walk.topEnd)));
  // Without it the file broke off, or what it says is not where it should be.
  if (!hasVideo) reading.isComplete = false;
  if (!reading.isComplete && reading.tags.length === 0 && walk.parts.length === 0)
    throw new PhotoError('metadata-unreadable');
  return { ...interpret(reading), movingTrack, attachments: walk.parts };
}

async function readList(walk: Walk, list: List, start: number, end: number): Promise<void> {
  await attempt(walk, async () => {
    try {
      for await (const place of placesBetween(walk.file, start, end, walk.budget)) {
        if (list === 'file') noteTop(walk, place);
        await readPlace(walk, list, place);
      }
    } catch (error) {
      // Behind a video that was read to its end stands no box but something else, which is told as such.
      const isBehind = list === 'file' && walk.hasVideo && walk.topEnd < walk.file.bytes;
      if (!(error instanceof MalformedError && isBehind && walk.budget.boxes > 0)) throw error;
    }
  });
}

/** Boxes of unknown types are passed over, and told once a known one follows or the file ends. */
function noteTop(walk: Walk, { type, start, end }: Place): void {
  if (!isTopBox(type)) return;
  walk.parts.push(...between(walk.topEnd, start - 8));
  walk.topEnd = end;
}

async function readPlace(walk: Walk, list: List, place: Place): Promise<void> {
  const { opens, reads }: { opens: readonly string[]; reads: readonly string[] | null } = LISTS[list];
  const { type } = place;
  if (type === 'moov') walk.hasVideo = true;
  if (opens.includes(type)) return readList(walk, type as List, place.start, place.end);
  if (reads !== null && !reads.includes(type)) return;
  await attempt(walk, async () => {
    // Old QuickTime may compress the whole description.
    if (type === 'cmov') throw new MalformedError('a compressed video header');
    const content = await contentOf(walk.file, place, walk.budget);
    if (type === 'stsd') walk.movingTrack ??= movingTrack(content);
    else readVideoBox(type, content, walk.reading.tags);
    if (type === 'meta') walk.parts.push(...coverPictures(content, place.start));
  });
}

/** Damage in one box must not hide the others. What went wrong is not kept: messages of parsers quote the file. */
async function attempt({ reading }: Walk, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    // The disk's, not the file's fault.
    if (error instanceof PhotoError) throw error;
    reading.isComplete = false;
  }
}
