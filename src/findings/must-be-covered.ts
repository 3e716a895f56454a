// What a small copy of a photo must not show.
import type { Region } from '../types/detection.js';
import type { Finding } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';

const COVERED = ['text/', 'code/', 'document/'];
const BLURRED = 'person/intimate';

/** Whether what these rules find is covered in every picture. */
function isCoveredRule(rule: string): boolean {
  return COVERED.some((group) => rule.startsWith(group));
}

/**
 * Regions in pixels of the upright picture; null where something has no region in it, so that the
 * picture cannot be shown. Accepted findings are covered, too: the page may be passed on.
 */
export function coveredRegions({ findings }: Pick<PhotoReport, 'findings'>): readonly Region[] | null {
  const regions: Region[] = [];
  for (const { rule, source, region } of findings) {
    if (!isCoveredRule(rule) || !isInPicture(source)) continue;
    if (source.picture !== 'main' || region === null) return null;
    regions.push(region);
  }
  return regions;
}

/** What a tag or a sidecar holds is not in the picture. */
function isInPicture({ picture }: Finding['source']): boolean {
  return picture !== 'file' && picture !== 'sidecar';
}

/**
 * Where print, codes and documents were not searched for in full, it may hold some that no region
 * covers.
 * @param rulesOff ids of rules that were off or reported less
 */
export function mustBeBlurred(
  { findings, examination }: Pick<PhotoReport, 'findings' | 'examination'>,
  rulesOff: readonly string[],
): boolean {
  return examination !== 'full' || rulesOff.some(isCoveredRule) || findings.some(({ rule }) => rule === BLURRED);
}
