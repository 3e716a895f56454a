// The registry: every service profile, by the name that `--service` takes.
import { META_CAMERA_ROLL } from './meta-camera-roll.js';
import type { ServiceProfile } from './profile.js';

export const SERVICES: Readonly<Record<string, ServiceProfile>> = { [META_CAMERA_ROLL.name]: META_CAMERA_ROLL };

/** Undefined for a name that no profile has. */
export function serviceByName(name: string): ServiceProfile | undefined {
  return Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined;
}
