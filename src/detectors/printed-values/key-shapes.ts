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
    pattern: /\b(?:gh[pousr]_([A-Za-z0-9]{34,38})|github_pat_([A-Za-z0-9_]{70,84}))\b/u,
    minEntropy: RANDOM,
  },
  { kind: 'gitlab-token', pattern: /\bglpat-([A-Za-z0-9_-]{20,})/u, minEntropy: RANDOM },
  { kind: 'google-api-key', pattern: /\bAIza([A-Za-z0-9_-]{34,36})(?![A-Za-z0-9_-])/u, minEntropy: RANDOM },
  { kind: 'stripe-key', pattern: /\b[rs]k_(?:live|test)_([A-Za-z0-9]{16,})\b/u, minEntropy: RANDOM },
  { kind: 'slack-token', pattern: /\bxox[abeoprs]-([A-Za-z0-9-]{20,})/u, minEntropy: RANDOM },
  { kind: 'openai-key', pattern: /\bsk-(?:proj-|svcacct-)?([A-Za-z0-9_-]{32,})/u, minEntropy: RANDOM },
  { kind: 'anthropic-key', pattern: /\bsk-ant-([A-Za-z0-9_-]{32,})/u, minEntropy: RANDOM },
  { kind: 'hugging-face-token', pattern: /\bhf_([A-Za-z0-9]{30,})\b/u, minEntropy: RANDOM },
  { kind: 'npm-token', pattern: /\bnpm_([A-Za-z0-9]{35,37})\b/u, minEntropy: RANDOM },
  { kind: 'sendgrid-key', pattern: /\bSG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})/u, minEntropy: RANDOM },
  { kind: 'twilio-key', pattern: /\b(?:SK|AC)([0-9a-f]{32})\b/u, minEntropy: 2.5 },
  { kind: 'telegram-bot-token', pattern: /\b\d{8,10}:(AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])/u, minEntropy: RANDOM },
  { kind: 'json-web-token', pattern: /\beyJ([A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,})/u, minEntropy: RANDOM },
  // Secrets of OAuth clients and tokens of Google.
  { kind: 'google-oauth', pattern: /\b(?:GOCSPX-([A-Za-z0-9_-]{28})|ya29\.([A-Za-z0-9_-]{40,}))/u, minEntropy: RANDOM },
  {
    kind: 'slack-webhook',
    pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,})/u,
    minEntropy: RANDOM,
  },
  {
    kind: 'discord-webhook',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(\d{17,20}\/[A-Za-z0-9_-]{60,})/u,
    minEntropy: RANDOM,
  },
  { kind: 'discord-token', pattern: /\b([MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,38})\b/u, minEntropy: RANDOM },
  { kind: 'shopify-token', pattern: /\bshp(?:at|ca|pa|ss)_([a-fA-F0-9]{32})\b/u, minEntropy: 2.5 },
  { kind: 'digitalocean-token', pattern: /\bdo[opr]_v1_([a-f0-9]{64})\b/u, minEntropy: 2.5 },
  { kind: 'pypi-token', pattern: /\bpypi-(AgE[A-Za-z0-9_-]{50,})/u, minEntropy: RANDOM },
  { kind: 'docker-token', pattern: /\bdckr_pat_([A-Za-z0-9_-]{27,})/u, minEntropy: RANDOM },
  { kind: 'atlassian-token', pattern: /\bAT[AC]TT3x([A-Za-z0-9_=-]{40,})/u, minEntropy: RANDOM },
  { kind: 'databricks-token', pattern: /\bdapi([a-f0-9]{32})\b/u, minEntropy: 2.5 },
  { kind: 'vault-token', pattern: /\bhv[sb]\.([A-Za-z0-9_-]{24,})/u, minEntropy: RANDOM },
  { kind: 'mailgun-key', pattern: /\bkey-([a-f0-9]{32})\b/u, minEntropy: 2.5 },
  { kind: 'mailchimp-key', pattern: /\b([a-f0-9]{32}-us\d{1,2})\b/u, minEntropy: 2.5 },
  { kind: 'sentry-token', pattern: /\bsntry[su]_([A-Za-z0-9_+/=]{40,})/u, minEntropy: RANDOM },
  { kind: 'new-relic-key', pattern: /\bNRAK-([A-Z0-9]{27})\b/u, minEntropy: RANDOM },
  { kind: 'postman-key', pattern: /\bPMAK-([a-f0-9]{24}-[a-f0-9]{34})\b/u, minEntropy: 2.5 },
  { kind: 'linear-key', pattern: /\blin_api_([A-Za-z0-9]{40})\b/u, minEntropy: RANDOM },
  { kind: 'notion-token', pattern: /\bntn_([A-Za-z0-9]{40,})/u, minEntropy: RANDOM },
  { kind: 'square-token', pattern: /\bsq0(?:atp|csp)-([A-Za-z0-9_-]{22,43})/u, minEntropy: RANDOM },
  { kind: 'groq-key', pattern: /\bgsk_([A-Za-z0-9]{40,})\b/u, minEntropy: RANDOM },
  { kind: 'replicate-token', pattern: /\br8_([A-Za-z0-9]{37})\b/u, minEntropy: RANDOM },
  { kind: 'supabase-token', pattern: /\bsb(?:p|_secret)_([A-Za-z0-9_-]{30,})/u, minEntropy: RANDOM },
  { kind: 'azure-storage-key', pattern: /AccountKey\s?=\s?([A-Za-z0-9+/]{60,}={0,2})/u, minEntropy: RANDOM },
  // Secret key and emergency kit of 1Password.
  { kind: 'recovery-key', pattern: /\b(A3-[A-Z0-9]{6}(?:-[A-Z0-9]{5,6}){4,5})\b/u, minEntropy: RANDOM },
  // Keys of Bitcoin wallets: in the import format, and of a whole wallet (BIP-32).
  {
    kind: 'private-key',
    pattern: /(?<![A-Za-z0-9])([5KL][1-9A-HJ-NP-Za-km-z]{50,51})(?![A-Za-z0-9])/u,
    minEntropy: 4,
  },
  { kind: 'private-key', pattern: /\b[xyz]prv([1-9A-HJ-NP-Za-km-z]{100,})/u, minEntropy: 4 },
  { kind: 'private-key', pattern: /\bAGE-SECRET-KEY-1([A-Z0-9]{40,})/u, minEntropy: RANDOM },
  { kind: 'private-key', pattern: /PuTTY-User-Key-File-\d()/u, minEntropy: 0 },
  {
    kind: 'private-key',
    pattern:
      /(?:[-–—_]{1,5}\s?BEGIN\s?(?:[A-Z0-9]{2,9}\s?){0,2}PRIVATE\s?KEY|BEGIN\s?(?:[A-Z0-9]{2,9}\s?){0,2}PRIVATE\s?KEY\s?(?:BLOCK)?\s?[-–—_:])()/u,
    minEntropy: 0,
  },
];

/** Shannon entropy in bits per character. 0 for an empty text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...text].length;
  return [...counts.values()].reduce((sum, count) => sum - (count / length) * Math.log2(count / length), 0);
}
