// What a still picture's file carries beside its picture: videos, sound, depth maps, further pictures, and what an edit left behind.
import type { Attachment } from '../../types/attachment.js';
import type { Detection } from '../../types/detection.js';
import type { LiveVideo } from '../../types/photo.js';
import type { Detector } from '../detector.js';

/** Bytes; a stray line end or counter of a program, in which no picture has room. */
const SMALLEST = 16;

export const container: Detector = {
  id: 'container',
  title: 'hidden media',
  description: 'Videos, sound, depth maps and further pictures beside the picture, and bytes after its end.',
  needs: ['container'],
  labels: ['hidden-media', 'gain-map', 'trailing-data', 'earlier-picture'],
  models: [],
  async detect(photo) {
    const live = await photo.liveVideo();
    return [...(live ? [liveDetection(live)] : []), ...(await photo.attachments()).flatMap(detectionsOf)];
  },
};

/** Ordinal, for a video that goes with the still by its name and time alone. */
const LIKELY_SCORE = 0.8;

function liveDetection({ bytes, isProved }: LiveVideo): Detection {
  const [source, evidence] = [{ picture: 'file', atMs: null } as const, { what: 'live film', bytes }];
  const score = isProved ? 1 : LIKELY_SCORE;
  return { detector: 'container', label: 'hidden-media', score, proved: isProved, source, region: null, evidence };
}

function detectionsOf(part: Attachment): Detection[] {
  switch (part.what) {
    case 'preview':
      return [];
    case 'earlier picture':
      return [detection('earlier-picture', part, 1)];
    case 'vendor trailer':
      return [detection('trailing-data', part, 0.1)];
    case 'unknown':
      return [detection('trailing-data', part, part.bytes < SMALLEST ? 0.2 : 1)];
    case 'gain map':
      return [detection('gain-map', part, 1)];
    case 'motion video':
      // Its own boxes say that it is a video, whether the file names it or not: once is enough.
      return [detection('hidden-media', part, 1)];
    default:
      // What the file itself does not name is behind its picture for another reason than its camera's.
      return [detection('hidden-media', part, 1), ...(part.isNamed ? [] : [detection('trailing-data', part, 1)])];
  }
}

function detection(label: string, { what, bytes, offset, isProved }: Attachment, score: number): Detection {
  // A trailer or a preview of no consequence must not count because its structure is certain.
  const proved = isProved && score === 1;
  const source = { picture: 'file', atMs: null } as const;
  return { detector: 'container', label, score, proved, source, region: null, evidence: { what, bytes, offset } };
}
