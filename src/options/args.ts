// The options of `scan` and `check` as the command line gives them: strings and switches, nothing checked yet.

/** Absent where not given. The names are commander's, from the flags; resolve.ts says what each may be. */
export interface CliArgs {
  readonly format?: string;
  readonly select?: string;
  readonly null?: boolean;
  readonly output?: string;
  readonly failOn?: string;
  readonly only?: string;
  readonly skip?: string;
  readonly minScore?: string;
  readonly jobs?: string;
  readonly filesFrom?: string;
  readonly service?: string;
  readonly asOf?: string;
  readonly onlyTaken?: boolean;
  readonly engine?: string;
  readonly fast?: boolean;
  readonly videos?: string;
  readonly frames?: string;
  readonly timeLimit?: string;
  readonly config?: string;
  /** False by `--no-cache`. No effect yet: this version keeps no cache. */
  readonly cache?: boolean;
  readonly showValues?: boolean;
  readonly quiet?: boolean;
  /** False by `--no-progress`. */
  readonly progress?: boolean;
  readonly color?: string;
}
