// An earlier JSON report: what it has is known.
import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { SCHEMA_VERSION } from '../types/report.js';

/**
 * The fingerprints of its findings.
 * @throws UsageError if it cannot be read, or is no report of this version
 */
export async function readBaseline(file: string): Promise<ReadonlySet<string>> {
  const refuse = (what: string) => new UsageError(`--baseline ${JSON.stringify(file)}: ${what}`);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === 'ENOENT' ? 'the file does not exist' : `it cannot be read (${error.code})`);
  });
  const fingerprints = fingerprintsIn(text);
  if (typeof fingerprints !== 'string') return fingerprints;
  throw refuse(`${fingerprints}; write one with --format json`);
}

/** The fingerprints, or why there are none. */
function fingerprintsIn(text: string): ReadonlySet<string> | string {
  const report = parsed(text);
  if (!isRecord(report) || !isRecord(report.tool) || report.tool.name !== 'lenscap') {
    return 'this is not a JSON report of lenscap, or it is cut off';
  }
  if (report.schemaVersion !== SCHEMA_VERSION) {
    return `it has version ${String(report.schemaVersion)} of the report, and this lenscap reads ${SCHEMA_VERSION}`;
  }
  // The summary is last: without it a part may be missing.
  if (!Array.isArray(report.photos) || !isRecord(report.summary)) return 'a part of the report is missing';
  const fingerprints = report.photos.flatMap((photo: unknown) =>
    isRecord(photo) && Array.isArray(photo.findings) ? photo.findings.map(fingerprintOf) : [null],
  );
  return fingerprints.every((each) => each !== null) ? new Set(fingerprints) : 'a finding of it is damaged';
}

function fingerprintOf(finding: unknown): string | null {
  const fingerprint = isRecord(finding) ? finding.fingerprint : null;
  return typeof fingerprint === 'string' && /^[0-9a-f]{64}$/.test(fingerprint) ? fingerprint : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
