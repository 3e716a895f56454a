// What a still picture's file carries beside its picture: videos, sound, depth maps, further pictures, and what an edit left behind.
import type { Attachment } from '../../types/attachment.js';
import type { Detection } from '../../types/detection.js';
import type { LiveVideo } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { CONTAINER, type ContainerLabel, type HiddenKind, LIVE_VIDEO } from './declaration.js';

/** Bytes; a stray line end or counter of a program, in which no picture has room. */
const SMALLEST = 16;

export const container: Detector = {
  ...CONTAINER,
  async detect(photo) {
    const live = await photo.liveVideo();
    return [...(live ? [liveDetection(live)] : []), ...(await photo.attachments()).flatMap(detectionsOf)];
  },
};

/** Ordinal, for a video that goes with the still by its name and time alone. */
const LIKELY_SCORE = 0.8;

function liveDetection({ bytes, isProved }: LiveVideo): Detection {
  return detection('hidden-media', { what: LIVE_VIDEO, bytes }, isProved ? 1 : LIKELY_SCORE, isProved);
}

function detectionsOf(part: Attachment): Detection[] {
  switch (part.what) {
    case 'preview':
      return [];
    case 'earlier picture':
      return [partDetection('earlier-picture', part, 1)];
    case 'vendor trailer':
      return [partDetection('trailing-data', part, 0.1)];
    case 'unknown':
      return [partDetection('trailing-data', part, part.bytes < SMALLEST ? 0.2 : 1)];
    case 'gain map':
      return [partDetection('gain-map', part, 1)];
    case 'motion video':
      // Its own boxes say that it is a video, whether the file names it or not: once is enough.
      return [partDetection('hidden-media', part, 1)];
    default:
      // What the file itself does not name is behind its picture for another reason than its camera's.
      return [
        partDetection('hidden-media', part, 1),
        ...(part.isNamed ? [] : [partDetection('trailing-data', part, 1)]),
      ];
  }
}

function partDetection(label: ContainerLabel, { what, bytes, offset, isProved }: Attachment, score: number): Detection {
  // A trailer or a preview of no consequence must not count because its structure is certain.
  return detection(label, { what, bytes, offset }, score, isProved && score === 1);
}

interface PartEvidence {
  readonly what: HiddenKind;
  readonly bytes: number;
  readonly offset?: number;
}

function detection(label: ContainerLabel, evidence: PartEvidence, score: number, proved: boolean): Detection {
  const source = { picture: 'file', atMs: null } as const;
  return { detector: CONTAINER.id, label, score, proved, source, region: null, evidence: { ...evidence } };
}
