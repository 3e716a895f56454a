import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/terminal/shell.js';
import { ACTS } from '../helpers/terminal-controls.js';

describe.skipIf(process.platform === 'win32')('a quoted word is what the shell hands on', () => {
  test.each([
    'DCIM/IMG_0001.JPG',
    'my photos',
    "it's",
    '$(id) `id` "x" \\n !! *?[a] ~ #',
    '~/photos',
    '写真 👩‍👧',
    'a\nb\u001b[31m\t\'"\\',
    'cod\u202egpj.exe',
    '',
  ])('%j', (word) => {
    const text = quoted(word, 'posix');
    expect(text).not.toMatch(ACTS);
    const { stdout } = spawnSync('bash', ['-c', `printf %s ${text}`], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    expect(stdout).toBe(word);
  });
});

test.each([
  ['C:\\Users\\me\\Pictures', 'C:\\Users\\me\\Pictures'],
  ['C:\\My photos', '"C:\\My photos"'],
])('on Windows %s is %s', (word, text) => {
  expect(quoted(word, 'windows')).toBe(text);
});
