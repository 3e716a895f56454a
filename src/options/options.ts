// The one frozen options object. Made once by resolveOptions; argv and the environment are not read
// later.
import type { Decided } from '../findings/decide.js';
import type { ReportRequest } from '../reporters/render-all.js';
import type { Coverage } from '../rules/coverage.js';
import type { Rule } from '../rules/rule.js';
import type { RegionSource } from '../services/countries.js';
import type { ServiceProfile } from '../services/profile.js';
import type { Shell } from '../terminal/shell.js';
import type { VideoSettings } from '../types/video.js';
import type { PlainOptionsOf } from './flag.js';
import type { Flags } from './flags.js';
import type { RepeatedFlags } from './repeated-flags.js';

/**
 * Options that one flag sets are described in the table of flags. Those below are made of several
 * flags, the configuration and the environment.
 */
export interface ScanOptions extends PlainOptionsOf<Flags> {
  readonly command: 'scan' | 'check' | 'report' | 'accept';
  /** Folders and files as given. */
  readonly roots: readonly string[];
  /** Rules that are on, with the configuration's severities and --min-score already applied. */
  readonly rules: readonly Rule[];
  /** Whether these rules suffice to call a photo safe. */
  readonly coverage: Coverage;
  /** Decisions that have not expired, and the findings of the baseline. */
  readonly decided: Decided;
  /** Profiles of the services asked about, at least one. */
  readonly services: readonly ServiceProfile[];
  /** The country in which they are assessed (ISO 3166-1 alpha-2), and what it was taken from. */
  readonly region: string | null;
  readonly regionFrom: RegionSource | null;
  /** YYYY-MM-DD: the day of the run, by which the age of a profile is judged. */
  readonly today: string;
  readonly videoSettings: VideoSettings;
  /** Absolute path of the folder where results are kept; null where none are used or kept. */
  readonly cacheFolder: string | null;
  readonly isProgressShown: boolean;
  /** At least one. */
  readonly reports: readonly ReportRequest[];
  /** What starts this program again, for hints. */
  readonly program: string;
  /** Flags of this run that the commands in hints repeat. */
  readonly repeated: RepeatedFlags;
  /** How words of a hint are quoted. */
  readonly shell: Shell;
  /** Milliseconds one photo may take. */
  readonly timeLimitMs: number;
}
