// The registry: every service profile. `--service` takes their names.

import { GOOGLE_PHOTOS } from './google-photos.js';
import { ICLOUD_PHOTOS } from './icloud-photos.js';
import { INSTAGRAM_CAMERA_ROLL } from './instagram-camera-roll.js';
import { META_CAMERA_ROLL } from './meta-camera-roll.js';
import { ONEDRIVE } from './onedrive.js';
import type { ServiceProfile } from './profile.js';
import { SNAPCHAT_CAMERA_ROLL } from './snapchat-camera-roll.js';

export const SERVICES: readonly ServiceProfile[] = [
  META_CAMERA_ROLL,
  INSTAGRAM_CAMERA_ROLL,
  SNAPCHAT_CAMERA_ROLL,
  GOOGLE_PHOTOS,
  ONEDRIVE,
  ICLOUD_PHOTOS,
];
