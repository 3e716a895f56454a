// With --select only the photos with one verdict are listed. The counts still cover all photos.
import type { PhotoReport, Verdict } from '../types/report.js';

export function isSelected({ verdict }: Pick<PhotoReport, 'verdict'>, select: Verdict | null): boolean {
  return select === null || verdict === select;
}
