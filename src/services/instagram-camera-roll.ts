// Instagram's suggestions of reels from the camera roll.
import type { ClaimSource, ServiceProfile } from './profile.js';

const OWN_PAGE: readonly ClaimSource[] = [{ by: 'help.instagram.com/6232621926851479', on: '2024', ownPage: true }];

export const INSTAGRAM_CAMERA_ROLL: ServiceProfile = {
  name: 'instagram-camera-roll',
  title: 'Instagram’s suggestions from the camera roll',
  company: 'Meta',
  profileDate: '2024',
  regions: { offers: [], exclusions: [] },
  default: {
    value: 'asked',
    claims: [{ text: 'It needs the permission to read the camera roll.', reported: OWN_PAGE }],
  },
  access: {
    value: ['metadata'],
    claims: [
      {
        text: 'It uses metadata of photos: how recent they are, where they were taken, whether they are favourites, whether people or animals are present.',
        reported: OWN_PAGE,
      },
    ],
  },
  window: { value: null, claims: [] },
  selects: {
    value: ['time', 'place', 'object', 'person'],
    claims: [
      {
        text: 'Reels are suggested by how recent photos are, where they were taken, whether they are favourites, and whether people or animals are present.',
        reported: OWN_PAGE,
      },
    ],
  },
  learns: {
    value: ['people', 'objects', 'date', 'place'],
    claims: [
      {
        text: 'It uses when and where photos were taken, and whether people or animals are present.',
        reported: OWN_PAGE,
      },
    ],
  },
  forAds: { value: null, claims: [] },
  trains: { value: null, claims: [] },
  keeps: { value: null, claims: [] },
  switchOff: { claims: [] },
  recipient: ['facebook-instagram-post'],
  unknowable: ['whether the pictures themselves leave the phone', 'what it keeps'],
};
