// The page: what it shows, what it loads (nothing), and that no text becomes markup.
import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../../src/reporters/html/index.js';
import type { PictureResult } from '../../../src/types/thumbnail.js';
import { namesOf } from '../../helpers/hostile-names.js';
import { detection, photoResult, type Run, troubled } from '../../helpers/sample-report.js';
import { RUNS } from '../../helpers/sample-runs.js';
import { ACTS } from '../../helpers/terminal-controls.js';
import { render } from '../render.js';
import { attribute, type Element, elementsOf, select, shapeOf, textOf } from './parsed.js';

const PICTURE: PictureResult = { data: 'AAAA', width: 200, height: 150 };

const PIECES = [
  'a',
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '=',
  '/',
  '\n',
  '\r',
  '\0',
  '\u202e',
  '\ud800',
  '写',
  ' ',
  '</script>',
]
  .concat(['<img src=x onerror=alert(1)>', '"><script>', '-->', '<!--', '</style>', ']]>', '&lt;', '&#0;', '{{', '${'])
  .concat(['</textarea>', '</title>', 'javascript:', "' onfocus='x"]);

const names = namesOf(PIECES);

function runWith(name: string, other: string): Run {
  const device = detection('device-identity', { make: other, model: other, serialNumber: '123456' });
  return {
    results: [
      photoResult(name, [device, detection('child')], { hash: 'f0f0a5a53c3c9696', sha256: '1' }),
      photoResult(`${name}2`, [detection('child')], { hash: 'f0f0a5a53c3c9697', sha256: '2' }),
      photoResult(`${name}3`, [detection('page')], { takenAt: other, sha256: '3' }),
      photoResult(`${name}4`, [detection('passport')], { sha256: '4' }),
      troubled(`${name}.heic`, 'corrupt'),
    ],
    roots: [other],
  };
}

