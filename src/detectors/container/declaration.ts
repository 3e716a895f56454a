// What the container detector declares: what the file of a still picture carries besides the
// picture.
import type { AttachmentKind } from '../../formats/attachment.js';
import type { Declaration } from '../declaration.js';

/** Evidence `what` of a Live Photo's video; the value is permanent. */
export const LIVE_VIDEO = 'live film';

/** Evidence `what` of this detector. */
export type HiddenKind = AttachmentKind | typeof LIVE_VIDEO;

const PART = { what: 'shown', bytes: 'shown', offset: 'shown' } as const;

export const CONTAINER = {
  id: 'container',
  title: 'hidden media',
  needs: ['container'],
  labels: { 'hidden-media': PART, 'gain-map': PART, 'trailing-data': PART, 'earlier-picture': PART },
  models: [],
} as const satisfies Declaration;

export type ContainerLabel = keyof typeof CONTAINER.labels;
