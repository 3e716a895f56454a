// Facebook's "cloud processing" of the camera roll. The sources are reports by others, not Meta's
// own pages.
import type { ServiceProfile } from './profile.js';

const JULY_ARTICLE = {
  by: '“Meta AI : Facebook demande l’accès aux photos privées de votre galerie”',
  on: '2025-07',
} as const;

export const META_CAMERA_ROLL: ServiceProfile = {
  name: 'meta-camera-roll',
  title: 'Meta’s camera roll feature',
  company: 'Meta',
  profileDate: '2025-10-18',
  windowDays: 30,
  selects: ['recent', 'place', 'theme'],
  learns: ['faces', 'people', 'objects', 'date', 'place'],
  facts: [
    {
      topic: 'offer',
      text: 'Facebook offers it when a person creates a new Story. It was first seen in June 2025, as a test in the US and Canada.',
      reported: [
        { by: 'TechCrunch', on: '2025-06-27' },
        { by: 'TechSpot (techspot.com/news/108497)', on: '2025' },
      ],
    },
    {
      topic: 'selection',
      text: 'The prompt reads: “we’ll select media from your camera roll and upload it to our cloud on an ongoing basis, based on info like time, location, or themes”. Themes are “like birthdays or graduations”.',
      reported: [
        { by: 'the prompt’s text, TechCrunch', on: '2025-06' },
        { by: 'the prompt’s text, Mashable', on: '2025-06' },
      ],
    },
    {
      topic: 'use',
      text: 'Only the person sees the suggestions. The media “won’t be used for ads targeting”, and “we’ll check it for safety and integrity purposes”.',
      reported: [
        { by: 'the prompt’s text, TechCrunch', on: '2025-06' },
        { by: 'the prompt’s text, Mashable', on: '2025-06' },
      ],
    },
    {
      topic: 'terms',
      text: 'A person who accepts agrees to Meta’s AI Terms (in force since 23 June 2024). Media and facial features are analysed. Information such as the date and the presence of people or objects is used. Meta may “retain and use” personal information, and people may review interactions.',
      reported: [
        { by: 'TechCrunch', on: '2025-06-27' },
        { by: 'The Verge', on: '2025-06' },
      ],
    },
    {
      topic: 'window',
      text: 'It considers 30 days of the camera roll at a time, but suggestions by theme (pets, weddings, graduations) “may include media that is older than 30 days”.',
      reported: [{ by: 'Meta’s help page, TechCrunch', on: '2025-06-27' }, JULY_ARTICLE],
    },
    {
      topic: 'deletion',
      text: 'Uploaded media are stored for 30 days.',
      reported: [JULY_ARTICLE],
      disputed: {
        text: 'Uploaded media are deleted within 30 days after the feature is switched off.',
        reported: [{ by: 'roundtimes.com', on: '2025' }],
      },
    },
    {
      topic: 'upload',
      text: 'Thumbnails of unpublished photos are uploaded.',
      reported: [JULY_ARTICLE],
      disputed: {
        text: 'The prompt says that “media” is uploaded.',
        reported: [{ by: 'the prompt’s text, TechCrunch', on: '2025-06' }],
      },
    },
    {
      topic: 'training',
      text: 'During the test, the photos did not train AI models (Ryan Daniels and Maria Cubeta for Meta). Meta did not answer what happens later, and the terms do not exclude training.',
      reported: [{ by: 'The Verge', on: '2025-06' }, JULY_ARTICLE],
    },
    {
      topic: 'training',
      text: 'It was rolled out in the US and Canada as an opt-in. Photos train models only if they are edited with Meta’s tools or shared.',
      reported: [
        { by: 'ai-today.blog', on: '2025-10-18' },
        { by: 'mathrubhumi.com', on: '2025-10' },
      ],
    },
    {
      topic: 'switch',
      text: 'It is an opt-in.',
      reported: [{ by: 'ai-today.blog', on: '2025-10-18' }],
      disputed: {
        text: 'Some people found the switches already on.',
        reported: [{ by: 'ZDNET, copied at gokawiil.com/article/94606', on: '2025' }],
      },
    },
    {
      topic: 'switch',
      text: 'It can be switched off in the mobile app only, under Settings & privacy > Settings > Preferences > Camera roll sharing suggestions (two switches).',
      reported: [
        { by: 'moneycontrol.com', on: '2025' },
        { by: 'findarticles.com', on: '2025-10' },
      ],
    },
  ],
  unknowable: ['which photos it really selects', 'what it keeps', 'what it does with them'],
  switchOff:
    'In the mobile app, open Settings & privacy > Settings > Preferences > Camera roll sharing suggestions, and turn both switches off.',
};
