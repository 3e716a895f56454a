// Reads a source as fast as it yields. So the number of targets is known while the first ones are
// still being examined.

/**
 * Yields the items of `source` in order; `source` runs on without waiting for the consumer.
 * An error of `source` is thrown after the items that came before it.
 */
export async function* readAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const items: T[] = [];
  let isDone = false;
  let failure: { error: unknown } | null = null;
  let wake = () => {};
  const reading = (async () => {
    try {
      for await (const item of source) {
        items.push(item);
        wake();
      }
    } catch (error) {
      failure = { error };
    }
    isDone = true;
    wake();
  })();
  for (let next = 0; ; next++) {
    while (next >= items.length && !isDone) await new Promise<void>((resolve) => (wake = resolve));
    if (next >= items.length) break;
    const item = items[next] as T;
    delete items[next];
    yield item;
  }
  await reading;
  if (failure) throw (failure as { error: unknown }).error;
}
