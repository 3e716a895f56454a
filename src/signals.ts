// Handles Ctrl-C and similar signals: cleans up first, then ends the program by the same signal, as
// it would have ended without a handler.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * @param putAway called once, at the first signal; a second one ends the program at once
 * @returns a function that removes the handlers
 */
export function beforeSignal(putAway: () => Promise<void>): () => void {
  const stop = () => {
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    stop();
    // The parent process sees which signal ended the program, even if the clean-up failed.
    void putAway().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
