// A path as a URI (RFC 3986): relative where the path is.
import type { Shell } from '../terminal/shell.js';

/** Half of a surrogate pair, which no URI can hold, becomes U+FFFD. */
export function fileUri(path: string, shell: Shell): string {
  const slashed = shell === 'windows' ? path.replaceAll('\\', '/') : path;
  const drive = shell === 'windows' ? (/^[a-z]:(?=\/)/i.exec(slashed)?.[0] ?? '') : '';
  const encoded = slashed.slice(drive.length).toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (drive !== '') return `file:///${drive}${encoded}`;
  // Two slashes at the start would name a host.
  return encoded.startsWith('/') ? `file:///${encoded.replace(/^\/+/, '')}` : encoded;
}
