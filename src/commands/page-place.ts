// Where a page with pictures must not go: next to the photos it would be uploaded with them, and a
// terminal shows nothing of it.
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from '../cleaning/destination.js';
import { UsageError } from '../errors.js';
import { refusal } from '../options/values.js';
import type { ReportRequest } from '../reporters/render-all.js';

/**
 * @param roots folders and files as given
 * @throws UsageError
 */
export async function refusePagePlaces(
  reports: readonly Pick<ReportRequest, 'file' | 'format'>[],
  roots: readonly string[],
  isStdoutTty: boolean,
): Promise<void> {
  for (const { file, format } of reports) {
    if (format !== 'html') continue;
    if (file !== null) await refuseInside(file, roots);
    else if (isStdoutTty) {
      throw new UsageError('--format html is a page for a browser; name a file for it, such as --output report.html');
    }
  }
}

async function refuseInside(file: string, roots: readonly string[]): Promise<void> {
  const page = await realPathOf(file);
  for (const root of roots) {
    const scanned = await realpath(root).catch(() => resolve(root));
    if (page !== scanned && isInside(page, scanned)) {
      const why = `the page holds copies of your photos and would be uploaded with ${JSON.stringify(root)}`;
      throw refusal('--output', file, `${why}; name a file outside of it`);
    }
  }
}

/** A folder that does not exist is reported where the file is opened. */
async function realPathOf(file: string): Promise<string> {
  const whole = resolve(file);
  const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
  return realpath(whole).catch(() => join(folder, basename(whole)));
}
