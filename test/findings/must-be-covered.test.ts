// What of a photo no small copy may show.
import { describe, expect, test } from 'vitest';
import { coveredRegions, mustBeBlurred } from '../../src/findings/must-be-covered.js';
import type { Finding } from '../../src/types/finding.js';

const REGION = { left: 10, top: 20, width: 30, height: 40 };

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    ...{ severity: 'high', score: 1, proved: true, subject: '', detail: '', accepted: null, known: null },
    ...{ source: { picture: 'main', atMs: null, tag: null }, region: REGION, evidence: {}, fingerprint: '' },
    ...more,
  } as Finding;
}

const inPicture = (picture: Finding['source']['picture']) => ({ source: { picture, atMs: null, tag: null } });

describe('covered', () => {
  test.each(['text/iban', 'code/wifi-password', 'document/passport'])('%s, in its region', (rule) => {
    expect(coveredRegions({ findings: [finding(rule)] })).toEqual([REGION]);
  });

  test('a finding that was accepted, too', () => {
    const accepted = { on: '2025-01-01', until: null, reason: null };
    expect(coveredRegions({ findings: [finding('text/iban', { accepted })] })).toEqual([REGION]);
  });

  test.each(['person/face', 'metadata/location', 'textile/x'])('%s is not', (rule) => {
    expect(coveredRegions({ findings: [finding(rule, { region: null })] })).toEqual([]);
  });

  test('what has no region in the picture leaves no picture', () => {
    const other = finding('text/iban');
    expect(coveredRegions({ findings: [other, finding('document/page', { region: null })] })).toBeNull();
    for (const picture of ['thumbnail', 'preview', 'video'] as const) {
      expect(coveredRegions({ findings: [other, finding('text/iban', inPicture(picture))] })).toBeNull();
    }
  });

  test('what a tag or a sidecar holds is not in the picture', () => {
    for (const picture of ['file', 'sidecar'] as const) {
      expect(coveredRegions({ findings: [finding('text/iban', { ...inPicture(picture), region: null })] })).toEqual([]);
    }
  });
});

describe('blurred', () => {
  const photo = { findings: [finding('person/face')], examination: 'full' } as const;

  test('only where there is a reason', () => {
    expect(mustBeBlurred(photo, ['person/child'])).toBe(false);
  });

  test('an intimate photo', () => {
    expect(mustBeBlurred({ ...photo, findings: [finding('person/intimate')] }, [])).toBe(true);
  });

  test('where print may be there that was not looked for', () => {
    expect(mustBeBlurred({ ...photo, examination: 'partial' }, [])).toBe(true);
    expect(mustBeBlurred(photo, ['text/password'])).toBe(true);
  });
});
