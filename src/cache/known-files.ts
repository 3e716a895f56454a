// What the walk asks the cache, so that it need not open a file that it has met before.
import type { Identity } from '../formats/identify.js';
import type { FileFacts } from '../types/target.js';

/** What the first bytes of a file, and its name, have shown. */
export interface Recognised {
  /** Its name: where the bytes leave it open, the name decides. */
  readonly name: string;
  /** Null for a file that is no target. */
  readonly identity: Identity | null;
  /** `pdf`, `zip` and so on for one that may hold photos and is not opened. */
  readonly closed: string | null;
}

export interface KnownFiles {
  /** @throws file system errors */
  factsOf(path: string): Promise<FileFacts>;
  /** Null where the file must be opened. */
  recall(path: string, name: string, facts: FileFacts): Recognised | null;
  /** A file that is no target. What a target is follows from its result. */
  noteIgnored(path: string, facts: FileFacts, found: Recognised): void;
}
