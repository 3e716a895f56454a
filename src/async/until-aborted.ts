// Lets a caller stop waiting for a stream.
import { AbortError } from '../errors.js';

/**
 * Yields what `source` yields. When the signal is aborted, `source` is no longer waited for: it
 * must end by itself.
 * @throws AbortError at once where the signal is aborted already, and as soon as it is
 */
export async function* untilAborted<T>(
  source: AsyncGenerator<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void> {
  if (signal === undefined) {
    yield* source;
    return;
  }
  if (signal.aborted) throw new AbortError(signal.reason);
  let listener = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    listener = () => reject(new AbortError(signal.reason));
    signal.addEventListener('abort', listener, { once: true });
  });
  // It may be aborted while the caller is busy with an event, when nothing waits here.
  aborted.catch(() => {});
  try {
    for (;;) {
      const next = source.next();
      // A source that fails after the abort is no longer waited for.
      next.catch(() => {});
      const { value, done } = await Promise.race([aborted, next]);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', listener);
    const closing = source.return(undefined);
    // After an abort the source may wait for what never comes, and is not waited for.
    if (signal.aborted) closing.catch(() => {});
    else await closing;
  }
}
