// What the file of a still picture carries besides the picture: videos, sound, depth maps, further
// pictures, and data left by an edit.
import type { Attachment } from '../../types/attachment.js';
import type { Detection } from '../../types/detection.js';
import type { LiveVideo } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { CONTAINER, type ContainerLabel, type HiddenKind, LIVE_VIDEO } from './declaration.js';

/**
 * Minimum size in bytes. Smaller data is a stray line break or a program's counter and has no room
 * for a picture.
 */
const SMALLEST = 16;

export const container: Detector = {
  ...CONTAINER,
  async detect(photo) {
    const live = await photo.liveVideo();
    return [...(live ? [liveDetection(live)] : []), ...(await photo.attachments()).flatMap(detectionsOf)];
  },
};

/** Ordinal score for a video that is paired with the still by its name and time alone. */
const LIKELY_SCORE = 0.8;

function liveDetection({ bytes, sha256, isProved }: LiveVideo): Detection {
  const video = detection('hidden-media', { what: LIVE_VIDEO, bytes }, isProved ? 1 : LIKELY_SCORE, isProved);
  return { ...video, otherFile: sha256 };
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
      // Its own boxes identify it as a video, even if the file does not declare it. One detection
      // is enough.
      return [partDetection('hidden-media', part, 1)];
    default:
      // Data that the file does not declare was not appended by the camera.
      return [
        partDetection('hidden-media', part, 1),
        ...(part.isNamed ? [] : [partDetection('trailing-data', part, 1)]),
      ];
  }
}

function partDetection(label: ContainerLabel, { what, bytes, offset, isProved }: Attachment, score: number): Detection {
  // A harmless trailer or preview must not count just because its structure is certain.
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
