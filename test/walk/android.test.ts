// The storage of a phone, as `adb pull /sdcard` copies it.
import { expect, it } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { unexamined } from '../../src/workers/unexamined.js';
import { folder } from '../helpers/folder.js';
import { eventsOf, inShort, JPEG, MP4, PDF } from './events.js';

const NOTHING = Buffer.alloc(0);

it('is a plain folder: deleted, half-written and hidden photos are targets', async () => {
  const root = folder({
    'DCIM/Camera/PXL_20240102_101112345.jpg': JPEG,
    'DCIM/Camera/.pending-1704190272-PXL_20240102_101113345.jpg': JPEG,
    'DCIM/Camera/.trashed-1706782272-PXL_20240101_101112345.mp4': MP4,
    'DCIM/.thumbnails/1000000033.jpg': JPEG,
    'DCIM/.thumbnails/.nomedia': NOTHING,
    'DCIM/.thumbnails/.database_uuid': PDF,
    'Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Images/Private/.nomedia': NOTHING,
    'Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Images/Private/IMG-20240103-WA0001.jpg': JPEG,
    'Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Voice Notes/PTT-20240103-WA0002.opus': PDF,
    'Pictures/.nomedia': NOTHING,
    'Pictures/Screenshots/Screenshot_20240104-101112.png': JPEG,
  });
  expect(inShort(await eventsOf(root), root)).toEqual([
    'ignored nomedia',
    'Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Images/Private/IMG-20240103-WA0001.jpg',
    'ignored opus',
    'ignored other',
    'ignored nomedia',
    'DCIM/.thumbnails/1000000033.jpg',
    'DCIM/Camera/.pending-1704190272-PXL_20240102_101113345.jpg',
    'DCIM/Camera/.trashed-1706782272-PXL_20240101_101112345.mp4',
    'DCIM/Camera/PXL_20240102_101112345.jpg',
    'ignored nomedia',
    'Pictures/Screenshots/Screenshot_20240104-101112.png',
  ]);
});

it('gets the capture time of a deleted photo, not the day of its removal', () => {
  const path = 'DCIM/Camera/.trashed-1706782272-IMG_20240101_101112.jpg';
  const target = { path, bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  expect(unexamined(target, problem(path, 'empty')).takenAt).toBe('2024-01-01T10:11:12');
});
