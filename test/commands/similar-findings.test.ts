import { expect, test } from 'vitest';
import { type FoundFinding, withSimilar } from '../../src/commands/similar-findings.js';
import type { Finding } from '../../src/types/finding.js';

function found(path: string, rule: string, more: Partial<Finding> = {}): FoundFinding {
  const finding = { rule, accepted: null, fingerprint: `${path} ${rule}`, ...more };
  return { path, finding: finding as Finding };
}

const GROUP = { id: 'g', paths: ['in/a.jpg', 'in/b.jpg', 'in/c.jpg'] };

function offered(...all: readonly FoundFinding[]): string[] {
  return withSimilar(['in/a.jpg'], all, [GROUP]).offered.map(({ path, finding }) => `${path} ${finding.rule}`);
}

test('the same rule in a photo of the group is offered; another rule, or another photo, is not', () => {
  const named = found('in/a.jpg', 'person/child');
  const others = [
    found('in/b.jpg', 'person/child'),
    found('in/b.jpg', 'metadata/location'),
    found('in/z.jpg', 'person/child'),
  ];
  expect(offered(named, ...others)).toEqual(['in/b.jpg person/child']);
});

test.each(['document/passport', 'text/iban', 'code/wifi-password'])('%s is never offered', (rule) => {
  expect(offered(found('in/a.jpg', rule), found('in/b.jpg', rule))).toEqual([]);
});

test('what is accepted already, and a copy of the named file, is not offered', () => {
  const accepted = { on: '2025-07-14', until: null, reason: null };
  const named = found('in/a.jpg', 'person/child', { fingerprint: 'same' });
  const others = [
    found('in/b.jpg', 'person/child', { fingerprint: 'same' }),
    found('in/c.jpg', 'person/child', { accepted }),
  ];
  expect(offered(named, ...others)).toEqual([]);
});

test('files in a named folder are named, however the path was spelled', () => {
  const all = [found('in/a.jpg', 'person/child'), found('other/b.jpg', 'person/child')];
  expect(withSimilar(['./in/'], all, []).named).toEqual([all[0]]);
  expect(withSimilar(['./in/../in/a.jpg'], all, []).named).toEqual([all[0]]);
});
