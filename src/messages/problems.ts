// Every problem that can prevent a full examination: its phase and its message, in one place.
import { FRAMES_NOT_WANTED, FRAMES_PACKED, type ProblemCode } from '../types/problem.js';
import type { ProblemPhase, ScanProblem } from '../types/target.js';

interface ProblemWords {
  readonly phase: ProblemPhase;
  /** Absent for a file. */
  readonly concerns?: 'folder' | 'list';
  readonly text: (detail: string) => string;
}

function framesWhy(why: string): string {
  if (why === FRAMES_PACKED) return 'it is packed inside another file';
  return why === FRAMES_NOT_WANTED ? '--videos metadata' : 'ffmpeg was not found';
}

/** What `script-unread` calls each script of src/ocr/script-names.ts. */
const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  cyrillic: 'Cyrillic letters',
  greek: 'Greek letters',
  arabic: 'Arabic letters',
  hebrew: 'Hebrew letters',
  devanagari: 'Devanagari letters',
  bengali: 'Bengali letters',
  tamil: 'Tamil letters',
  thai: 'Thai letters',
  georgian: 'Georgian letters',
  armenian: 'Armenian letters',
  khmer: 'Khmer letters',
  burmese: 'Burmese letters',
  japanese: 'Japanese',
  korean: 'Korean',
  vertical: 'vertical columns',
};

const scriptName = (script: string): string => SCRIPT_NAMES[script] ?? 'another script';

