// The ids of the models. models/manifest.json describes each one.

export const MODEL_IDS = [
  'face-ssd',
  'face-age-gender',
  'face-ages',
  'face-child',
  'objects',
  'child-person',
  'text-detection',
  'text-recognition',
  'text-script',
] as const;
export type ModelId = (typeof MODEL_IDS)[number];
