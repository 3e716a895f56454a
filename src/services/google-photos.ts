// Google Photos, and Gemini's Personal Intelligence, which draws on it.
import { EUROPEAN_UNION } from './countries.js';
import type { ClaimSource, ServiceProfile } from './profile.js';

const OWN_PAGE: ClaimSource = { by: 'Google’s Gemini in Photos privacy hub', on: '2024-09', ownPage: true };
const PRESS: readonly ClaimSource[] = [
  { by: 'photoworkout', on: '2026' },
  { by: 'vucense', on: '2026' },
];
const GEMINI = 'Gemini’s Personal Intelligence';

export const GOOGLE_PHOTOS: ServiceProfile = {
  name: 'google-photos',
  title: 'the backup of Google Photos',
  company: 'Google',
  profileDate: '2026-06-29',
  regions: {
    offers: [
      {
        countries: ['US'],
        since: '2026-04-16',
        part: GEMINI,
        limit: 'to those who pay',
        text: 'Personal Intelligence draws on the library, for those who pay in the US.',
        reported: PRESS,
      },
      {
        countries: ['US'],
        since: '2026-06-29',
        part: GEMINI,
        text: 'Personal Intelligence draws on the library, for everybody in the US.',
        reported: PRESS,
        against: [{ text: 'Since 17 March 2026.', reported: [{ by: 'photoworkout or vucense', on: '2026' }] }],
      },
    ],
    exclusions: [
      {
        countries: [...EUROPEAN_UNION, 'GB', 'JP'],
        states: [],
        part: GEMINI,
        text: 'Personal Intelligence is off in the EU, the UK and Japan.',
        reported: PRESS,
      },
    ],
  },
  default: {
    value: null,
    claims: [{ text: 'Personal Intelligence is off by default.', reported: PRESS }],
  },
  access: {
    value: ['metadata', 'copies'],
    claims: [{ text: 'It has the library that is backed up, with its metadata.', reported: [OWN_PAGE] }],
  },
  window: {
    value: 'everything',
    claims: [{ text: 'It works on the whole library that is backed up.', reported: [OWN_PAGE] }],
  },
  selects: { value: [], claims: [] },
  learns: {
    value: ['faces', 'people', 'date', 'place'],
    claims: [
      {
        text: 'It groups faces, reads the metadata, and may estimate the age of people and the place of a photo.',
        reported: [OWN_PAGE],
      },
    ],
  },
  forAds: { value: 'no', claims: [{ text: 'Photos are not used for ads.', reported: [OWN_PAGE] }] },
  trains: {
    value: 'partly',
    claims: [{ text: 'Photos train no generative models outside Google Photos.', reported: [OWN_PAGE] }],
  },
  keeps: { value: null, claims: [] },
  switchOff: { claims: [] },
  recipient: ['google-photos-link'],
  unknowable: ['which ages and places it estimates', 'what it keeps of them'],
};
