// Secrets that their form or caption shows: settings, keys, lists of codes, codes in messages.
import { describe, expect, test } from 'vitest';
import { find } from '../lines.js';

const secretsIn = (...texts: readonly string[]): readonly string[] =>
  find(...texts)
    .filter(({ label }) => label === 'secret')
    .map(({ value }) => value);

describe('settings of programs', () => {
  test.each([
    ['DBPASSW0RD=Tr0ub4dor&3x!', 'Tr0ub4dor&3x!'],
    ['"password": "hunter2!x",', 'hunter2!x'],
    ['client_secret: 9sd8f7sd98f7sd98', '9sd8f7sd98f7sd98'],
    ['export SECRET_KEY=django-8x7$k2', 'django-8x7$k2'],
    ['postgres://app:s3cretPw@db.example.org/main', 's3cretPw'],
    ['Authorization: Bearer abcdef0123456789abcdef01', 'abcdef0123456789abcdef01'],
  ])('%s', (text, value) => {
    expect(secretsIn(text)).toEqual([value]);
  });

  test.each([
    'DB_HOST=db.internal',
    'PASSWORD=changeme',
    'password = <your password>',
    'TOKEN=$GITHUB_TOKEN',
    'const password = getPassword();',
    'Secret: Victoria2',
    'postgres://user:password@localhost/main',
  ])('none: %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});

describe('keys of known forms', () => {
  test.each([
    'AKIAQ7KD3ZP5XN2WJ4TB',
    `ghp_${'aB3xY9kLm2QpR7sT1uVw'}${'Z5cD8eF4gH6jK0nP'}`,
    '-----BEGINOPENSSHPRIVATEKEY',
  ])('%s', (text) => {
    expect(secretsIn(`key ${text}`)).toEqual([text]);
  });

  test('that the edge of the screen breaks', () => {
    const [start, end] = ['ghp_aB3xY9kLm2QpR7sT1u', 'VwZ5cD8eF4gH6jK0nP'];
    const [found] = find(`Token: ${start}`, end);
    expect(found).toMatchObject({ value: start + end, more: { kind: 'github-token' } });
    expect(found?.places).toHaveLength(2);
  });

  test('an example from a manual is none', () => {
    expect(secretsIn('AKIAAAAAAAAAAAAAAAAA')).toEqual([]);
  });

  test('the recovery key of a disk is proved by its groups, also in two rows', () => {
    const groups = [1234, 4321, 555, 60_000, 7777, 812, 9999, 10_001].map((group) =>
      String(group * 11).padStart(6, '0'),
    );
    const [found] = find(groups.slice(0, 4).join('-'), groups.slice(4).join('-'));
    expect(found).toMatchObject({ value: groups.join('-'), proved: true, more: { kind: 'recovery-key' } });
    expect(secretsIn(groups.join('-').replace(/.$/, (digit) => (digit === '5' ? '6' : '5')))).toEqual([]);
  });
});

describe('lists of codes', () => {
  const GITHUB = ['8f3a2-9d1c7', 'b72e0-4ac19', '1d9f6-e03b8', '77c4a-20fd5'];

  test.each([
    ['Two-factor recovery codes', GITHUB, GITHUB],
    [
      'Wiederherstellungscodes',
      ['8f3a 9d1c', '- 1d9fe03b', '2. 77c420fd', '• 3ab5f41d', 'c0e16b9a'],
      ['1d9fe03b', '77c420fd', '3ab5f41d', 'c0e16b9a'],
    ],
    [
      'Codes de secours',
      ['1234 5678 2345 6789', '9876 5432 1111 2222'],
      ['1234 5678', '2345 6789', '9876 5432', '1111 2222'],
    ],
    [
      'Códigos de recuperación',
      ['1. 48291733', '2. 19283746', '3. 56473829', '4. 90817263'],
      ['48291733', '19283746', '56473829', '90817263'],
    ],
  ])('%s', (caption, rows, codes) => {
    const found = find(caption, 'Keep them in a safe place.', ...rows);
    expect(found).toMatchObject([{ value: codes.join(' '), proved: false, more: { kind: 'recovery-codes' } }]);
  });

  test('without groups, as GitLab prints them', () => {
    const codes = ['0bcb0f8312de7f38', 'aa028934b115f8e9', '483a02e54f4d729a', 'e6717c96ed84ec4b'];
    expect(find('Recovery codes', ...codes)).toMatchObject([{ value: codes.join(' ') }]);
  });

  test('without spaces between them, and after their caption', () => {
    const found = find('Recovery codes: 8f3a2-9d1c7b72e0-4ac19', '1d9f6-e03b8, 77c4a-20fd5');
    expect(found).toMatchObject([{ value: GITHUB.join(' '), more: { kind: 'recovery-codes' } }]);
  });

  test.each([
    ['without the words', ['Error codes', ...GITHUB]],
    ['three of them', ['Recovery codes', ...GITHUB.slice(0, 3)]],
    ['words', ['Recovery codes', 'download', 'continue', 'keepsafe', 'passport']],
    ['the same one', ['Recovery codes', ...GITHUB.map(() => '8f3a2-9d1c7')]],
  ])('none: %s', (_, texts) => {
    expect(secretsIn(...texts)).toEqual([]);
  });
});

describe('codes for one sign-in', () => {
  test.each([
    [['Your verification code is 482913'], '482913'],
    [['G-482913 is your Google verification code.'], 'G-482913'],
    [['Ihr Bestätigungscode lautet: 483920'], '483920'],
    [['Votre code de vérification est', '4839'], '4839'],
    [['您的验证码是 483920'], '483920'],
  ])('%s', (texts, code) => {
    expect(find(...texts)).toMatchObject([{ label: 'one-time-code', value: code }]);
  });

  test('are no PIN, whatever they are called', () => {
    expect(find('Your one-time PIN: 4821')).toMatchObject([{ label: 'one-time-code', value: '4821' }]);
  });

  test.each([
    'Use code SUMMER20',
    'Code: 123456',
    'Your verification code expires in 2026',
    'Verification code: $4821',
  ])('none: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
