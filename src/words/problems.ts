// Every problem that can keep a target from a full examination: its phase and its words, in one place.
import type { ProblemPhase, ScanProblem } from '../types/target.js';

interface ProblemWords {
  readonly phase: ProblemPhase;
  readonly say: (detail: string) => string;
}

/** `detail` is never content of the file: a detector's title, a format, a number of seconds. */
const PROBLEMS = {
  'folder-unreadable': {
    phase: 'walk',
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
  'motion-video-unseen': {
    phase: 'decode',
    say: () =>
      'a short video lies inside this photo and was not examined; watch it yourself or save the photo without it',
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
    say: () => 'only the metadata of a RAW photo is read; its picture was not seen',
  },
  'frames-not-examined': {
    phase: 'decode',
    say: () => 'only the metadata of a video is read, not its frames and sound; look at it yourself',
  },
  'time-limit': { phase: 'pool', say: (detail) => `took longer than ${detail} seconds; look at it yourself` },
  crashed: { phase: 'pool', say: () => 'the examination broke off twice; look at it yourself' },
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A problem with its words. `detail` fills the message where the code has one; it must hold nothing of the file's content. */
export function problem(path: string, code: ProblemCode, detail = ''): ScanProblem {
  const words: ProblemWords = PROBLEMS[code];
  return { path, phase: words.phase, code, message: words.say(detail) };
}

/** A photo's bytes or pixels could not be had; `code` says why. Caught in the worker and turned into a problem. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  constructor(
    readonly code: ProblemCode,
    readonly detail = '',
  ) {
    super(PROBLEMS[code].say(detail));
  }
}

/** Wrong usage, configuration or installation: printed as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
