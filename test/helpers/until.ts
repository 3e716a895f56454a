// Waiting for something to become true, in place of a time after which it should be.

// Taken now: a test may put a clock of its own in their place later.
const { setTimeout, performance } = globalThis;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/** Settles with what `condition` gives once that is truthy, asked every few milliseconds. @throws after `ms` milliseconds */
export async function until<T>(condition: () => T | Promise<T>, ms = 60_000): Promise<Truthy<T>> {
  const deadline = performance.now() + ms;
  for (;;) {
    const met = await condition();
    if (met) return met as Truthy<T>;
    if (performance.now() > deadline) throw new Error(`after ${ms} ms it is still not so: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
