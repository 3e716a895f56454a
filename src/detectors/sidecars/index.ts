// What sidecar files reveal about a photo. The photo itself does not carry it, so sidecars have
// rules of their own.
import type { Detection } from '../../types/detection.js';
import type { Sidecar } from '../../types/metadata.js';
import type { Detector } from '../detector.js';
import { metadataDetections } from '../metadata/index.js';
import { SIDECARS, type SidecarLabel, sidecarLabel } from './declaration.js';

const SOURCE = { picture: 'sidecar', atMs: null } as const;

export const sidecars: Detector = {
  ...SIDECARS,
  async detect(photo) {
    return (await photo.sidecars()).flatMap(toDetections);
  },
};

function toDetections(sidecar: Sidecar): Detection[] {
  if (sidecar.kind === 'edit') {
    const label: SidecarLabel = 'sidecar-edit';
    const seen = { detector: SIDECARS.id, label, score: 1, proved: true, source: SOURCE, region: null };
    return [{ ...seen, evidence: { kind: sidecar.kind } }];
  }
  return metadataDetections(sidecar.said).map((seen) => ({
    ...seen,
    detector: SIDECARS.id,
    label: sidecarLabel(seen.label),
    source: SOURCE,
    evidence: { ...seen.evidence, kind: sidecar.kind },
  }));
}
