// A video's metadata: the boxes that describe the film, wherever they stand, and what they say. Frames and sound are passed over.
import type { Metadata } from '../../types/metadata.js';
import { PhotoError } from '../../words/problems.js';
import { MalformedError } from '../block.js';
import { interpret, type Reading } from '../read.js';
import { readAvi } from './avi.js';
import { type BoxFile, type Budget, contentOf, newBudget, type Place, placesBetween } from './file-boxes.js';
import { readVideoBox } from './tags.js';

/** By list: which boxes hold further lists, and which are read. The depth of the walk ends with this table. */
const LISTS = {
  file: { opens: ['moov', 'udta'], reads: ['meta', 'uuid'] },
  moov: { opens: ['trak', 'udta'], reads: ['mvhd', 'meta', 'uuid', 'cmov'] },
  trak: { opens: ['udta'], reads: ['meta', 'uuid'] },
  // User data: everything in it is a description of its own.
  udta: { opens: [], reads: null },
} as const satisfies Record<string, { readonly opens: readonly string[]; readonly reads: readonly string[] | null }>;

type List = keyof typeof LISTS;

/** Kinds of video that are made of these boxes. */
const MADE_OF_BOXES = new Set(
  ['mp4', 'quicktime', '3gpp', '3gpp2', 'x-m4v', 'mj2'].map((subtype) => `video/${subtype}`),
);

const AVI = 'video/x-msvideo';

interface Walk {
  readonly file: BoxFile;
  readonly budget: Budget;
  readonly reading: Reading;
  hasFilm: boolean;
}

/**
 * What the video says about itself; `mediaType` is by its content. A damaged file gives what could be read, with `isComplete` false.
 * Throws PhotoError `metadata-unreadable` where nothing could be read although there is something or may be, and for other kinds of video.
 */
export async function readVideoMetadata(file: BoxFile, mediaType: string): Promise<Metadata> {
  const walk: Walk = { file, budget: newBudget(), reading: { tags: [], isComplete: true }, hasFilm: false };
  if (mediaType === AVI) {
    await attempt(walk, () => readAvi({ ...walk, tags: walk.reading.tags }));
    if (!walk.reading.isComplete && walk.reading.tags.length === 0) throw new PhotoError('metadata-unreadable');
    return interpret(walk.reading);
  }
  if (!MADE_OF_BOXES.has(mediaType)) throw new PhotoError('metadata-unreadable');
  await readList(walk, 'file', 0, file.bytes);
  const { reading, hasFilm } = walk;
  // Without it the file broke off, or what it says is not where it should be.
  if (!hasFilm) reading.isComplete = false;
  if (!reading.isComplete && reading.tags.length === 0) throw new PhotoError('metadata-unreadable');
  return interpret(reading);
}

async function readList(walk: Walk, list: List, start: number, end: number): Promise<void> {
  await attempt(walk, async () => {
    for await (const place of placesBetween(walk.file, start, end, walk.budget)) await readPlace(walk, list, place);
  });
}

async function readPlace(walk: Walk, list: List, place: Place): Promise<void> {
  const { opens, reads }: { opens: readonly string[]; reads: readonly string[] | null } = LISTS[list];
  const { type } = place;
  if (type === 'moov') walk.hasFilm = true;
  if (opens.includes(type)) return readList(walk, type as List, place.start, place.end);
  if (reads !== null && !reads.includes(type)) return;
  await attempt(walk, async () => {
    // Old QuickTime may compress the whole description.
    if (type === 'cmov') throw new MalformedError('a compressed film header');
    readVideoBox(type, await contentOf(walk.file, place, walk.budget), walk.reading.tags);
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
