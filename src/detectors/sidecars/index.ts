// What files beside the photo say of it. The photo itself does not carry that, so it has a rule of its own.
import type { Detection } from '../../types/detection.js';
import type { Sidecar } from '../../types/metadata.js';
import type { Detector } from '../detector.js';
import { metadata, sayMetadata } from '../metadata/index.js';

const SOURCE = { picture: 'sidecar', atMs: null } as const;

export const sidecars: Detector = {
  id: 'sidecars',
  title: 'sidecars',
  description:
    'Place, people, time and texts in XMP and Google Takeout files beside the photo, and Apple’s record of an edit.',
  // It looks at nothing of the photo itself.
  needs: [],
  labels: [...metadata.labels.map(besideIt), 'sidecar-edit'],
  models: [],
  async detect(photo) {
    return (await photo.sidecars()).flatMap(say);
  },
};

function say(sidecar: Sidecar): Detection[] {
  if (sidecar.kind === 'edit') {
    const seen = { detector: 'sidecars', label: 'sidecar-edit', score: 1, proved: true, source: SOURCE };
    return [{ ...seen, region: null, evidence: { kind: 'edit' } }];
  }
  return sayMetadata(sidecar.said).map((seen) => ({
    ...seen,
    detector: 'sidecars',
    label: besideIt(seen.label),
    source: SOURCE,
    evidence: { ...seen.evidence, kind: sidecar.kind },
  }));
}

function besideIt(label: string): string {
  return `sidecar-${label}`;
}
