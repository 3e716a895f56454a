// A path as a URI (RFC 3986).
import type { Shell } from '../terminal/shell.js';

/** Relative where the path is. Half of a surrogate pair, which no URI can hold, becomes U+FFFD. */
export function fileUri(path: string, shell: Shell): string {
  const slashed = shell === 'windows' ? path.replaceAll('\\', '/') : path;
  const drive = shell === 'windows' ? (/^[a-z]:(?=\/)/i.exec(slashed)?.[0] ?? '') : '';
  const encoded = slashed.slice(drive.length).toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (drive !== '') return `file:///${drive}${encoded}`;
  // Two slashes at the start would name a host.
  return encoded.startsWith('/') ? `file:///${encoded.replace(/^\/+/, '')}` : encoded;
}

/** @param base the absolute folder from which a relative path starts */
export function absoluteUri(path: string, base: string, shell: Shell): string {
  const isAbsolute = shell === 'windows' ? /^(?:[a-z]:)?[\\/]/i.test(path) : path.startsWith('/');
  return fileUri(isAbsolute ? path : `${base}/${path}`, shell);
}
