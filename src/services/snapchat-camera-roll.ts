// Snapchat, which labels Memories and, with the permission to read it, the camera roll.
import type { ClaimSource, ServiceProfile } from './profile.js';

const OWN_PAGE: ClaimSource = { by: 'values.snap.com, privacy by product, Memories', on: null, ownPage: true };

export const SNAPCHAT_CAMERA_ROLL: ServiceProfile = {
  name: 'snapchat-camera-roll',
  title: 'Snapchat’s access to the camera roll',
  company: 'Snap',
  profileDate: '2025-10-01',
  regions: { offers: [], exclusions: [] },
  default: {
    value: 'asked',
    claims: [
      {
        text: 'It looks at “the content in your device’s camera roll, if you’ve granted us access”.',
        reported: [OWN_PAGE],
      },
    ],
  },
  access: { value: [], claims: [] },
  window: {
    value: 'everything',
    claims: [
      {
        text: 'It labels Memories “as well as the content in your device’s camera roll”. My Eyes Only is encrypted and left out.',
        reported: [OWN_PAGE],
      },
    ],
  },
  selects: {
    value: ['time', 'place'],
    claims: [{ text: 'Photos are grouped by time and place.', reported: [OWN_PAGE] }],
  },
  learns: {
    value: ['objects', 'date', 'place'],
    claims: [
      {
        text: 'Photos get labels by their content, for search, for Spotlight and for ads, and are grouped by time and place.',
        reported: [OWN_PAGE],
      },
    ],
  },
  forAds: { value: 'yes', claims: [{ text: 'The labels serve ads as well.', reported: [OWN_PAGE] }] },
  trains: { value: null, claims: [] },
  keeps: {
    value: null,
    claims: [{ text: 'Memories have a limit of 5 GB.', reported: [{ by: 'LBC', on: '2025-10-01' }] }],
  },
  switchOff: { claims: [] },
  recipient: [],
  unknowable: ['which labels it gives', 'what it does with them'],
};
