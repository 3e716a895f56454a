// Groups copies, edits and shots of the same scene by their perceptual hashes. The same photos give
// the same groups, whatever their order.
import { createHash } from 'node:crypto';
import type { PhotoGroup } from '../types/report.js';

/**
 * Bits of the 64 in which a photo may differ from the first of its group. Of 766 labelled photos
 * (293,000 pairs, told apart by their names) two pairs of forms of one kind may be different ones
 * within 8, and at least four pairs within 12; of 64 photos saved again at half the size 60 differ
 * in at most 8, cut by 2 % on each side 52, and brightened by a fifth 62.
 */
export const MAX_DISTANCE = 8;

/**
 * Bits of the parts of a hash. Of five parts at least one differs in one bit at most where all of
 * them together differ in at most nine.
 */
const PART_BITS = [13, 13, 13, 13, 12] as const;

interface Member {
  readonly path: string;
  readonly sha256: string;
  /** The two halves of the hash; null where there is none. */
  readonly hash: readonly [number, number] | null;
  /** The parts of the hash, each with its position, as one number; empty without a hash. */
  readonly parts: readonly number[];
}

/** A photo with the ones like it; the first of the group by path. */
interface Leader extends Member {
  readonly paths: string[];
}

export class SimilarPhotos {
  readonly #members: Member[] = [];

  /** @param hash 16 hexadecimal digits; null where no picture was decoded */
  add(path: string, sha256: string | null, hash: string | null): void {
    if (sha256 === null) return;
    const halves = hash === null ? null : ([halfOf(hash, 0), halfOf(hash, 8)] as const);
    this.#members.push({ path, sha256, hash: halves, parts: hash === null ? [] : partsOf(hash) });
  }

  /**
   * Groups of two photos or more, by the path of their first. Each photo joins the most similar of
   * those that begin a group, so that a chain of small changes does not join what is not similar.
   */
  groups(): readonly PhotoGroup[] {
    const index = new LeaderIndex();
    const sorted = [...this.#members].sort((a, b) => compare(a.path, b.path) || compare(a.sha256, b.sha256));
    for (const member of sorted) {
      const leader = index.find(member);
      if (leader === null) index.add({ ...member, paths: [member.path] });
      else leader.paths.push(member.path);
    }
    return index.leaders
      .filter(({ paths }) => paths.length > 1)
      .map(({ sha256, paths }) => ({ id: idOf(sha256), paths }));
  }
}

/**
 * Finds the leader in reach without comparing all: only those of which a part differs in one bit at
 * most. A BK-tree visits most of its nodes at this distance.
 */
class LeaderIndex {
  readonly leaders: Leader[] = [];
  readonly #byContent = new Map<string, Leader>();
  readonly #byPart = new Map<number, Leader[]>();

  add(leader: Leader): void {
    this.leaders.push(leader);
    this.#byContent.set(leader.sha256, leader);
    for (const part of leader.parts) {
      const same = this.#byPart.get(part);
      if (same === undefined) this.#byPart.set(part, [leader]);
      else same.push(leader);
    }
  }

  find(member: Member): Leader | null {
    const copy = this.#byContent.get(member.sha256);
    if (copy !== undefined) return copy;
    let [closest, distance]: [Leader | null, number] = [null, MAX_DISTANCE + 1];
    for (const part of member.parts.flatMap(withNeighbours)) {
      for (const leader of this.#byPart.get(part) ?? []) {
        const own = distanceOf(leader, member);
        if (own < distance || (own === distance && closest !== null && leader.path < closest.path)) {
          [closest, distance] = [leader, own];
        }
      }
    }
    return closest;
  }
}

function partsOf(hash: string): number[] {
  const bits = BigInt(`0x${hash}`).toString(2).padStart(64, '0');
  let from = 0;
  return PART_BITS.map((count, at) => {
    const part = Number.parseInt(bits.slice(from, from + count), 2);
    from += count;
    return (at << MAX_PART_BITS) | part;
  });
}

const MAX_PART_BITS = Math.max(...PART_BITS);

/** The part, and those that differ from it in one bit. */
function withNeighbours(part: number): number[] {
  const count = PART_BITS[part >> MAX_PART_BITS] ?? 0;
  return [part, ...Array.from({ length: count }, (_, bit) => part ^ (1 << bit))];
}

/** The number of bits that differ. */
function distanceOf({ hash: one }: Member, { hash: other }: Member): number {
  if (one === null || other === null) return Number.POSITIVE_INFINITY;
  return bitsOf(one[0] ^ other[0]) + bitsOf(one[1] ^ other[1]);
}

/** The number of ones in 32 bits. */
function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function halfOf(hash: string, from: number): number {
  return Number.parseInt(hash.slice(from, from + 8), 16) | 0;
}

/** Not the hash of the file itself, which would be taken for that of the group's content. */
function idOf(sha256: string): string {
  return createHash('sha256').update(`group\n${sha256}`).digest('hex').slice(0, 16);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
