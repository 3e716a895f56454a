// Recall of labelled values by layout and rotation, on drawn pictures: `npx tsx eval/layouts.ts`
// prints the table of docs/accuracy.md, `npx tsx eval/layouts.ts '' secrets` that of secrets.
import { createEngine } from '../src/inference/index.js';
import { LAYOUT_IDS, ROTATIONS } from '../test/helpers/laid-out/draw.js';
import { findLaidOut } from '../test/helpers/laid-out/find.js';
import { SECRETS } from '../test/helpers/laid-out/secret-values.js';
import { LABELLED } from '../test/helpers/laid-out/values.js';
import { share } from './stats.js';

const only = process.argv[2] ?? '';
const values = process.argv[3] === 'secrets' ? SECRETS : LABELLED;
const engine = await createEngine('onnx');
const missed: string[] = [];
const wrong: string[] = [];
let [found, all] = [0, 0];

console.log(`| layout | ${values.map(({ id }) => id.replaceAll('-', ' ')).join(' | ')} |`);
console.log(`| --- |${' --- |'.repeat(values.length)}`);
for (const layout of LAYOUT_IDS.filter((id) => id.includes(only))) {
  const counts: string[] = [];
  for (const value of values) {
    let count = 0;
    for (const rotation of ROTATIONS) {
      const { isFound, others } = await findLaidOut(value, layout, rotation, engine);
      const name = `${value.id}, ${layout}, rotated by ${rotation}`;
      if (isFound) count += 1;
      else missed.push(name);
      if (others.length > 0) wrong.push(`${name}: ${others.join('; ')}`);
    }
    counts.push(`${count} of ${ROTATIONS.length}`);
    found += count;
    all += ROTATIONS.length;
  }
  console.log(`| ${layout} | ${counts.join(' | ')} |`);
}
const { interval } = share(found, all);
const percent = (part: number): string => (100 * part).toFixed(1);
console.log(
  `\n${found} of ${all}, ${percent(found / all)} %`,
  interval === null ? '' : Object.values(interval).map(percent),
);
console.log(['', 'Missed:', ...missed, '', 'Found, but not there:', ...wrong].join('\n'));
