// The person's own configuration: from --config or their configuration folder, never from the scanned one.
import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import type { EngineId } from '../inference/engine.js';
import type { Severity } from '../types/finding.js';
import type { FailOn, VideoMode } from './options.js';

export interface Config {
  /** By id: how severe a rule's findings are at most, or `off`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
  readonly minScore?: number | undefined;
  readonly service?: string | undefined;
  readonly failOn?: FailOn | undefined;
  readonly jobs?: number | undefined;
  readonly videos?: VideoMode | undefined;
  readonly frames?: number | undefined;
  readonly engine?: EngineId | undefined;
}

/** What a configuration may name. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly services: readonly string[];
}

/**
 * @param named the file of --config; it must exist
 * @param usual the file that is read otherwise, if it exists
 * @throws UsageError in one line: the file, where in it, what is wrong
 */
export async function readConfig(named: string | undefined, usual: string, known: KnownNames): Promise<Config> {
  const file = named ?? usual;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && named === undefined) return null;
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new UsageError(`configuration ${JSON.stringify(file)}: ${why}; name another with --config`);
  });
  if (text === null) return {};
  // Most people have no configuration: only those who do wait for its reader.
  const { parseConfig } = await import('./config-schema.js');
  try {
    return parseConfig(text, known);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`configuration ${JSON.stringify(file)}: ${error.message}`);
  }
}
