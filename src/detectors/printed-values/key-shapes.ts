// Forms of keys and tokens that services issue, as documented by them.

export interface KeyShape {
  /** Shown as evidence `kind`. */
  readonly kind: string;
  /** As printed, not anchored. The first group captures the random part. */
  readonly pattern: RegExp;
  /**
   * Minimum Shannon entropy of the random part, in bits per character. Examples in manuals repeat
   * characters.
   */
  readonly minEntropy: number;
}

/**
 * A random text of 16 characters has about 3.6 bits per character, one of 30 about 4.3. Words and
 * repeated characters have less than 3.
 */
const RANDOM = 3;

export const KEY_SHAPES: readonly KeyShape[] = [
  { kind: 'aws-access-key', pattern: /\b(?:AKIA|ASIA)([A-Z2-7]{16})\b/u, minEntropy: RANDOM },
  {
    kind: 'github-token',
    pattern: /\b(?:gh[pousr]_([A-Za-z0-9]{36})|github_pat_([A-Za-z0-9_]{82}))\b/u,
    minEntropy: RANDOM,
  },
  { kind: 'gitlab-token', pattern: /\bglpat-([A-Za-z0-9_-]{20,})/u, minEntropy: RANDOM },
  { kind: 'google-api-key', pattern: /\bAIza([A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/u, minEntropy: RANDOM },
  { kind: 'stripe-key', pattern: /\b[rs]k_(?:live|test)_([A-Za-z0-9]{16,})\b/u, minEntropy: RANDOM },
  { kind: 'slack-token', pattern: /\bxox[abeoprs]-([A-Za-z0-9-]{20,})/u, minEntropy: RANDOM },
  { kind: 'openai-key', pattern: /\bsk-(?:proj-|svcacct-)?([A-Za-z0-9_-]{32,})/u, minEntropy: RANDOM },
  { kind: 'anthropic-key', pattern: /\bsk-ant-([A-Za-z0-9_-]{32,})/u, minEntropy: RANDOM },
  { kind: 'hugging-face-token', pattern: /\bhf_([A-Za-z0-9]{30,})\b/u, minEntropy: RANDOM },
  { kind: 'npm-token', pattern: /\bnpm_([A-Za-z0-9]{36})\b/u, minEntropy: RANDOM },
  { kind: 'sendgrid-key', pattern: /\bSG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})/u, minEntropy: RANDOM },
  { kind: 'twilio-key', pattern: /\b(?:SK|AC)([0-9a-f]{32})\b/u, minEntropy: 2.5 },
  { kind: 'telegram-bot-token', pattern: /\b\d{8,10}:(AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])/u, minEntropy: RANDOM },
  { kind: 'json-web-token', pattern: /\beyJ([A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,})/u, minEntropy: RANDOM },
  { kind: 'private-key', pattern: /-{2,5}\s?BEGIN\s?(?:[A-Z]{2,8}\s?){0,2}PRIVATE\s?KEY()/u, minEntropy: 0 },
];

/** Shannon entropy in bits per character. 0 for an empty text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...text].length;
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
