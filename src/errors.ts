// What is thrown on purpose.
import type { ProblemCode, Unseen } from './types/problem.js';

/** A photo's bytes or pixels could not be had; `code` says why. Caught in the worker and turned into a problem. */
export class PhotoError extends Error implements Unseen {
  override readonly name = 'PhotoError';
  constructor(
    readonly code: ProblemCode,
    readonly detail = '',
    /** Where it is not the photo but a file alongside it. */
    readonly path: string | null = null,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** Wrong usage, configuration or installation: printed as one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
