// One stream for several readers, without a queue: the next item is taken when every reader has
// asked for it.

export interface Shared<T> {
  readonly readers: readonly AsyncIterable<T>[];
  /** Ends the source and every reader that waits; readers that asked get no more items. */
  stop(): Promise<void>;
}

type Waiting<T> = PromiseWithResolvers<IteratorResult<T>>;

/**
 * A reader that leaves its loop holds up no other one. All of them must be read at the same time.
 */
export function share<T>(source: AsyncIterable<T>, readers: number): Shared<T> {
  const items = source[Symbol.asyncIterator]();
  const end: IteratorResult<T> = { done: true, value: undefined };
  let active = readers;
  let waiting: Waiting<T>[] = [];
  let isStopped = false;

  const settle = (how: (each: Waiting<T>) => void) => {
    const all = waiting;
    waiting = [];
    all.forEach(how);
  };
  const takeIfAllWait = () => {
    if (waiting.length === 0 || waiting.length < active) return;
    items.next().then(
      (result) => settle(({ resolve }) => resolve(isStopped ? end : result)),
      (error) => settle(({ reject }) => reject(error)),
    );
  };
  const stop = async () => {
    isStopped = true;
    settle(({ resolve }) => resolve(end));
    await items.return?.();
  };
  const reader = (): AsyncIterator<T> => {
    let isEnded = false;
    return {
      next() {
        if (isEnded || isStopped) return Promise.resolve(end);
        const next = withResolvers<IteratorResult<T>>();
        waiting.push(next);
        takeIfAllWait();
        return next.promise;
      },
      async return() {
        if (isEnded) return end;
        isEnded = true;
        active--;
        if (active === 0) await stop();
        else takeIfAllWait();
        return end;
      },
    };
  };
  return {
    readers: Array.from({ length: readers }, () => {
      const one = reader();
      return { [Symbol.asyncIterator]: () => one };
    }),
    stop,
  };
}

interface PromiseWithResolvers<V> {
  readonly promise: Promise<V>;
  resolve(value: V): void;
  reject(reason: unknown): void;
}

/** Node.js 20 has no Promise.withResolvers. */
function withResolvers<V>(): PromiseWithResolvers<V> {
  let [resolve, reject]: [(value: V) => void, (reason: unknown) => void] = [() => {}, () => {}];
  const promise = new Promise<V>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
