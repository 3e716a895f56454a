// Adds the title, subject and detail of its label to a draft, in the shape of a report's finding.
import { findingWords, type WordTable } from '../messages/findings.js';
import type { DraftFinding } from '../rules/evaluate.js';
import type { Finding } from '../types/finding.js';

/** A finding that still has its label and its file, and does not have its fingerprint yet. */
export type WordedFinding = Omit<Finding, 'fingerprint'> & Pick<DraftFinding, 'label' | 'otherFile'>;

/** @param words the words of all labels by default */
export function addWords(drafts: readonly DraftFinding[], words?: WordTable): WordedFinding[] {
  return drafts.map((draft) => {
    const { label, isDoubted: _, source, region, evidence, ...judged } = draft;
    const undecided = { accepted: null, known: null, source: { ...source, tag: source.tag ?? null } };
    return { label, ...judged, ...findingWords(label, draft, words), ...undecided, region, evidence };
  });
}
