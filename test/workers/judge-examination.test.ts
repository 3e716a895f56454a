import { expect, it } from 'vitest';
import { judgeExamination } from '../../src/workers/judge-examination.js';

const SEEN = { problems: 0, ofPhoto: 0, completed: 2, isBlind: false, hasSeen: false };

it.each([
  ['nothing is missing', {}, 'full'],
  ['nothing is missing, and nothing was found', { completed: 0 }, 'full'],
  ['only a file alongside it could not be read', { problems: 1, completed: 0 }, 'partial'],
  ['one of its parts could not be read', { problems: 2, ofPhoto: 1 }, 'partial'],
  ['no detector came to the end of it', { problems: 1, ofPhoto: 1, completed: 0, hasSeen: true }, 'none'],
  ['its picture could not be seen', { problems: 1, ofPhoto: 1, isBlind: true }, 'none'],
  [
    'its picture could not be seen, but the rest had something',
    { problems: 1, ofPhoto: 1, isBlind: true, hasSeen: true },
    'partial',
  ],
])('if %s', (_, seen, examination) => {
  expect(judgeExamination({ ...SEEN, ...seen })).toBe(examination);
});
