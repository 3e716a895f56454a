// OneDrive's grouping of photos by the people in them.
import type { ClaimSource, ServiceProfile } from './profile.js';

const PRESS: readonly ClaimSource[] = [
  { by: 'PCMag, via Slashdot', on: '2025-10' },
  { by: 'reclaimthenet', on: '2025-10' },
  { by: 'windowsforum', on: '2025-10' },
];

export const ONEDRIVE: ServiceProfile = {
  name: 'onedrive',
  title: 'OneDrive’s people grouping',
  company: 'Microsoft',
  profileDate: '2025-10',
  regions: { offers: [], exclusions: [] },
  default: {
    value: 'on',
    claims: [{ text: 'In the preview, people grouping is on by default.', reported: PRESS }],
  },
  access: { value: [], claims: [] },
  window: {
    value: 'everything',
    claims: [{ text: 'It looks through all photos that are stored there.', reported: PRESS }],
  },
  selects: { value: [], claims: [] },
  learns: {
    value: ['faces', 'people'],
    claims: [{ text: 'It groups photos by the faces in them.', reported: PRESS }],
  },
  forAds: { value: null, claims: [] },
  trains: { value: 'no', claims: [{ text: 'The photos are not used for training.', reported: PRESS }] },
  keeps: {
    value: 30,
    claims: [{ text: 'Facial data are gone 30 days after it is switched off.', reported: PRESS }],
  },
  switchOff: {
    claims: [
      {
        text: '“You can only turn off this setting 3 times a year.”',
        reported: PRESS,
        against: [
          {
            text: 'Whether three changes or three times off are meant is disputed among these reports.',
            reported: PRESS,
          },
        ],
      },
    ],
  },
  recipient: [],
  unknowable: ['whose faces it groups', 'what it does with them'],
};
