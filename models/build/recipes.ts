// How each model is built from the files of its package, in the order of `source.files` in the
// manifest.
import type { ModelId } from '../../src/inference/models.js';
import { childPerson } from './child-person.js';
import { faceAgeGender } from './face-age-gender.js';
import { faceAges } from './face-ages.js';
import { faceChild } from './face-child.js';
import { faceSsd } from './face-ssd.js';
import { objects } from './objects.js';
import { textDetection, textRecognition } from './text.js';
import { textScript } from './text-script.js';
import { readWeights, type Weights } from './weights.js';

export interface Built {
  readonly model: Uint8Array;
  readonly labels?: Uint8Array;
}

export const RECIPES: Record<ModelId, (...sources: readonly Uint8Array[]) => Built> = {
  'face-ssd': (list, bin) => ({ model: faceSsd(weights(list, bin)) }),
  'face-age-gender': (list, bin) => ({ model: faceAgeGender(weights(list, bin)) }),
  'face-ages': (list, bin) => ({ model: faceAges(weights(list, bin)) }),
  'face-child': (list, bin) => ({ model: faceChild(weights(list, bin)) }),
  'child-person': (list, bin) => ({ model: childPerson(weights(list, bin)) }),
  objects: (model, bin) => ({ model: objects(new TextDecoder().decode(needed(model)), weights(model, bin)) }),
  'text-detection': (shipped) => ({ model: textDetection(needed(shipped)) }),
  'text-recognition': (shipped, characters) => ({
    model: textRecognition(needed(shipped)),
    labels: needed(characters),
  }),
  'text-script': (list, bin) => ({ model: textScript(weights(list, bin)) }),
};

function weights(list: Uint8Array | undefined, bin: Uint8Array | undefined): Weights {
  return readWeights(new TextDecoder().decode(needed(list)), needed(bin));
}

function needed(source: Uint8Array | undefined): Uint8Array {
  if (!source) throw new Error('the manifest names too few source files');
  return source;
}
