// Every problem that can keep a target from a full examination: its phase and its words, in one place.
import { FRAMES_NOT_WANTED, type ProblemCode } from '../types/problem.js';
import type { ProblemPhase, ScanProblem } from '../types/target.js';

interface ProblemWords {
  readonly phase: ProblemPhase;
  /** Absent for a file. */
  readonly concerns?: 'folder';
  readonly say: (detail: string) => string;
}

function framesWhy(why: string): string {
  return why === FRAMES_NOT_WANTED ? 'as --videos metadata asks' : 'since no ffmpeg program was found';
}

/** `detail` is never content of the file: a detector's title, a format, a number of seconds. */
const PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'folder-unreadable': {
    phase: 'walk',
    concerns: 'folder',
    say: () => 'this folder may not be read; give yourself read permission and scan again',
  },
  'file-unreadable': {
    phase: 'walk',
    say: () => 'this file may not be read; give yourself read permission and scan again',
  },
  'path-unreadable': {
    phase: 'walk',
    say: () => 'a folder on the way there may not be opened; give yourself that permission and scan again',
  },
  'link-broken': { phase: 'walk', say: () => 'this link points to nothing; mend or remove it' },
  'name-not-utf8': {
    phase: 'walk',
    say: () => 'the name is not valid UTF-8, so it cannot be opened; rename it and scan again',
  },
  'backup-encrypted': {
    phase: 'walk',
    concerns: 'folder',
    say: () =>
      'this iTunes or Finder backup is encrypted, so none of its files was examined; back up again without encryption, to this computer only, or copy the photos from the phone, and scan that',
  },
  'backup-index-unreadable': {
    phase: 'walk',
    say: () =>
      'the table of this backup’s file names cannot be read, so files are known by their content only; back up again',
  },
  'not-a-target': { phase: 'walk', say: () => 'not a photo or video that lenscap knows; leave it out' },
  'not-found': { phase: 'walk', say: () => 'named in the list, but there is no such file or folder; mend the list' },
  'path-not-a-line': {
    phase: 'walk',
    say: () => 'the name holds a line break or another control character, so it is not in the list; list it with -0',
  },
  vanished: { phase: 'read', say: () => 'gone since the folder was listed; scan again' },
  empty: { phase: 'read', say: () => 'the file is empty; copy it from the phone again' },
  unread: { phase: 'read', say: (detail) => `could not be read (${detail}); check the disk and scan again` },
  'content-unknown': {
    phase: 'decode',
    say: () => 'named like a photo or video, but its content is neither; open it to see what it is',
  },
  'format-unsupported': {
    phase: 'decode',
    say: (detail) => `${detail} pictures cannot be decoded yet; look at it yourself`,
  },
  corrupt: { phase: 'decode', say: () => 'the picture is damaged and cannot be decoded; copy it from the phone again' },
  truncated: {
    phase: 'decode',
    say: () => 'the picture is damaged or ends too early; only a part was seen; copy it from the phone again',
  },
  'structure-broken': {
    phase: 'decode',
    say: (detail) =>
      `its structure is broken at byte ${detail}, so what it carries beside its picture is unknown; copy it from the phone again`,
  },
  'too-large': {
    phase: 'decode',
    say: (detail) => `the picture has ${detail} megapixels, more than the limit; look at it yourself`,
  },
  'too-long': {
    phase: 'decode',
    say: () => 'the picture is so long and narrow that small things in it were not seen; look at it yourself',
  },
  'frames-unseen': {
    phase: 'decode',
    say: (detail) => `the file holds ${detail} pictures and only the first was seen; look at the others yourself`,
  },
  'layers-unseen': {
    phase: 'decode',
    say: (detail) =>
      `the file holds ${detail} ${detail === '1' ? 'layer' : 'layers'}, of which only the merged picture was seen; look at what they cover yourself`,
  },
  'motion-video-unseen': {
    phase: 'decode',
    say: (why) =>
      `a short video lies inside this photo and was not seen, ${framesWhy(why)}; watch it yourself or save the photo without it`,
  },
  'films-unseen': {
    phase: 'decode',
    say: (detail) =>
      `${detail} short videos lie inside this photo, of which only the first were seen; watch the others yourself`,
  },
  'film-unreadable': {
    phase: 'decode',
    say: () => 'ffmpeg could not decode the frames of this video; watch it yourself or copy it from the phone again',
  },
  'film-in-part': {
    phase: 'decode',
    say: () => 'some frames of this video could not be decoded, so that a part of it was not seen; watch it yourself',
  },
  'metadata-unreadable': {
    phase: 'metadata',
    say: () => 'its metadata could not be read, so place, time and names in it are unknown',
  },
  'metadata-incomplete': {
    phase: 'metadata',
    say: () => 'a part of its metadata is damaged, so place, time or names may be missing here; look at it yourself',
  },
  'embedded-unreadable': {
    phase: 'metadata',
    say: () => 'a small picture inside the file is damaged and was not compared with the picture; look at it yourself',
  },
  'sidecar-unreadable': {
    phase: 'metadata',
    say: () =>
      'this file beside a photo is damaged, too large or may not be read, so what it says of the photo is unknown; look at it yourself or leave it out of the upload',
  },
  'detector-failed': { phase: 'detect', say: (detail) => `the look for ${detail} failed on this file` },
  'engine-cannot-run': {
    phase: 'detect',
    say: (detail) => `the look for ${detail} needs the onnx engine; scan without --engine tfjs`,
  },
  'model-left-out': {
    phase: 'detect',
    say: (detail) =>
      `the look for ${detail} went without the model of whole scenes; build it with \`npm run models\`, and scan without --engine tfjs`,
  },
  'code-unread': {
    phase: 'detect',
    say: () => 'a QR code is in the picture and could not be read; scan it with a phone to see what it holds',
  },
  'raw-not-decoded': {
    phase: 'decode',
    say: () => 'this RAW photo holds no preview that could be seen, so only its metadata was read; look at it yourself',
  },
  'raw-preview-small': {
    phase: 'decode',
    say: () => 'only a small preview of this RAW photo was seen, so small things in it were not; look at it yourself',
  },
  'frames-not-examined': {
    phase: 'decode',
    say: (why) => `only the metadata of this video was read, ${framesWhy(why)}; watch it yourself`,
  },
  'time-limit': { phase: 'pool', say: (detail) => `took longer than ${detail} seconds; look at it yourself` },
  crashed: { phase: 'pool', say: () => 'the examination broke off twice; look at it yourself' },
};

/** A problem with its words. `detail` fills the message where the code has one; it must hold nothing of the file's content. */
export function problem(path: string, code: ProblemCode, detail = ''): ScanProblem {
  const words = PROBLEMS[code];
  return { path, concerns: words.concerns ?? 'file', phase: words.phase, code, message: words.say(detail) };
}