/** `detail` is never content of the file: a detector's title, a format, a number of seconds. */
const PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'folder-unreadable': {
    phase: 'walk',
    concerns: 'folder',
    text: () => 'no permission to read this folder; give yourself read access, then scan again',
  },
  'file-unreadable': {
    phase: 'walk',
    text: () => 'no permission to read this file; give yourself read access, then scan again',
  },
  'path-unreadable': {
    phase: 'walk',
    text: () => 'no permission to open a folder on this path; give yourself access, then scan again',
  },
  'link-broken': { phase: 'walk', text: () => 'this link points to nothing; fix or remove it' },
  'name-not-utf8': {
    phase: 'walk',
    text: () => 'the name is not valid UTF-8, so the file cannot be opened; rename it, then scan again',
  },
  'backup-encrypted': {
    phase: 'walk',
    concerns: 'folder',
    text: () =>
      'this iTunes or Finder backup is encrypted, so none of its files was examined; make a backup without encryption, on this computer only, or copy the photos from the phone, then scan that',
  },
  'backup-index-unreadable': {
    phase: 'walk',
    text: () =>
      'the list of file names in this backup cannot be read, so files are recognised by their content only; make a new backup',
  },
  'not-a-target': {
    phase: 'walk',
    text: () => 'not a photo or video that lenscap recognises; remove it from the command or the list',
  },
  'not-found': {
    phase: 'walk',
    text: () => 'no such file or folder exists; correct the list that names it',
  },
  'list-empty': {
    phase: 'walk',
    concerns: 'list',
    text: () => 'this list of files is empty, so nothing was checked; check the program that wrote it',
  },
  'path-not-a-line': {
    phase: 'walk',
    text: () => 'the name contains a line break or another control character, so it is not listed; add -0 to list it',
  },
  'path-inside': {
    phase: 'walk',
    text: () => 'this photo is inside another file, so it has no path to list; unpack that file, then scan again',
  },
  vanished: { phase: 'read', text: () => 'the file disappeared after the folder was listed; scan again' },
  empty: { phase: 'read', text: () => 'the file is empty; copy it from the phone again' },
  unread: { phase: 'read', text: (detail) => `could not be read (${detail}); check the disk, then scan again` },
  'content-unknown': {
    phase: 'decode',
    text: () => 'named like a photo or video, but its content is not one that lenscap knows; open it to see what it is',
  },
  'in-cloud': {
    phase: 'read',
    text: () => 'this file stands for one that is in a cloud or in another place; get that one, then scan again',
  },
  unfinished: {
    phase: 'read',
    text: () => 'this download or copy is not finished, so the file may be incomplete; finish or remove it',
  },
  'format-unsupported': {
    phase: 'decode',
    text: (detail) => `lenscap cannot decode this kind of picture (${detail}); check it yourself`,
  },
  corrupt: {
    phase: 'decode',
    text: () => 'the picture is damaged and cannot be decoded; copy it from the phone again',
  },
  truncated: {
    phase: 'decode',
    text: () => 'the picture is damaged or cut off, so only a part was checked; copy it from the phone again',
  },
  'structure-broken': {
    phase: 'decode',
    text: (detail) =>
      `the structure of the file is damaged${detail === '' ? '' : ` at byte ${detail}`}, so it was not checked for hidden media; copy it from the phone again`,
  },
  'too-large': {
    phase: 'decode',
    text: (detail) => `the picture has ${detail} megapixels, more than the limit; check it yourself`,
  },
  'too-long': {
    phase: 'decode',
    text: () => 'the picture is so long and narrow that small details were not checked; check it yourself',
  },
  'too-small': {
    phase: 'decode',
    text: (detail) =>
      `the picture has ${detail} megapixels, so small papers and faces in it may have been missed; check it yourself`,
  },
  'frames-unseen': {
    phase: 'decode',
    text: (detail) => `the file holds ${detail} pictures, and only the first was checked; check the others yourself`,
  },
  'transparency-unseen': {
    phase: 'decode',
    text: () => 'parts of the picture are transparent, and what they hide was not checked; check it yourself',
  },
  'layers-unseen': {
    phase: 'decode',
    text: (detail) =>
      `the file has ${detail} ${detail === '1' ? 'layer' : 'layers'}, and only the merged picture was checked; check what the layers hide yourself`,
  },
  'motion-video-unseen': {
    phase: 'decode',
    text: (why) =>
      `the short video inside this photo was not checked (${framesWhy(why)}); watch it yourself, or save the photo without it`,
  },
  'films-unseen': {
    phase: 'decode',
    text: (detail) =>
      `this photo holds ${detail} short videos, and only the first ones were checked; watch the others yourself`,
  },
  'film-unreadable': {
    phase: 'decode',
    text: () => 'ffmpeg could not decode the frames of this video; watch it yourself, or copy it from the phone again',
  },
  'film-in-part': {
    phase: 'decode',
    text: () => 'some frames of this video could not be decoded, so a part was not checked; watch it yourself',
  },
  'metadata-unreadable': {
    phase: 'metadata',
    text: () =>
      'the metadata could not be read, so it may hold a place, a time or names; remove the metadata before you share the file',
  },
  'metadata-incomplete': {
    phase: 'metadata',
    text: () =>
      'a part of the metadata is damaged, so a place, a time or names may be missing from this report; remove the metadata before you share the file',
  },
  'place-unread': {
    phase: 'metadata',
    text: (tags) =>
      `the metadata names a place in a form that lenscap cannot read (${tags}), so where this was taken is unknown; remove the metadata before you share the file`,
  },
  'part-unknown': {
    phase: 'metadata',
    text: (parts) =>
      `the file holds data of a kind that lenscap does not know (${parts}), so a place, a time or names may be missing from this report; remove the metadata before you share the file`,
  },
  'embedded-unreadable': {
    phase: 'metadata',
    text: () =>
      'a small picture inside the file is damaged, so it was not compared with the main picture; check it yourself',
  },
  'embedded-unseen': {
    phase: 'decode',
    text: (detail) =>
      `the file holds ${detail} more pictures than lenscap compares with the main picture; check them yourself`,
  },
  'sidecar-unreadable': {
    phase: 'metadata',
    text: () =>
      'this sidecar file is damaged, too large or not readable, so what it gives away is unknown; check it yourself, or do not upload it',
  },
  'detector-failed': {
    phase: 'detect',
    text: (detail) => `the check for ${detail} failed on this file; check it yourself`,
  },
  'engine-cannot-run': {
    phase: 'detect',
    text: (detail) => `the check for ${detail} needs the onnx engine; scan without --engine tfjs`,
  },
  'model-left-out': {
    phase: 'detect',
    text: (detail) =>
      `the check for ${detail} ran without an optional model; run \`lenscap doctor\` to see how to get it, and scan without --engine tfjs`,
  },
  'code-unread': {
    phase: 'detect',
    text: () => 'a QR code in the picture could not be read; scan it with a phone to see what it holds',
  },
  'script-unread': {
    phase: 'detect',
    text: (script) => `text in ${scriptName(script)} could not be read; check yourself what it says`,
  },
  'raw-not-decoded': {
    phase: 'decode',
    text: () => 'this RAW photo has no preview to decode, so only its metadata was checked; check the picture yourself',
  },
  'raw-preview-small': {
    phase: 'decode',
    text: () =>
      'this RAW photo has only a small preview, so small details were not checked; check the picture yourself',
  },
  'frames-not-examined': {
    phase: 'decode',
    text: (why) => `this video’s frames were not checked (${framesWhy(why)}); watch it yourself`,
  },
  'time-limit': {
    phase: 'pool',
    text: (detail) =>
      `examining it took longer than ${detail} ${detail === '1' ? 'second' : 'seconds'}; check it yourself, or raise --time-limit`,
  },
  'not-scanned': { phase: 'read', text: () => 'no scan has examined this file yet; scan it' },
  'changed-since-scan': {
    phase: 'read',
    text: () => 'the file was changed after it was scanned, so what was found is out of date; scan it again',
  },
  'gone-since-scan': {
    phase: 'read',
    text: () => 'the file was there when it was scanned and is gone now; scan its folder again',
  },
  'not-kept': {
    phase: 'read',
    text: () => 'no earlier scan has a result for it that fits this report; scan it again',
  },
  crashed: { phase: 'pool', text: () => 'the examination crashed twice on this file; check it yourself' },
};

/**
 * A problem with its message. `detail` fills the message where the code has one; it must hold
 * nothing of the file's content.
 */
export function problem(path: string, code: ProblemCode, detail = ''): ScanProblem {
  const words = PROBLEMS[code];
  return { path, concerns: words.concerns ?? 'file', phase: words.phase, code, message: words.text(detail) };
}
