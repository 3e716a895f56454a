// The holder of the certificate that a manifest is signed with (X.509, RFC 5280).
import { X509Certificate } from 'node:crypto';
import type { Tag } from '../tag.js';

export interface Holder {
  /** The common name, and the organisation. */
  readonly names: readonly string[];
  readonly tags: readonly Tag[];
}

/** @param der the bytes of a certificate; null where they are none */
export function certificateNames(der: Uint8Array): Holder | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(der);
  } catch {
    return null;
  }
  const subject = partsOf(certificate.subject);
  const [common, organisation] = [subject.get('CN') ?? [], subject.get('O') ?? []];
  const mail = [...(subject.get('emailAddress') ?? []), ...mailIn(certificate.subjectAltName ?? '')];
  // The town of a company is that of its office.
  const town = organisation.length > 0 ? [] : [...(subject.get('L') ?? []), ...(subject.get('ST') ?? [])];
  return {
    names: [...common, ...organisation],
    tags: [
      ...common.map((value): Tag => ({ block: 'file', name: 'Signer', within: [], value })),
      ...mail.map((value): Tag => ({ block: 'file', name: 'Signer', within: [], value })),
      ...town.map((value): Tag => ({ block: 'xmp', name: 'photoshop:City', within: ['c2pa:signer'], value })),
    ],
  };
}

/** Node.js writes one `KEY=value` a line. */
function partsOf(subject: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const line of subject.split('\n')) {
    const [key = '', value = ''] = [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)];
    parts.set(key, [...(parts.get(key) ?? []), value.replace(/\\(?=[,+"\\<>;=#])/g, '')]);
  }
  return parts;
}

function mailIn(alternatives: string): string[] {
  return [...alternatives.matchAll(/\bemail:([^\s,]+)/g)].map(([, mail = '']) => mail);
}
