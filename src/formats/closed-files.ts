// Archives, PDF files, encrypted copies, mails and documents: they may hold photos and are not
// opened. They are recognised by content,
// else by extension.
import { extensionOf } from './identify.js';

interface Signature {
  /** The name under which it is counted. An office document counts as a zip. */
  readonly kind: string;
  /** Bytes as characters 0..255. */
  readonly magic: string;
  /** Offset in bytes. */
  readonly at: number;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'pdf', magic: '%PDF-', at: 0 },
  { kind: 'zip', magic: 'PK\x03\x04', at: 0 },
  // An empty zip, and the first of several parts.
  { kind: 'zip', magic: 'PK\x05\x06', at: 0 },
  { kind: 'zip', magic: 'PK\x07\x08', at: 0 },
  { kind: 'rar', magic: 'Rar!\x1a\x07', at: 0 },
  { kind: '7z', magic: '7z\xbc\xaf\x27\x1c', at: 0 },
  { kind: 'gz', magic: '\x1f\x8b\x08', at: 0 },
  { kind: 'bz2', magic: '1AY&SY', at: 4 },
  { kind: 'xz', magic: '\xfd7zXZ\0', at: 0 },
  { kind: 'zst', magic: '\x28\xb5\x2f\xfd', at: 0 },
  { kind: 'tar', magic: 'ustar', at: 257 },
  { kind: 'cab', magic: 'MSCF\0\0\0\0', at: 0 },
  { kind: 'ab', magic: 'ANDROID BACKUP\n', at: 0 },
  { kind: 'lz4', magic: '\x04\x22\x4d\x18', at: 0 },
  { kind: 'lz', magic: 'LZIP\x01', at: 0 },
  { kind: 'lzh', magic: '-lh', at: 2 },
];

const EXTENSIONS: ReadonlySet<string> = new Set([
  ...SIGNATURES.map(({ kind }) => kind),
  ...['arj', 'tgz', 'tbz', 'txz', 'lzma', 'iso', 'dmg', 'sparseimage', 'vhd', 'vhdx', 'vmdk', 'adf', 'wim'],
  // Encrypted copies.
  ...['gpg', 'pgp', 'age', 'aes', 'enc', 'axx', 'c9r', 'crypt12', 'crypt14', 'crypt15', 'p7m', 'vault'],
  // Mails, contacts, saved pages and documents, in which pictures are parts.
  ...[
    'eml',
    'emlx',
    'mbox',
    'msg',
    'pst',
    'mht',
    'mhtml',
    'webarchive',
    'vcf',
    'rtf',
    'rtfd',
    'doc',
    'ppt',
    'pub',
    'one',
  ],
  // Files as text.
  ...['b64', 'uu', 'uue'],
]);

const PAGE: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml']);

/**
 * @param head the first bytes of the file: at least 262, or the whole of a shorter file
 * @returns `pdf`, `zip` and the like; null for any other file
 */
export function closedKind(head: Uint8Array, name: string): string | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const found = SIGNATURES.find(({ magic, at }) => text.startsWith(magic, at));
  if (found !== undefined) return found.kind;
  const extension = extensionOf(name);
  // A page is counted only with a picture in it.
  if (PAGE.has(extension)) return /data:image\/[\w+.-]{1,20};base64,/i.test(text) ? 'html' : null;
  // macOS keeps the attributes of NAME.zip in ._NAME.zip.
  return EXTENSIONS.has(extension) && !name.startsWith('._') ? extension : null;
}
