// Waits until a condition is true, instead of a fixed time.

// Saved now, because a test may replace the clock later.
const { setTimeout, performance } = globalThis;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/**
 * Returns the value of `condition` once it is truthy; checked every few milliseconds.
 * @throws after `ms` milliseconds
 */
export async function until<T>(condition: () => T | Promise<T>, ms = 60_000): Promise<Truthy<T>> {
  const deadline = performance.now() + ms;
  for (;;) {
    const met = await condition();
    if (met) return met as Truthy<T>;
    if (performance.now() > deadline) throw new Error(`after ${ms} ms still not true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
