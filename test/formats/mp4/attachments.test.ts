// What the file of a video holds besides the video.
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { around, header, readVideo, spoken, utf8, video } from '../../helpers/video-boxes.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9]);

describe('besides a video', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['padding', Buffer.alloc(40)],
    ['a free box', box('free', utf8('some words that a program left'))],
    ['a stray line end', utf8('\r\n')],
  ])('%s is no attachment', async (_what, rest) => {
    const found = await readVideo(Buffer.concat([video(), rest]));
    expect(found.attachments).toEqual([]);
    expect(found.isComplete).toBe(true);
  });

  it('bytes that are no box are reported by offset and length, and the video is read whole', async () => {
    const whole = video();
    const found = await readVideo(Buffer.concat([whole, Buffer.alloc(100, 0xab)]));
    expect(found.attachments).toMatchObject([{ what: 'unknown', offset: whole.length, bytes: 100 }]);
    expect(found.isComplete).toBe(true);
  });

  it('a box that no standard names is reported, too', async () => {
    const found = await readVideo(Buffer.concat([video(), box('zzzz', Buffer.alloc(50, 1))]));
    expect(found.attachments).toMatchObject([{ what: 'unknown', bytes: 58 }]);
  });

  it("Samsung's trailer is a vendor trailer", async () => {
    const found = await readVideo(Buffer.concat([video(), Buffer.alloc(30, 0xab), utf8('SEFT')]));
    expect(found.attachments).toMatchObject([{ what: 'vendor trailer' }]);
  });

  it('a video that is cut off inside its frames has nothing after it', async () => {
    const whole = around(
      box('moov', header(0), box('udta', spoken('©day', '2025-05-30'))),
      box('mdat', Buffer.alloc(100, 5)),
    );
    const found = await readVideo(whole.subarray(0, whole.length - 20));
    expect(found.attachments).toEqual([]);
    expect(found.isComplete).toBe(false);
  });

  it('a cover picture is a second picture', async () => {
    const list = box('ilst', box('covr', box('data', uint(13, 4), uint(0, 4), JPEG)));
    const meta = fullBox('meta', 0, 0, fullBox('hdlr', 0, 0, uint(0, 4), utf8('mdir'), Buffer.alloc(13)), list);
    const file = video(box('udta', meta));
    expect((await readVideo(file)).attachments).toMatchObject([
      { what: 'second picture', offset: file.indexOf(JPEG), bytes: JPEG.length },
    ]);
  });
});
