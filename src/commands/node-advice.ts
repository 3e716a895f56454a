// What `lenscap doctor` recommends about Node.js itself.

/** The first version whose support ends after that of 20. */
const RECOMMENDED_NODE = 22;

/** @param version `20.19.4` */
export function nodeAdvice(version: string): string {
  return Number.parseInt(version, 10) < RECOMMENDED_NODE ? `; ${RECOMMENDED_NODE} or newer is recommended` : '';
}
