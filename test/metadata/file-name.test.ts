import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenAtFromName } from '../../src/metadata/file-name.js';

describe('takenAtFromName', () => {
  it.each([
    'IMG_20250601_180211.jpg',
    'IMG_20250601_180211_HDR.jpg',
    'IMG20250601180211.jpg',
    'VID_20250601_180211.mp4',
    'MVIMG_20250601_180211.jpg',
    '20250601_180211.jpg',
    '20250601_180211(0).heic',
    '2025-06-01 18.02.11.jpg',
    '2025-06-01 18.02.11-1.jpg',
    'Screenshot_2025-06-01-18-02-11.png',
    'Screenshot_20250601-180211.png',
    'Screenshot_20250601_180211_Chrome.jpg',
    'Screenshot 2025-06-01 at 18.02.11.png',
    'Screenshot 2025-06-01 at 6.02.11\u202fPM.png',
    'signal-2025-06-01-180211.jpg',
    'signal-2025-06-01-18-02-11-123.jpg',
    'WhatsApp Image 2025-06-01 at 18.02.11.jpeg',
    'WhatsApp Image 2025-06-01 at 6.02.11 PM (1).jpeg',
    'photo_2025-06-01_18-02-11.jpg',
    'WIN_20250601_18_02_11_Pro.jpg',
    '12_20250601_180211.jpg',
  ])('reads day and time: %s', (name) => {
    expect(takenAtFromName(name)).toBe('2025-06-01T18:02:11');
  });

  it.each([
    'IMG-20250601-WA0001.jpg',
    'VID-20250601-WA0012.mp4',
    '2025-06-01.png',
    '2025-06-01 18.02.jpg',
    'IMG_20250601_991234.jpg',
    'Screenshot 2025-06-01 at 13.02.11 PM.png',
  ])('reads the day: %s', (name) => {
    expect(takenAtFromName(name)).toBe('2025-06-01');
  });

  it('reads midnight and noon on the twelve-hour clock', () => {
    expect(takenAtFromName('Screenshot 2025-06-01 at 12.02.11 AM.png')).toBe('2025-06-01T00:02:11');
    expect(takenAtFromName('Screenshot 2025-06-01 at 12.02.11 PM.png')).toBe('2025-06-01T12:02:11');
  });

  it('reads the names of one camera as UTC', () => {
    expect(takenAtFromName('PXL_20250601_160211123.jpg')).toBe('2025-06-01T16:02:11Z');
    expect(takenAtFromName('PXL_20250601_160211123.MP.jpg')).toBe('2025-06-01T16:02:11Z');
  });

  it.each([
    'IMG_0001.JPG',
    'DSC20191332.jpg',
    'IMG_20250230_180211.jpg',
    '18990601_180211.jpg',
    '21010601_180211.jpg',
    '123456789012345.jpg',
    '1748793731000.jpg',
    '5620250601.jpg',
    '202506011.jpg',
    '2025-0601.jpg',
    '',
  ])('makes no date of other numbers: %j', (name) => {
    expect(takenAtFromName(name)).toBeNull();
  });

  it.each([
    'FB_IMG_1748793731345.jpg',
    'mmexport1748793731345.jpg',
    'wx_camera_1748793731345.mp4',
    'microMsg.1748793731345.jpg',
    'IMG_1748793731345.jpg',
    'LINE_1748793731345.jpg',
    'FB_IMG_1748793731345(1).jpg',
    'FB_IMG_1748793731345~2.jpg',
    '微信图片_1748793731345.jpg',
  ])('reads the milliseconds that an app counts in UTC: %s', (name) => {
    expect(takenAtFromName(name)).toBe('2025-06-01T16:02:11Z');
  });

  it.each([
    'received_1748793731345.jpeg',
    'received_574683218645120.jpeg',
    'Snapchat-1748793731345.jpg',
    'inbound1748793731345.jpg',
    'Messenger_creation_1748793731345.jpeg',
    'FB_IMG_17487937313451.jpg',
    'FB_IMG_174879373134.jpg',
    'mmexport1748793731345ab.jpg',
    'product_4006381333931.jpg',
    'mmexport0000000000000.jpg',
  ])('takes no ID for milliseconds: %s', (name) => {
    expect(takenAtFromName(name)).toBeNull();
  });

  it('goes on to a later date where the first is invalid', () => {
    expect(takenAtFromName('99991399_20250601.jpg')).toBe('2025-06-01');
  });

  it('reads every time between 1990 and 2100 that a phone writes, unchanged', () => {
    const moment = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2100-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = date.toISOString().slice(0, 19);
        expect(takenAtFromName(`IMG_${iso.replaceAll(/[-:]/g, '').replace('T', '_')}.jpg`)).toBe(iso);
      }),
    );
  });

  it('gives a real day or nothing, whatever the name', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789-_. :TAPM'.split('')), { maxLength: 40 });
    fc.assert(
      fc.property(digits, (letters) => {
        const found = takenAtFromName(letters.join(''));
        if (found !== null) expect(new Date(found.slice(0, 10)).toISOString().slice(0, 10)).toBe(found.slice(0, 10));
      }),
    );
  });
});
