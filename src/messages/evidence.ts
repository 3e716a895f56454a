// Evidence as a person reads it, where --show-values asks for it.
import type { Evidence, EvidenceValue } from '../types/detection.js';
import { countryName } from './amounts.js';

/** `document number: X123, country: United Kingdom`; empty where there is none. */
export function evidenceText(evidence: Evidence): string {
  return Object.entries(evidence)
    .map(([key, value]) => `${words(key)}: ${valueText(key, value)}`)
    .join(', ');
}

/** `document number` for `documentNumber`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valueText(key: string, value: EvidenceValue): string {
  if (typeof value === 'object') return value.join(' ');
  return key === 'country' ? countryName(String(value)) : String(value);
}
