// Opens the places where reports go, and writes the reports as they become ready.

import { refusal } from '../options/values.js';
import type { Renderings, ReportRequest } from '../reporters/render-all.js';
import { fileOutput, type Output, streamOutput } from './output.js';

/** @throws UsageError if one of them cannot be written; then none of the others is left */
export async function openOutputs(
  reports: readonly ReportRequest[],
  stdout: NodeJS.WriteStream,
): Promise<readonly Output[]> {
  const opened: Output[] = [];
  try {
    for (const { file } of reports) {
      const output = file === null ? streamOutput(stdout) : await fileOutput(file);
      const { place } = output;
      const isTaken = place !== null && opened.some((other) => other.place === place);
      opened.push(output);
      if (isTaken)
        throw refusal('--output', file ?? '-', 'another --output leads to this file; name one for each report');
    }
  } catch (error) {
    await discardAll(opened);
    throw error;
  }
  return opened;
}

export async function discardAll(outputs: readonly Output[]): Promise<void> {
  await Promise.all(outputs.map((output) => output.discard()));
}

/**
 * If the run ends early, no part of a report file is left, of none of them.
 * @param beforeWriting called before each part: the progress bar makes room
 */
export async function writeAll(
  { texts, stop }: Renderings,
  outputs: readonly Output[],
  beforeWriting: () => void,
): Promise<void> {
  const write = async (text: AsyncIterable<string>, output: Output) => {
    for await (const part of text) {
      beforeWriting();
      await output.write(part);
    }
  };
  try {
    await Promise.all(texts.map((text, at) => write(text, outputs[at] as Output)));
    for (const output of outputs) await output.finish();
  } catch (error) {
    await discardAll(outputs);
    throw error;
  } finally {
    // Ends the workers if a report could not be written.
    await stop();
    beforeWriting();
  }
}
