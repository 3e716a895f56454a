// Whatever is accepted or known: an accepted finding never makes a photo safe, and what is not
// accepted decides alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decided } from '../../src/findings/decide.js';
import { judge } from '../../src/findings/judge.js';
import { reaches } from '../../src/report/exit-code.js';
import { coverageOf, flags } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { PhotoReport } from '../../src/types/report.js';
import { AS_OF, detection, photoResult } from '../helpers/sample-report.js';

const OPTIONS = { rules: RULES, coverage: coverageOf(RULES, RULES), services: [META_CAMERA_ROLL], asOf: AS_OF };
const ACCEPTED = { on: AS_OF, until: null, reason: null };

const LABELS = ['child', 'face', 'passport', 'page', 'location', 'capture-time', 'device-identity'];

const results = fc
  .record({
    labels: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 5 }),
    examination: fc.constantFrom('full' as const, 'partial' as const),
    hasHash: fc.boolean(),
  })
  .map(({ labels, examination, hasHash }) => {
    const more = hasHash ? {} : { sha256: null };
    return photoResult(
      'a.jpg',
      labels.map((label) => detection(label)),
      { examination, ...more },
    );
  });

function judged(result: PhotoResult, decided?: Decided): PhotoReport {
  const photo = judge(result, decided === undefined ? OPTIONS : { ...OPTIONS, decided });
  if (photo === null) throw new Error('it was examined');
  return photo;
}

test('an accepted finding never makes a photo safe; what is not accepted decides as if it were alone', () => {
  fc.assert(
    fc.property(results, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (result, chosen) => {
      const before = judged(result);
      const accepted = before.findings.filter((_, at) => chosen[at]);
      const decisions = new Map(accepted.map(({ fingerprint }) => [fingerprint, ACCEPTED]));
      const after = judged(result, { decisions, known: null });
      if (before.verdict !== 'safe') expect(after.verdict).not.toBe('safe');
      if (result.sha256 === null) expect(after).toEqual(before);
      if (result.sha256 === null) return;
      const rest = before.findings.filter((_, at) => !chosen[at]);
      const isFlagged = rest.some(({ severity }) => flags(severity));
      expect(after.verdict === 'flagged').toBe(isFlagged);
      expect(after.severity).toBe(rest[0]?.severity ?? null);
      expect(reaches(after, { failOn: 'low', isOnlyTaken: false })).toBe(rest.length > 0);
      if (after.verdict === 'accepted') expect(after.examination).toBe('full');
    }),
  );
});

test('what the baseline has changes neither the verdict nor the severity, only the exit code', () => {
  fc.assert(
    fc.property(results, (result) => {
      const before = judged(result);
      const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
      const after = judged(result, { decisions: new Map(), known });
      expect([after.verdict, after.severity]).toEqual([before.verdict, before.severity]);
      expect(after.findings.every((finding) => finding.known === (result.sha256 !== null))).toBe(true);
      const isReached = reaches(after, { failOn: 'low', isOnlyTaken: false });
      expect(isReached).toBe(result.sha256 === null && before.findings.length > 0);
    }),
  );
});

test('another file with the same finding is not accepted', () => {
  const one = photoResult('a.jpg', [detection('child')]);
  const [finding] = judged(one).findings;
  const decisions = new Map([[finding?.fingerprint ?? '', ACCEPTED]]);
  expect(judged(one, { decisions, known: null }).verdict).toBe('accepted');
  expect(judged({ ...one, sha256: 'f'.repeat(64) }, { decisions, known: null }).verdict).toBe('flagged');
});

test('a second finding in an accepted photo is not accepted', () => {
  const at = (left: number) => detection('face', {}, { region: { left, top: 0, width: 10, height: 10 } });
  const [finding] = judged(photoResult('a.jpg', [at(0)])).findings;
  const decisions = new Map([[finding?.fingerprint ?? '', ACCEPTED]]);
  expect(judged(photoResult('a.jpg', [at(0), at(50)]), { decisions, known: null }).verdict).toBe('flagged');
});
