// Shows how far a build is, on stderr: a bar on a terminal, elsewhere one line at its beginning.
import { bar } from '../src/terminal/progress.js';
import { createStatusLine } from '../src/terminal/status-line.js';

export interface Steps {
  /** @param step what is being made now */
  show(done: number, total: number, step: string): void;
  clear(): void;
}

/** @param what `building the models` */
export function createSteps(what: string, stream: NodeJS.WriteStream = process.stderr): Steps {
  stream.write(`lenscap: ${what}\n`);
  if (!stream.isTTY || process.env.TERM === 'dumb') return { show() {}, clear() {} };
  const line = createStatusLine(stream);
  return {
    show: (done, total, step) => line.show(`${bar(done, total)} ${done + 1}/${total}  ${step}`),
    clear: () => line.clear(),
  };
}
