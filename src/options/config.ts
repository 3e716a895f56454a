// The person's own configuration: from --config or their configuration folder, never from the
// scanned one.
import { readFile } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import type { Config, KnownNames } from './config-schema.js';
import type { Flags } from './flags.js';

/**
 * @param named the file of --config; it must exist
 * @param usual the file that is read otherwise, if it exists; null for none
 * @throws UsageError in one line: the file, where in it, what is wrong
 */
export async function readConfig(
  named: string | undefined,
  usual: string | null,
  known: KnownNames,
  flags: Flags,
): Promise<Config> {
  const file = named ?? usual;
  if (file === null) return {};
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && named === undefined) return null;
    const why = error.code === 'ENOENT' ? 'the file does not exist' : `it cannot be read (${error.code})`;
    throw new UsageError(`configuration ${JSON.stringify(file)}: ${why}; name another with --config`);
  });
  if (text === null) return {};
  // Most people have no configuration: only those who do wait for its reader.
  const { parseConfig } = await import('./config-schema.js');
  try {
    return parseConfig(text, known, flags);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`configuration ${JSON.stringify(file)}: ${error.message}`);
  }
}
