// The names of the models. What each is stands in models/manifest.json.

export const MODEL_IDS = [
  'face-ssd',
  'face-age-gender',
  'face-ages',
  'objects',
  'child-person',
  'text-detection',
  'text-recognition',
] as const;
export type ModelId = (typeof MODEL_IDS)[number];
