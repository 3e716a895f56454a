// Puts a draft into words, by its label, and gives it the shape of a report's finding.
import { findingWords, type WordTable } from '../messages/findings.js';
import type { DraftFinding } from '../rules/evaluate.js';
import type { Finding } from '../types/finding.js';

/** All of a finding but its fingerprint, still with the label. */
export type WordedFinding = Omit<Finding, 'fingerprint'> & Pick<DraftFinding, 'label'>;

/** @param words those of every label by default */
export function addWords(drafts: readonly DraftFinding[], words?: WordTable): WordedFinding[] {
  return drafts.map((draft) => {
    const { label, source, region, evidence, ...judged } = draft;
    // Decisions, baselines and the names of tags are not built yet.
    const later = { accepted: null, known: null, source: { ...source, tag: null } };
    return { label, ...judged, ...findingWords(label, draft, words), ...later, region, evidence };
  });
}
