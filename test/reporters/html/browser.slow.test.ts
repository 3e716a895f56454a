// The page in a real browser: Chromium, where one is installed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlPage } from '../../../src/reporters/html/index.js';
import { plainJpeg } from '../../helpers/plain-photos.js';
import { detection, photoResult, type Run, troubled } from '../../helpers/sample-report.js';
import { render } from '../render.js';

const PROGRAM = process.env.LENSCAP_CHROMIUM ?? '/usr/bin/chromium';

const CHILDREN: Run = {
  results: [
    ...['a', 'b', "c '&<b>"].map((name) => photoResult(`DCIM/${name}.jpg`, [detection('child')], { sha256: name })),
    photoResult('Download/d.jpg', [detection('passport')], { sha256: 'd', takenAt: null, takenAtSource: 'none' }),
    photoResult('DCIM/e.jpg', [detection('location', { latitude: 45.8, longitude: 4.8 })], { sha256: 'e' }),
    troubled('DCIM/f.heic', 'corrupt'),
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'lenscap-browser-'));
let browser: Browser;

describe.skipIf(!existsSync(PROGRAM))('in Chromium', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page from the disk, with all requests and complaints that it causes. */
  async function open(run: Run, settings: Parameters<Browser['newPage']>[0] = {}) {
    const data = (await plainJpeg(200, 150)).toString('base64');
    const pictureOf = async () => ({ data, width: 200, height: 150 });
    const file = join(folder, 'report.html');
    writeFileSync(file, await render(htmlPage, run, { pictureOf }));
    const page = await browser.newPage(settings);
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) asked.push(request.url());
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`file://${file}`);
    return { page, asked, complaints };
  }

  const shown = (page: Page) => page.locator('.kind .card:visible').count();

  test('it asks for nothing but itself, and its own script and style run', async () => {
    const { page, asked, complaints } = await open(CHILDREN);
    expect(await page.locator('html.scripted').count()).toBe(1);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toContain('system-ui');
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('what is filtered and ticked is saved as a list for --files-from', async () => {
    const { page } = await open(CHILDREN);
    expect(await shown(page)).toBe(5);
    await page.getByLabel('Gives away').selectOption({ label: 'child' });
    expect(await shown(page)).toBe(3);
    await page.getByRole('button', { name: 'Tick all that are shown' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the list' }).click();
    const list = readFileSync(await (await saving).path(), 'utf8');
    expect(list).toBe("DCIM/a.jpg\nDCIM/b.jpg\nDCIM/c '&<b>.jpg\n");
  });

  test('filters add up, and a month of the timeline is one', async () => {
    const { page } = await open(CHILDREN);
    await page.getByLabel('Folder').selectOption('=DCIM');
    expect(await shown(page)).toBe(4);
    await page.getByLabel('Severity').selectOption('=critical');
    expect(await shown(page)).toBe(3);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shown(page)).toBe(5);
    await page.getByText('When they were taken').click();
    await page.getByRole('button', { name: 'without a date: 1 photo' }).click();
    expect(await shown(page)).toBe(1);
  });

  test('a list with a line break in a name ends each path with NUL', async () => {
    const { page } = await open({
      results: ['a', 'b\nc'].map((name) => photoResult(`${name}.jpg`, [detection('child')], { sha256: name })),
    });
    await page.getByRole('button', { name: 'Tick all that are shown' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the list' }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toBe('a.jpg\0b\nc.jpg\0');
  });

  test('without its script everything can be read', async () => {
    const { page } = await open(CHILDREN, { javaScriptEnabled: false });
    expect(await shown(page)).toBe(5);
    expect(await page.locator('.filters:visible, .tick:visible, .ticked:visible').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s', async (colorScheme) => {
    const { page } = await open(CHILDREN, { colorScheme });
    for (const details of await page.locator('details').all())
      await details.evaluate((each) => each.setAttribute('open', ''));
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await page.evaluate('axe.run().then(({ violations }) => violations)');
    const serious = (violations as { id: string; impact: string; nodes: { html: string }[] }[])
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    expect(serious).toEqual([]);
  });

  test.each([320, 1400, 3840])('nothing is wider than a window of %d pixels', async (width) => {
    const { page } = await open(CHILDREN, { viewport: { width, height: 900 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
