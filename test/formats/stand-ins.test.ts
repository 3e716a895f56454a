import { describe, expect, it } from 'vitest';
import { PhotoError } from '../../src/errors.js';
import { identify } from '../../src/formats/identify.js';
import { standInOf } from '../../src/formats/stand-ins.js';
import type { ScanTarget } from '../../src/types/target.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { openTarget } from '../../src/workers/open-target.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { eventsOf } from '../walk/events.js';

const NOTHING = new Uint8Array();

describe('a file that stands for a photo', () => {
  it.each([
    ['.IMG_0002.HEIC.icloud', 'IMG_0002.HEIC', 'in-cloud'],
    ['IMG_1.JPG.nextcloud', 'IMG_1.JPG', 'in-cloud'],
    ['.pending-1690000000-IMG_1.jpg', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.crdownload', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.part', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.MOV.download', 'IMG_1.MOV', 'unfinished'],
    ['.syncthing.IMG_1.jpg.tmp', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.HEIC.icloud', 'IMG_1.HEIC', 'in-cloud'],
    ['IMG_1.jpg.url', 'IMG_1.jpg', 'in-cloud'],
    ['IMG_1.jpg.webloc', 'IMG_1.jpg', 'in-cloud'],
    ['IMG_1.jpg.lnk', 'IMG_1.jpg', 'in-cloud'],
    ['IMG_1.jpg.tmp', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.part0', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.!dl', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.aria2__temp', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.dropbox.tmp', 'IMG_1.jpg', 'unfinished'],
    ['IMG_1.jpg.pcloud-tmp', 'IMG_1.jpg', 'unfinished'],
    ['.IMG_1.jpg.Ab12Cd', 'IMG_1.jpg', 'unfinished'],
    ['001.part.met', '', 'unfinished'],
    ['.getxfer.1234.mega', '', 'unfinished'],
    ['Unconfirmed 123456.crdownload', '', 'unfinished'],
  ])('%s', (name, inner, why) => {
    expect(standInOf(name)).toEqual({ name: inner, why });
    expect(identify(NOTHING, name)?.mediaType).toBe('application/octet-stream');
  });

  it.each(['IMG_1.jpg', 'icloud.jpg', '.icloud', 'notes.icloud.txt', 'part.jpg', '.trashed-1690000000-IMG_1.jpg'])(
    'is not %s',
    (name) => {
      expect(standInOf(name)).toBeNull();
    },
  );

  it.each([
    'notes.tmp',
    'page.url',
    'letter.txt.lnk',
    '.notes.txt.Ab12Cd',
    '.notes.txt.icloud',
    'setup.exe.part',
    '.pending-1-a.pdf',
  ])('but for no photo, as %s, is no target', (name) => {
    expect(identify(NOTHING, name)).toBeNull();
  });

  it('is known by the folder that Safari keeps a download in', () => {
    expect(standInOf('IMG_1.jpg', 'IMG_1.jpg.download')).toEqual({ name: 'IMG_1.jpg', why: 'unfinished' });
    expect(standInOf('IMG_1.jpg', 'Downloads')).toBeNull();
  });

  it('is a target that is not examined, or not in full', async () => {
    const photo = await plainJpeg();
    const root = folder({
      '.IMG_1.HEIC.icloud': Buffer.from('bplist00'),
      '.IMG_2.JPG.icloud': Buffer.alloc(0),
      'IMG_3.jpg.part': photo,
      'IMG_4.jpg.download/IMG_4.jpg': photo,
      'IMG_5.jpg': photo,
    });
    const targets = (await eventsOf(root)).flatMap((event) => (event.type === 'target' ? [event.target] : []));
    expect(await Promise.all(targets.map(problems))).toEqual([
      ['in-cloud'],
      ['in-cloud'],
      ['unfinished'],
      ['unfinished'],
      [],
    ]);
  });
});

async function problems(target: ScanTarget): Promise<string[]> {
  const opened = await openTarget(target, NO_VIDEOS).catch((error: unknown) => error);
  if (opened instanceof PhotoError) return [opened.code];
  return (opened as Awaited<ReturnType<typeof openTarget>>).photo.unseen.map(({ code }) => code);
}
