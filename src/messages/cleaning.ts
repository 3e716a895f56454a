// What is said of clean copies: why there is none, and what each has left behind.
import { count, list } from './amounts.js';

/** By the reasons of CleanError, of places, and of the system. */
const REASONS: Readonly<Record<string, string>> = {
  format: 'lenscap cannot write this format; a picture can be encoded anew with --re-encode',
  damaged: 'the file is damaged or ends early; copy it from the phone or camera again',
  'old-compression': 'it is compressed in an old way that cannot be copied; --re-encode makes a JPEG of a picture',
  fragments: 'this video is in fragments, which lenscap cannot clean yet; convert it with another program first',
  'too-large': 'its tables are larger than lenscap can write',
  'crop-or-overlay': 'the file stores more of the picture than it shows; --re-encode keeps only what it shows',
  'external-data': 'its samples are in another file, so a copy would be empty',
  'video-not-covered': 'nothing can be covered in a video; leave it out, or run without --cover',
  'not-encodable': 'a covered picture cannot be written in this format; --re-encode makes a JPEG of it',
  rotation: 'the copy would be shown in another rotation, so it was not kept; --re-encode makes a JPEG of it',
  'other-size': 'the copy would be shown in another size or rotation, so it was not kept; hold this photo back',
  'two-pictures':
    'this video has two tracks of pictures, and programs show one of them; remove one with another program',
  'unread-data': 'it holds data that no decoder reads, among those of its picture; --re-encode makes a JPEG of it',
  'in-output': 'it is in the folder for the copies; name another one with --into',
  'no-region': 'what should be covered was found, but not where it is; hold this photo back',
  link: 'a folder on the way to the copy is a link; remove it, or name another folder with --into',
  'not-a-folder': 'a file is where a folder of the copy should be; remove it, or name another folder with --into',
  exists: 'another file of that name is there; move it away, or name another folder with --into',
  ENOTDIR: 'it is inside another file; unpack that, then clean what comes out',
  ENOSPC: 'the disk is full; free some space, then run the same command again',
  EACCES: 'no permission to read it or to write the copy; give yourself access',
  EROFS: 'the folder cannot be written; name another one with --into',
  ENAMETOOLONG: 'the name of the copy would be too long; name a folder nearer to the root with --into',
};

/**
 * @param reasons of a copy that was not made
 * @param words of rules and problems, by their ids
 */
export function whyNotCopied(reasons: readonly string[], words: ReadonlyMap<string, string>): string {
  const sentences = reasons.map(
    (reason) => REASONS[reason] ?? words.get(reason) ?? `the system refused it (${reason})`,
  );
  return [...new Set(sentences)].join('; ');
}

/** The parts of the report that stand alone. */
export const CLEAN_WORDS = {
  isThere: 'is there already',
  wouldBeWritten: 'would be written',
  removed: (counts: string) => `removed: ${counts === '' ? 'nothing; it held nothing of this' : counts}`,
  remaining: (counts: string) => `still in it: ${counts}`,
  encodedAnew: 'the picture was encoded anew',
  withoutCopy: 'WITHOUT A COPY',
  notOpened: 'NOT OPENED, AND NOT COPIED',
} as const;

/** What of the files is no part of the proof. */
export function unproved(areNamesKept: boolean, areTimesKept: boolean): string {
  const kept = [...(areNamesKept ? ['names'] : []), ...(areTimesKept ? ['times'] : [])];
  if (kept.length === 0) return 'Names and times of the files were replaced.';
  return `The ${list(kept)} of the files are those of the originals, and no part of the proof.`;
}

/** The copy still has what had to go. */
export function stillThere(titles: readonly string[]): string {
  return `the copy still had ${list(titles)}, so it was not kept`;
}

/** `2 locations`-like counts: `location 1, face 2`; empty for nothing. */
export function countsText(counts: readonly (readonly [title: string, amount: number])[]): string {
  return counts.map(([title, amount]) => (amount === 1 ? title : `${title} (${amount})`)).join(', ');
}

export interface CleanCounts {
  readonly files: number;
  readonly written: number;
  readonly there: number;
  readonly missing: number;
  readonly isDryRun: boolean;
}

/** After Ctrl-C: nothing that is not proved is left. */
export function cleanStopped(done: number, written: number): string {
  const made = `${count(written, 'clean copy was', 'clean copies were')} written of ${count(done, 'file')} so far`;
  return `stopped; ${made}, and nothing else is left in the folder; to go on, run the same command again`;
}

/** The last line: full sentences. */
export function cleanClosing({ files, written, there, missing, isDryRun }: CleanCounts): string {
  if (files === 0) return 'No photo or video was found.';
  const made = isDryRun
    ? `${count(written, 'clean copy', 'clean copies')} would be written`
    : `${count(written, 'clean copy was', 'clean copies were')} written`;
  const proof = written + there > 0 ? '; each was scanned and nothing that had to go was found' : '';
  const sentences = [
    `${made} of ${count(files, 'file')}${proof}`,
    ...(there > 0 ? [`${count(there, 'was', 'were')} there already`] : []),
    ...(missing > 0
      ? [`${count(missing, 'file has', 'files have')} no clean copy: hold ${missing === 1 ? 'it' : 'them'} back`]
      : []),
  ];
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}
