import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shorten, withSample } from '../../scripts/sample.js';
import { ROOT } from '../helpers/root.js';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const MAX_WORDS = 1000;

/**
 * Words that a person reads: blocks of code and the sample included, in which a command, a flag or
 * a path is one word. No words are comments, addresses of links, and what has neither letter nor
 * digit.
 */
function wordCount(text: string): number {
  const read = text.replace(/<!--[\s\S]*?-->/g, '').replace(/\]\([^()\s]*\)/g, ']');
  return read.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

describe('README.md', () => {
  it(`has at most ${MAX_WORDS} words`, () => {
    expect(wordCount('Two words <!-- no -->\n| --- | [three four](a/b.md) | `--five 6`\n```\n7 eight/8\n```')).toBe(8);
    expect(wordCount(README)).toBeLessThanOrEqual(MAX_WORDS);
  });

  it('states the figures of docs/accuracy.md', () => {
    const accuracy = readFileSync(join(ROOT, 'docs/accuracy.md'), 'utf8');
    for (const figure of ['69 of 69', '127 of 136', '29 of 317']) {
      expect(README.replace(/\s+/g, ' ')).toContain(figure);
      expect(accuracy).toContain(figure);
    }
  });
});

describe('the sample', () => {
  const rules = (...names: string[]) =>
    names.map((name, index) => `      ${index + 1}  ${name}\n         a.jpg`).join('\n');
  const report = [
    'lenscap\nScanned on this computer in 3 min 5 s. Nothing was uploaded.',
    `CRITICAL   3 photos\n${rules('one', 'two', 'three')}`,
    `HIGH   1 photo\n${rules('four')}`,
    'WHAT TO DO NEXT   3 critical photos: one (1)\nTo list all photos of a kind:\n  lenscap scan',
    'Skipped: 1 pdf.\nThe end.\n',
  ].join('\n\n');

  it('has the first rules of a severity, dots for the others, and the whole end', () => {
    expect(shorten(report)).toBe(
      [
        'lenscap\nScanned on this computer in 3 min 5 s. Nothing was uploaded.',
        `CRITICAL   3 photos\n${rules('one', 'two')}\n      ...`,
        `HIGH   1 photo\n${rules('four')}`,
        'Skipped: 1 pdf.\nThe end.\n',
      ].join('\n\n'),
    );
  });

  it('keeps the time that a scan took once', () => {
    expect(withSample(README, report)).toMatch(/^Scanned on this computer in 12 s\. Nothing was uploaded\.$/m);
  });
});
