// Facebook's "cloud processing" of the camera roll. The sources are reports by others, not Meta's
// own pages.
import { EUROPEAN_UNION } from './countries.js';
import type { ClaimSource, ServiceProfile } from './profile.js';

const JULY_ARTICLE: ClaimSource = {
  by: '“Meta AI : Facebook demande l’accès aux photos privées de votre galerie”',
  on: '2025-07',
};
const PROMPT: readonly ClaimSource[] = [
  { by: 'the prompt’s text, TechCrunch', on: '2025-06' },
  { by: 'the prompt’s text, Mashable', on: '2025-06' },
];
const CNET: ClaimSource = { by: 'CNET, copied at ssbcrack', on: '2025' };
const LUBOSDUSEK: ClaimSource = { by: 'lubosdusek.com', on: '2026-04' };
const SCRIBBLELEADS: ClaimSource = { by: 'Meta, as quoted by scribbleleads', on: '2026-04-16' };
const ROLLOUT: readonly ClaimSource[] = [
  { by: 'Meta’s newsroom, as quoted by Social Media Today', on: '2025-10' },
  { by: 'Phonandroid', on: '2025-10-20' },
  { by: 'Clubic', on: '2025-10-18' },
];
const EUROPE: readonly ClaimSource[] = [
  SCRIBBLELEADS,
  { by: 'Meta, as quoted by reelwarp', on: '2026-04' },
  { by: 'Meta, as quoted by lubosdusek.com', on: '2026-04' },
];

export const META_CAMERA_ROLL: ServiceProfile = {
  name: 'meta-camera-roll',
  title: 'Meta’s camera roll feature',
  company: 'Meta',
  profileDate: '2026-06-22',
  regions: {
    offers: [
      {
        countries: ['US', 'CA'],
        since: '2025-06',
        limit: 'as a test',
        text: 'A test in the US and Canada, offered when a person makes a Story.',
        reported: [
          { by: 'TechCrunch', on: '2025-06-27' },
          { by: 'TechSpot (techspot.com/news/108497)', on: '2025' },
        ],
      },
      {
        countries: ['US', 'CA'],
        since: '2025-10-17',
        text: 'Everybody in the US and Canada; suggestions appear in Stories, Feed and Memories.',
        reported: ROLLOUT,
      },
      {
        countries: [...EUROPEAN_UNION, 'GB'],
        since: '2026-04-16',
        text: 'The EU and the UK: it “analyzes media in your camera roll to find standout moments”, those “lost among screenshots, receipts and random snapshots”.',
        reported: EUROPE,
        against: [
          {
            text: 'One page states that photos are first analysed on the device; no other does.',
            reported: [{ by: 'setupai.cc', on: '2026' }],
          },
        ],
      },
    ],
    exclusions: [
      {
        countries: ['US'],
        states: ['Illinois', 'Texas'],
        text: 'It is not offered in Illinois and Texas.',
        reported: [CNET, LUBOSDUSEK],
      },
    ],
  },
  default: {
    value: 'asked',
    claims: [
      {
        text: 'It is an opt-in.',
        reported: [...ROLLOUT, ...EUROPE],
        against: [
          {
            text: 'Some people found the switches already on.',
            reported: [
              { by: 'ZDNET, copied at gokawiil.com/article/94606', on: '2025' },
              { by: 'CommentCaMarche', on: '2025-09-02' },
            ],
          },
        ],
      },
    ],
  },
  access: {
    value: ['metadata', 'thumbnails', 'copies'],
    claims: [
      {
        text: '“We’ll select media from your camera roll and upload it to our cloud on an ongoing basis, based on info like time, location, or themes.”',
        reported: PROMPT,
      },
      {
        text: 'Thumbnails of unpublished photos are uploaded.',
        reported: [JULY_ARTICLE],
        against: [{ text: 'The prompt states that “media” is uploaded.', reported: PROMPT }],
      },
    ],
  },
  window: {
    value: 30,
    claims: [
      {
        text: 'It looks at 30 days of the camera roll at a time, but suggestions by theme (pets, weddings, graduations) “may include media that is older than 30 days”.',
        reported: [{ by: 'Meta’s help page, as quoted by TechCrunch', on: '2025-06-27' }, JULY_ARTICLE],
      },
    ],
  },
  selects: {
    value: ['time', 'place', 'theme', 'object', 'person'],
    claims: [
      { text: 'It chooses by “info like time, location, or themes”.', reported: PROMPT },
      {
        text: 'Objects and people are named as criteria, too.',
        reported: [{ by: 'grafexmedia', on: '2026-04' }],
      },
    ],
  },
  learns: {
    value: ['faces', 'people', 'objects', 'date', 'place'],
    claims: [
      {
        text: 'A person who accepts agrees to Meta’s AI Terms (in force since 23 June 2024): facial features, the date and the presence of people and objects are analysed.',
        reported: [
          { by: 'TechCrunch', on: '2025-06-27' },
          { by: 'The Verge', on: '2025-06' },
          { by: 'Digital Camera World', on: '2025-06' },
        ],
      },
      { text: 'The location of a photo is among what it chooses by.', reported: PROMPT },
    ],
  },
  forAds: {
    value: 'no',
    claims: [
      {
        text: 'The media are not used for ad targeting.',
        reported: [...PROMPT, { by: 'Meta', on: '2025-10' }, { by: 'Meta', on: '2026-04' }],
        against: [{ text: 'Not “unless saved or published”.', reported: [{ by: 'infosunrise', on: '2025-10-21' }] }],
      },
    ],
  },
  trains: {
    value: 'partly',
    claims: [
      {
        text: 'Photos train models only if they are edited with Meta’s AI tools or shared, according to a spokesperson.',
        reported: [{ by: 'The Verge, as quoted by TechEdt', on: '2025-10' }],
        against: [
          {
            text: 'Not “unless published”; whether an edit that is not published counts is not stated.',
            reported: [{ by: 'scribbleleads', on: '2026-04-16' }],
          },
        ],
      },
    ],
  },
  keeps: {
    value: 30,
    claims: [
      {
        text: 'Uploads are gone within 30 days after it is switched off.',
        reported: [CNET],
        against: [
          { text: 'They are stored for up to 30 days in any case.', reported: [{ by: 'faharas', on: '2025-10' }] },
          { text: 'They are kept “indefinitely”.', reported: [{ by: 'thetechbasic', on: '2025-06-28' }] },
        ],
      },
      {
        text: 'Under the AI Terms Meta may “retain and use” personal information, and people may review it.',
        reported: [
          { by: 'TechCrunch', on: '2025-06-27' },
          { by: 'The Verge', on: '2025-06' },
          { by: 'Digital Camera World', on: '2025-06' },
        ],
      },
      { text: 'The only way to see what was uploaded is to download the account.', reported: [CNET] },
    ],
  },
  switchOff: {
    claims: [
      {
        text: 'In the mobile app only: Settings & privacy > Settings > Preferences > Camera roll sharing suggestions; turn both switches off.',
        reported: [
          { by: 'findarticles', on: '2025-10' },
          { by: 'AIbase', on: '2025-10' },
        ],
        against: [
          {
            text: 'Another path: +, Story, the gear.',
            reported: [{ by: 'thetechbasic', on: '2025-06-28' }],
          },
        ],
      },
    ],
  },
  recipient: ['facebook-instagram-post'],
  unknowable: [
    'which photos it really selects',
    'whether screenshots and documents are uploaded before they are sorted out',
    'what it keeps',
    'what it does with them',
  ],
};
