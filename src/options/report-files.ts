// Where the reports go, and in which formats.
import { UsageError } from '../errors.js';
import { formatOfName } from '../reporters/index.js';
import type { ReportRequest } from '../reporters/render-all.js';
import type { Given } from './flags.js';

export type ReportFile = Pick<ReportRequest, 'format' | 'file'>;

/**
 * Without --output one report on standard output, which `-` names, too. `--output report.json` is
 * JSON unless --format was given. Of several files each has the format of its name; --format is
 * for those whose names state none.
 * @throws UsageError where two reports would be written to one place
 */
export function reportFormats({ output = [], format }: Given): readonly ReportFile[] {
  if (output.length === 0) return [{ file: null, format: format ?? 'text' }];
  const twice = output.find((file, at) => output.indexOf(file) !== at);
  if (twice !== undefined) {
    throw new UsageError(`--output ${JSON.stringify(twice)}: given twice; name another file for each report`);
  }
  return output.map((name) => {
    const ofName = name === '-' ? null : formatOfName(name);
    const chosen = output.length === 1 ? (format ?? ofName) : (ofName ?? format);
    return { file: name === '-' ? null : name, format: chosen ?? 'text' };
  });
}
