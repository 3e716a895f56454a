// Whether this Node.js can run lenscap. Versions as old as 12 parse this file and its callers, so
// the syntax is that of 12.

/** The same as `engines` in package.json. */
export const MINIMUM = [20, 19];

/**
 * @param {string} version `20.19.4`
 * @returns {string | null} one line for a Node.js that is too old, null for one that is not
 */
export function refusalOf(version) {
  const parts = version.split('.').map(Number);
  const isNewEnough = parts[0] > MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] >= MINIMUM[1]);
  if (isNewEnough) return null;
  return `lenscap: Node.js ${version} is too old; install ${MINIMUM.join('.')} or newer (22 or newer is recommended)\n`;
}
