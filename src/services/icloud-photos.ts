// Enhanced Visual Search in Apple's Photos.
import type { ClaimSource, ServiceProfile } from './profile.js';

const PRESS: readonly ClaimSource[] = [
  { by: 'Apple’s legal text, via Android Authority', on: '2024-12-30' },
  { by: 'Apple’s legal text, via iClarified', on: '2024-12-29' },
];

export const ICLOUD_PHOTOS: ServiceProfile = {
  name: 'icloud-photos',
  title: 'Enhanced Visual Search in Apple’s Photos',
  company: 'Apple',
  profileDate: '2024-12-30',
  regions: {
    offers: [
      {
        countries: null,
        since: '2024-10-28',
        text: 'Enhanced Visual Search exists since 28 October 2024.',
        reported: PRESS,
      },
    ],
    exclusions: [],
  },
  default: { value: 'on', claims: [{ text: 'It is on by default.', reported: PRESS }] },
  access: {
    value: ['embeddings'],
    claims: [{ text: 'Encrypted embeddings of landmarks in photos are sent.', reported: PRESS }],
  },
  window: {
    value: 'everything',
    claims: [{ text: 'It looks for landmarks in the whole library.', reported: PRESS }],
  },
  selects: { value: [], claims: [] },
  learns: {
    value: [],
    claims: [
      {
        text: 'Embeddings of landmarks are encrypted; faces and search stay on the device.',
        reported: PRESS,
      },
    ],
  },
  forAds: { value: null, claims: [] },
  trains: { value: null, claims: [] },
  keeps: { value: null, claims: [] },
  switchOff: { claims: [] },
  recipient: ['icloud-shared-album'],
  unknowable: ['which photos are compared with landmarks'],
};
