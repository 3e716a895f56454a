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
 * How many of `count` each room gets; at least one for every room with breaks while there are
 * enough.
 */
export function quotas(rooms: readonly Room[], count: number): ReadonlyMap<string, number> {
  const guarded = rooms.filter(({ name }) => isGuarded(name));
  const others = rooms.filter(({ name }) => !isGuarded(name));
  const each = others.length === 0 ? count / guarded.length : Math.max(1, Math.round(count * GUARDED_SHARE));
  const left = Math.max(0, count - each * guarded.length);
  const lines = others.reduce((sum, room) => sum + room.lines, 0);
  const exact = new Map<string, number>(guarded.map(({ name }) => [name, each]));
  for (const { name, lines: own } of others) exact.set(name, Math.max(1, (left * own) / lines));
  return rounded(exact, count);
}

/** Integers whose sum is `count`: rounded down, then the largest remainders are rounded up. */
function rounded(exact: ReadonlyMap<string, number>, count: number): ReadonlyMap<string, number> {
  const whole = new Map([...exact].map(([name, share]) => [name, Math.floor(share)]));
  const byRemainder = [...exact].sort(([, a], [, b]) => (b % 1) - (a % 1)).map(([name]) => name);
  const bySize = [...exact].sort(([, a], [, b]) => b - a).map(([name]) => name);
  let missing = count - [...whole.values()].reduce((sum, own) => sum + own, 0);
  for (let at = 0; missing !== 0 && byRemainder.length > 0; at++) {
    const name = (missing > 0 ? byRemainder : bySize)[at % byRemainder.length] ?? '';
    const own = whole.get(name) ?? 0;
    if (missing < 0 && own === 0) continue;
    whole.set(name, own + Math.sign(missing));
    missing -= Math.sign(missing);
  }
  return whole;
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
