// Invented secrets with their labels, in several languages, to be drawn in any layout.
import type { Labelled } from './values.js';

const secret = (id: string, label: string, ...lines: readonly string[]): Labelled => ({
  id,
  label,
  lines,
  found: { label: 'secret', value: lines.join(' ') },
});

export const SECRETS: readonly Labelled[] = [
  secret('network-key', 'WLAN-Schlüssel', '48209137720185563914'),
  secret('pin', 'PIN', '4711'),
  secret('password', 'Contraseña', 'Verano#2031'),
  secret('setup-key', 'Setup key', 'JBSW Y3DP EHPK 3PXP'),
  secret('security-key', 'Clé de sécurité', 'A7F39C2B11D4'),
  secret(
    'recovery-codes',
    'Recovery codes',
    '8f3a2-9d1c7 b72e0-4ac19',
    '1d9f6-e03b8 77c4a-20fd5',
    '3ab57-f41d0 c0e18-6b9a2',
  ),
  secret('door-code', 'Door code', '4821#'),
];
