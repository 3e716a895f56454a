// A recorded decision that one finding in one file is fine.
import type { Acceptance } from './finding.js';

export interface Decision extends Acceptance {
  /** Of the finding: it changes with the content of the file. */
  readonly fingerprint: string;
  readonly rule: string;
  /** Name of the file when it was recorded, for the person's list; it decides nothing. */
  readonly file: string;
}
