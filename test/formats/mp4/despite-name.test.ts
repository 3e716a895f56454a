// Boxes that are harmless by their names, padding, and bytes between the frames that no table
// names: harmless only while nothing in them can be read.
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { readerOf } from '../../../src/formats/byte-reader.js';
import { describeVideo } from '../../../src/formats/mp4/description.js';
import { jpeg } from '../../helpers/attachments.js';
import { PLACE, rmc } from '../../helpers/telemetry.js';
import { PICTURES, SOUND, timedVideo } from '../../helpers/timed-tracks.js';
import { readVideo } from '../../helpers/video-boxes.js';

const MAIL = Buffer.from('written by erika.mustermann@example.org');
const AT_PLACE = { latitude: expect.closeTo(PLACE[0], 3), longitude: expect.closeTo(PLACE[1], 3) };
const plain = { tracks: [PICTURES, SOUND] };
const textsOf = (video: Buffer) => describeVideo(readerOf(video)).tags.map(({ value }) => value);
const attachmentsOf = (video: Buffer) => describeVideo(readerOf(video)).attachments;

describe('a box that is harmless by its name', () => {
  it.each(['free', 'skip', 'wide', 'pnot', 'PICT', 'emsg', 'sidx'])('%s is read for texts', (type) => {
    expect(textsOf(timedVideo({ ...plain, before: [box(type, Buffer.alloc(20, 3), MAIL)] }))).toContain(`${MAIL}`);
  });

  it('is read for places', async () => {
    const video = timedVideo({ ...plain, after: [box('wide', Buffer.from('geo:48.8656,2.3212'))] });
    expect(await readVideo(video)).toMatchObject({ location: AT_PLACE });
  });

  it.each(['free', 'PICT'])('%s with a picture holds a second picture', async (type) => {
    const picture = await jpeg();
    const video = timedVideo({ ...plain, after: [box(type, picture)] });
    expect(attachmentsOf(video)).toEqual([
      {
        what: 'second picture',
        isProved: true,
        isNamed: false,
        offset: video.length - picture.length,
        bytes: picture.length,
      },
    ]);
  });

  it('is harmless with the thumbnail that its name states', async () => {
    expect(attachmentsOf(timedVideo({ ...plain, description: [box('udta', box('THMB', await jpeg()))] }))).toEqual([]);
  });

  it('is harmless with zeros, and with what encoders write about themselves', () => {
    const encoder = Buffer.from('x264 - core 157 - H.264/MPEG-4 AVC codec - http://www.videolan.org/x264.html');
    const video = timedVideo({ ...plain, before: [box('free', Buffer.alloc(4000)), box('skip', encoder)] });
    expect(describeVideo(readerOf(video))).toMatchObject({ tags: [], attachments: [], unknownParts: [] });
  });
});

describe('between the frames of a video, what no table names', () => {
  it('is read for sentences of a receiver', async () => {
    expect(await readVideo(timedVideo({ ...plain, after: [box('mdat', Buffer.from(rmc()))] }))).toMatchObject({
      location: AT_PLACE,
    });
  });

  it('is read for texts, in the box of the frames too', () => {
    const [first, second] = [Buffer.alloc(60, 0x5a), Buffer.from('\0\0\0\x02 09 ')];
    const unlisted = timedVideo({ tracks: [{ ...PICTURES, samples: [first, MAIL, second] }] });
    // The second of three samples gets the length 0.
    const lengths = unlisted.indexOf('stsz') + 16;
    unlisted.writeUInt32BE(0, lengths + 4);
    expect(textsOf(unlisted)).toContain(`${MAIL}`);
  });

  it('is searched for pictures', async () => {
    const picture = await jpeg();
    expect(attachmentsOf(timedVideo({ ...plain, after: [box('mdat', picture)] }))).toMatchObject([
      { what: 'second picture', bytes: picture.length },
    ]);
  });

  it('is nothing where all is listed', () => {
    expect(describeVideo(readerOf(timedVideo(plain)))).toMatchObject({ tags: [], attachments: [], unknownParts: [] });
  });
});

describe('samples of a track', () => {
  it.each([
    ['tmcd', 'tmcd'],
    ['clcp', 'c608'],
    ['soun', 'zzzz'],
    ['vide', 'hvc1'],
  ])('of the harmless handler %s with a text are read', (handler, coding) => {
    expect(textsOf(timedVideo({ tracks: [PICTURES, { handler, coding, samples: [MAIL] }] }))).toContain(`${MAIL}`);
  });

  it('with texts are all read', () => {
    const cue = (words: string) => Buffer.concat([uint(words.length, 2), Buffer.from(words)]);
    const samples = Array.from({ length: 300 }, (_, n) => cue(n === 150 ? `${MAIL}` : `cue ${n}`));
    const video = timedVideo({
      tracks: [PICTURES, { handler: 'sbtl', coding: 'tx3g', entry: Buffer.alloc(38), samples }],
    });
    expect(textsOf(video)).toContain(`${MAIL}`);
  });

  it('with more texts than any video are a part that was not read in full', () => {
    const samples = Array.from({ length: 5100 }, () => Buffer.from('\0\x05hello'));
    const video = timedVideo({
      tracks: [PICTURES, { handler: 'sbtl', coding: 'tx3g', entry: Buffer.alloc(38), samples }],
    });
    expect(describeVideo(readerOf(video)).unknownParts).toEqual(['subtitle']);
  });
});
