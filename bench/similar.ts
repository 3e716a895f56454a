// How long the grouping of similar photos takes: `npx tsx bench/similar.ts`. Half of the photos are
// like an earlier one.
import { createHash } from 'node:crypto';
import { SimilarPhotos } from '../src/gallery/similar-photos.js';

function hashOf(n: number): string {
  return createHash('sha256').update(String(n)).digest('hex').slice(0, 16);
}

for (const photos of [5_000, 10_000, 20_000, 40_000]) {
  const similar = new SimilarPhotos();
  for (let n = 0; n < photos; n++) {
    const hash = BigInt(`0x${hashOf(n >> 1)}`) ^ (n % 2 === 0 ? 0n : 0b1011n << BigInt(n % 60));
    similar.add(`${n}.jpg`, hashOf(n), hash.toString(16).padStart(16, '0'));
  }
  const startedAt = process.cpuUsage();
  const groups = similar.groups().length;
  const { user } = process.cpuUsage(startedAt);
  console.log(`${photos} photos: ${groups} groups in ${Math.round(user / 1000)} ms of CPU`);
}
