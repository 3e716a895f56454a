// What sidecar files reveal about a photo. The photo itself does not carry it, so sidecars have
// rules of their own.
import type { Detection } from '../../types/detection.js';
import type { FoundSidecar } from '../../types/metadata.js';
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

function toDetections(sidecar: FoundSidecar): Detection[] {
  const { kind, said, sha256 } = sidecar;
  const label: SidecarLabel = 'sidecar-edit';
  const edit = { detector: SIDECARS.id, label, score: 1, proved: true, source: SOURCE, region: null };
  const stated = said ? metadataDetections(said).map((seen) => ofSidecar(seen, kind)) : [];
  const found = kind === 'edit' ? [{ ...edit, evidence: { kind } }, ...stated] : stated;
  return found.map((each) => ({ ...each, otherFile: sha256 }));
}

function ofSidecar(seen: ReturnType<typeof metadataDetections>[number], kind: FoundSidecar['kind']): Detection {
  return {
    ...seen,
    detector: SIDECARS.id,
    label: sidecarLabel(seen.label),
    source: SOURCE,
    evidence: { ...seen.evidence, kind },
  };
}
