// The stable id of a finding. A baseline or a decision recognizes the finding by it.
import { createHash } from 'node:crypto';
import type { Finding } from '../types/finding.js';
import type { WordedFinding } from './add-words.js';
import { inReadingOrder } from './sort.js';

/**
 * SHA-256 over the SHA-256 of the file, the rule, the label, and the ordinal among the file's
 * findings with that rule and label. A finding in another file (a sidecar, the video of a Live
 * Photo) has the SHA-256 of that file after the label, and its ordinal among those of that file: an
 * edited sidecar is another finding, and changes no fingerprint of the photo's own.
 * A value, a path, a position or a score is never hashed. The ordinal follows reading order, so a
 * slightly different score changes nothing.
 */
export function fingerprint(fileSha256: string, findings: readonly WordedFinding[]): Finding[] {
  const ordinals = new Map<string, number>();
  return inReadingOrder(findings).map(({ label, otherFile, ...finding }) => {
    const kind = [finding.rule, label, ...(otherFile === undefined ? [] : [otherFile])].join('\n');
    const ordinal = ordinals.get(kind) ?? 0;
    ordinals.set(kind, ordinal + 1);
    return { ...finding, fingerprint: sha256(`${fileSha256}\n${kind}\n${ordinal}`) };
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
