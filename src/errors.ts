// The errors that are thrown on purpose.
import type { ProblemCode, Unseen } from './types/problem.js';

/**
 * The bytes or pixels of a photo cannot be read; `code` is the reason. The worker catches it and
 * reports a problem.
 */
export class PhotoError extends Error implements Unseen {
  override readonly name = 'PhotoError';
  constructor(
    readonly code: ProblemCode,
    readonly detail = '',
    /**
     * Path of the file at fault if that is a file alongside the photo; null for the photo itself.
     */
    readonly path: string | null = null,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** Wrong usage, configuration or installation. Printed as one line; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A scan was stopped by the caller's `AbortSignal`; `cause` is the signal's reason. Named as
 * Node.js names its own.
 */
export class AbortError extends Error {
  override readonly name = 'AbortError';
  readonly code = 'ABORT_ERR';
  constructor(reason: unknown) {
    super('the scan was stopped before its end', { cause: reason });
  }
}
