// Chooses the breaks to try: the same for the same seed and the same code.
import type { Break } from './operators.js';
import { isGuarded } from './rooms.js';

/**
 * Share of all breaks for each guarded kind. The rest is distributed to the rooms by their lines.
 */
const GUARDED_SHARE = 0.06;

export interface Room {
  readonly name: string;
  readonly lines: number;
  readonly breaks: readonly Break[];
}

/** One break to try, and its replacements in order if it does not compile. */
export interface Slot {
  readonly room: string;
  readonly candidates: readonly Break[];
}

/** Numbers from 0 to 1 (exclusive), the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How many of `count` each room gets: guarded kinds have their share, the others by their lines,
 * and every room at least one while there are enough.
 */
export function quotas(rooms: readonly Room[], count: number): ReadonlyMap<string, number> {
  const guarded = rooms.filter(({ name }) => isGuarded(name));
  const others = rooms.filter(({ name }) => !isGuarded(name));
  if (others.length === 0) return inShares(guarded, count);
  const kept = Math.min(count, guarded.length * Math.max(1, Math.round(count * GUARDED_SHARE)));
  const even = guarded.map((room) => ({ ...room, lines: 1 }));
  return new Map([...inShares(even, kept), ...inShares(others, count - kept)]);
}

/** Integers whose sum is `count`: one for each room if there are enough, the rest by lines. */
function inShares(rooms: readonly Room[], count: number): ReadonlyMap<string, number> {
  const base = count >= rooms.length ? 1 : 0;
  const rest = count - base * rooms.length;
  const lines = rooms.reduce((sum, room) => sum + room.lines, 0);
  const exact = rooms.map((room) => ({ name: room.name, share: (rest * room.lines) / lines }));
  const missing = rest - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
  // Rounded down, then the largest remainders are rounded up.
  const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1)).map(({ name }) => name);
  const up = new Set(byRemainder.slice(0, missing));
  return new Map(exact.map(({ name, share }) => [name, base + Math.floor(share) + (up.has(name) ? 1 : 0)]));
}

/**
 * Operators are chosen equally often. Otherwise tables of words and numbers, which have most of the
 * breaks, would crowd out the rest. A line is broken once.
 */
export function chooseSlots(rooms: readonly Room[], count: number, seed: number): readonly Slot[] {
  const slots: Slot[] = [];
  for (const [at, [name, quota]] of [...quotas(rooms, count)].entries()) {
    const breaks = rooms.find((room) => room.name === name)?.breaks ?? [];
    const order = inTurn(breaks, random(seed * 1000 + at));
    for (let slot = 0; slot < Math.min(quota, order.length); slot++) {
      slots.push({ room: name, candidates: order.filter((_, index) => index % quota === slot) });
    }
  }
  return slots;
}

function inTurn(breaks: readonly Break[], next: () => number): readonly Break[] {
  const byOperator = new Map<string, Break[]>();
  for (const one of breaks) byOperator.set(one.operator, [...(byOperator.get(one.operator) ?? []), one]);
  const waiting = [...byOperator.values()];
  const lines = new Set<string>();
  const order: Break[] = [];
  while (waiting.length > 0) {
    const at = Math.floor(next() * waiting.length);
    const own = waiting[at] ?? [];
    const [chosen] = own.splice(Math.floor(next() * own.length), 1);
    if (own.length === 0) waiting.splice(at, 1);
    if (!chosen || lines.has(`${chosen.file}:${chosen.line}`)) continue;
    lines.add(`${chosen.file}:${chosen.line}`);
    order.push(chosen);
  }
  return order;
}
