// Ctrl-C and the like: what a run has open is put away first, and then the program ends by the signal, as it would have without this.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * @param putAway called once, at the first signal; a second one ends the program at once
 * @returns what ends the listening
 */
export function beforeSignal(putAway: () => Promise<void>): () => void {
  const stop = () => {
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    stop();
    // Whoever waits for the program sees by what it was ended, whether or not all could be put away.
    void putAway().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
