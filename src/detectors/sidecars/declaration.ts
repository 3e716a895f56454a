// A sidecar reveals the same kinds of things as metadata, under labels of its own. `kind` is the
// kind of sidecar.
import type { Declaration, EvidenceMasks } from '../declaration.js';
import { METADATA, type MetadataLabel } from '../metadata/declaration.js';

export type SidecarLabel = `sidecar-${MetadataLabel}` | 'sidecar-edit';

export const sidecarLabel = (label: MetadataLabel): SidecarLabel => `sidecar-${label}`;

const of = (label: MetadataLabel): EvidenceMasks => ({ ...METADATA.labels[label], kind: 'shown' });

export const SIDECARS = {
  id: 'sidecars',
  title: 'sidecars',
  // Needs nothing from the photo itself.
  needs: [],
  labels: {
    'sidecar-location': of('location'),
    'sidecar-capture-time': of('capture-time'),
    'sidecar-person-name': of('person-name'),
    'sidecar-place-name': of('place-name'),
    'sidecar-country-name': of('country-name'),
    'sidecar-device-identity': of('device-identity'),
    'sidecar-other-text': of('other-text'),
    'sidecar-edit': { kind: 'shown' },
  } satisfies Record<SidecarLabel, EvidenceMasks>,
  models: [],
} as const satisfies Declaration;
