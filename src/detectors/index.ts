// The registry: every detector, in the order in which they run.

import { codes } from './codes/index.js';
import { container } from './container/index.js';
import type { Detector } from './detector.js';
import { documents } from './documents/index.js';
import { embeddedOriginal } from './embedded-original/index.js';
import { faces } from './faces/index.js';
import { metadata } from './metadata/index.js';
import { printedValues } from './printed-values/index.js';
import { sidecars } from './sidecars/index.js';

export const DETECTORS: readonly Detector[] = [
  metadata,
  sidecars,
  container,
  faces,
  documents,
  printedValues,
  codes,
  // After those that decode the picture: it needs so little of it that alone it decodes it small.
  embeddedOriginal,
];
