// The registry: every service profile. `--service` takes their names.
import { META_CAMERA_ROLL } from './meta-camera-roll.js';
import type { ServiceProfile } from './profile.js';

export const SERVICES: readonly ServiceProfile[] = [META_CAMERA_ROLL];
