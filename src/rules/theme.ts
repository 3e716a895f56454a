// Rules on what a photo is about. They are low: a theme gives nothing away, but services choose
// photos by it.
import type { Rule } from './rule.js';

const LOOKS_AT = 'The upright picture, in which one network finds people and things of 79 kinds.';
const PROOF = 'Nothing proves a theme.';

export const THEME_RULES: readonly Rule[] = [
  {
    id: 'theme/pet',
    title: 'pet',
    severity: 'low',
    detector: 'objects',
    labels: ['pet'],
    // On photos kept apart: 90 % of the pets, 1.3 % of the other photos (docs/accuracy.md).
    minScore: 0.25,
    scoreKind: 'ordinal',
    meaning: 'A dog or a cat. One finding for the photo.',
    looksAt: LOOKS_AT,
    proof: PROOF,
    cannotSee:
      'Other pets, and dogs and cats that are small, half hidden or next to people. A fox may be taken for a dog.',
  },
  {
    id: 'theme/vehicle',
    title: 'vehicle',
    severity: 'low',
    detector: 'objects',
    labels: ['vehicle'],
    // On photos kept apart: 45 % of the photos of vehicles, 0.7 % of the others (docs/accuracy.md).
    minScore: 0.25,
    scoreKind: 'ordinal',
    meaning:
      'A car, motorcycle, bus, train, truck, airplane or boat that fills at least 8 % of the picture. One finding for the photo.',
    looksAt: LOOKS_AT,
    proof: PROOF,
    cannotSee: 'Vehicles in the background and of other kinds, and about half of the others.',
  },
];