describe('names of every kind of character', () => {
  test('no text becomes markup, and every path can be listed', async () => {
    const options = { pictureOf: async () => PICTURE };
    // One folder or month more is one choice more.
    const shape = (elements: Element[]) => shapeOf(elements).filter((each) => each !== 'option value');
    const plain = shape(elementsOf(await render(htmlPage, runWith('a', 'b'), options)));
    await fc.assert(
      fc.asyncProperty(names, names, async (name, other) => {
        const page = await render(htmlPage, runWith(name, other), options);
        const elements = elementsOf(page);
        expect(shape(elements)).toEqual(plain);
        expect(ACTS.test(page.replaceAll('\n', ''))).toBe(false);
        const ticks = select(elements, 'input', 'tick');
        const paths = ticks.map((tick) => decodeURIComponent(attribute(tick, 'data-path') ?? ''));
        expect(paths).toContain(name.replace(/\p{Cs}/gu, '\ufffd'));
        for (const card of select(elements, 'article', 'card')) JSON.parse(attribute(card, 'data-filter') ?? '');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the policy of the page', () => {
  test('allows its own style and script by their hashes, embedded pictures, and nothing else', async () => {
    const page = await render(htmlPage, RUNS.five as Run);
    const policy = elementsOf(page).find((each) => attribute(each, 'http-equiv') === 'Content-Security-Policy');
    const [style, script] = ['style', 'script'].map((tag) => {
      const [first] = select(page, tag);
      return createHash('sha256')
        .update(first ? textOf(first) : '')
        .digest('base64');
    });
    expect(policy && attribute(policy, 'content')?.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src 'sha256-${style}'`,
      `script-src 'sha256-${script}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('no element asks for anything, or has a style or a handler of its own', async () => {
    const page = await render(htmlPage, RUNS.five as Run, { pictureOf: async () => PICTURE });
    const names = ['href', 'srcset', 'style', 'action', 'background', 'poster', 'ping'];
    for (const { tagName, attrs } of elementsOf(page)) {
      for (const { name, value } of attrs) {
        expect(names.includes(name) || name.startsWith('on'), `${tagName} ${name}`).toBe(false);
        if (name === 'src') expect(value).toMatch(/^data:image\/jpeg;base64,/);
      }
    }
  });

  test('its script is valid', async () => {
    const [script] = select(await render(htmlPage, RUNS.five as Run), 'script');
    expect(() => new Script(script ? textOf(script) : '(')).not.toThrow();
  });
});

describe('what it shows', () => {
  const headings = (page: string, tag: string) =>
    select(page, tag).map((each) => textOf(each).replace(/\s+/g, ' ').trim());

  test('first that it holds small copies of photos', async () => {
    const withPictures = await render(htmlPage, RUNS.five as Run, { pictureOf: async () => PICTURE });
    const [first] = select(withPictures, 'p');
    expect(first && textOf(first)).toMatch(/^This file holds small copies of your photos\./);
    const [other] = select(await render(htmlPage, RUNS.five as Run), 'p');
    expect(other && textOf(other)).toMatch(/^This file names your photos/);
  });

  test('flagged photos by their worst finding, the worst kind first', async () => {
    const page = await render(htmlPage, RUNS.five as Run);
    expect(headings(page, 'h2').filter((each) => / photos?$/.test(each))).toEqual([
      'critical Child 1 photo',
      'critical Passport 1 photo',
      'medium Page of text 1 photo',
    ]);
  });

  test('one card for photos that show the same, with a list entry for each', async () => {
    const page = await render(htmlPage, RUNS.similar as Run);
    expect(select(page, 'article', 'card')).toHaveLength(1);
    expect(select(page, 'input', 'tick').map((tick) => attribute(tick, 'data-path'))).toEqual([
      'DCIM%2FIMG_1%20(1).JPG',
      'DCIM%2FIMG_1.JPG',
    ]);
  });

  test('each file that was not examined, with the reason', async () => {
    const page = await render(htmlPage, RUNS.unreadable as Run);
    const items = select(page, 'li').map(textOf);
    for (const path of ['a/IMG_1.JPG', 'a/IMG_2.JPG', 'a/VID_3.MP4', 'a/private']) {
      expect(items.filter((item) => item.startsWith(`${path}: `))).toHaveLength(1);
    }
  });

  test('accepted findings apart, with the reason', async () => {
    const page = await render(htmlPage, RUNS.decided as Run);
    expect(headings(page, 'h2')).toContain('Accepted 1 photo');
    expect(page).toContain('accepted on 2025-07-14 · until 2026-07-14 · mine');
  });

  test('how many were taken in each month, the newest first, as a filter of that month', async () => {
    const page = await render(htmlPage, {
      results: ['2025-07-01', null, '2024-12-31', '2025-07-02'].map((takenAt, at) =>
        photoResult(`${at}.jpg`, [detection('child')], { takenAt, sha256: `${at}` }),
      ),
    });
    const buttons = select(page, 'button').filter((button) => attribute(button, 'data-month') !== null);
    expect(buttons.map((button) => textOf(button).trim())).toEqual([
      'July 2025: 2 photos',
      'December 2024: 1 photo',
      'without a date: 1 photo',
    ]);
    const values = select(page, 'option').map((option) => attribute(option, 'value'));
    for (const button of buttons) expect(values).toContain(attribute(button, 'data-month'));
  });

  test('where they were taken, rounded, the most frequent place first', async () => {
    const at = (latitude: number, longitude: number) => [detection('location', { latitude, longitude })];
    const places = [at(45.76404, 4.83566), at(-33.8568, 151.2153), at(45.81, 4.79)];
    const page = await render(htmlPage, {
      results: places.map((found, each) => photoResult(`${each}.jpg`, found, { sha256: `${each}` })),
    });
    const circles = select(page, 'circle');
    expect(circles.map(textOf)).toEqual(['near 45.8, 4.8: 2 photos', 'near -33.9, 151.2: 1 photo']);
    expect(circles.map((circle) => [attribute(circle, 'cx'), attribute(circle, 'cy')])).toEqual([
      ['48', '-458'],
      ['1512', '339'],
    ]);
    const [map] = select(page, 'svg', 'map');
    const [left = 0, top = 0, width = 0, height = 0] = (
      map ? (attribute(map, 'viewbox') ?? attribute(map, 'viewBox') ?? '') : ''
    )
      .split(' ')
      .map(Number);
    expect([left <= -2, top <= -508, left + width >= 1562, top + height >= 389]).toEqual([true, true, true, true]);
  });

  test('why a photo has no picture', async () => {
    const page = await render(htmlPage, RUNS.five as Run, { pictureOf: async () => ({ why: 'changed' }) });
    expect(page).toContain('No picture: the file has changed since it was scanned.');
  });

  test('the regions of a photo over its picture', async () => {
    const page = await render(htmlPage, RUNS.five as Run, { pictureOf: async () => PICTURE });
    const boxes = select(page, 'rect').map((rect) =>
      ['x', 'y', 'width', 'height'].map((name) => attribute(rect, name)),
    );
    expect(boxes).toContainEqual(['900', '40', '200', '220']);
  });
});
