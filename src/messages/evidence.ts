// Evidence as a person reads it, where --show-values asks for it.
import type { Evidence, EvidenceValue } from '../types/detection.js';

/** `document number: X123, country: UTO`; empty where there is none. */
export function evidenceText(evidence: Evidence): string {
  return Object.entries(evidence)
    .map(([key, value]) => `${words(key)}: ${valueText(value)}`)
    .join(', ');
}

/** `document number` for `documentNumber`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valueText(value: EvidenceValue): string {
  return typeof value === 'object' ? value.join(' ') : String(value);
}
