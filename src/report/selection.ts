// With --select only the photos of one verdict are listed; it is still the whole folder that is counted.
import type { PhotoReport, Verdict } from '../types/report.js';

export function isSelected({ verdict }: Pick<PhotoReport, 'verdict'>, select: Verdict | null): boolean {
  return select === null || verdict === select;
}
