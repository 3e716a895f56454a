// Where the page may not be written.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusePagePlaces } from '../../src/commands/page-place.js';
import { folder } from '../helpers/folder.js';

function photos(): { top: string; scanned: string } {
  const top = folder();
  const scanned = join(top, 'DCIM');
  mkdirSync(join(scanned, 'Camera'), { recursive: true });
  return { top, scanned };
}

const page = (file: string | null) => [{ file, format: 'html' }] as const;

describe('a page', () => {
  test('is refused inside a scanned folder, however it is named', async () => {
    const { top, scanned } = photos();
    symlinkSync(join(scanned, 'Camera'), join(top, 'link'));
    const files = ['DCIM/report.html', 'DCIM/Camera/report.html', 'link/report.html', 'DCIM/../DCIM/report.html'];
    for (const file of files) {
      await expect(refusePagePlaces(page(join(top, file)), [scanned], false)).rejects.toThrow(
        /the page holds copies of your photos and would be uploaded with .*; name a file outside of it$/,
      );
    }
  });

  test('is refused where a link inside the folder leads to it', async () => {
    const { top, scanned } = photos();
    writeFileSync(join(scanned, 'old.html'), '');
    symlinkSync(join(scanned, 'old.html'), join(top, 'report.html'));
    await expect(refusePagePlaces(page(join(top, 'report.html')), [scanned], false)).rejects.toThrow(/uploaded/);
  });

  test('may be next to the folder, also with a name that begins like it', async () => {
    const { top, scanned } = photos();
    for (const file of ['report.html', 'DCIM.html', 'DCIM2/report.html']) {
      await expect(refusePagePlaces(page(join(top, file)), [scanned], false)).resolves.toBeUndefined();
    }
  });

  test('is refused on a terminal and goes into a pipe', async () => {
    await expect(refusePagePlaces(page(null), [], true)).rejects.toThrow(/^--format html is a page for a browser;/);
    await expect(refusePagePlaces(page(null), [], false)).resolves.toBeUndefined();
  });

  test('other formats may be in the folder', async () => {
    const { scanned } = photos();
    const json = [{ file: join(scanned, 'report.json'), format: 'json' }] as const;
    await expect(refusePagePlaces(json, [scanned], true)).resolves.toBeUndefined();
  });
});
