import { writeFileSync } from 'node:fs';
import { createEngine } from '../src/inference/index.js';
import { seePhoto } from './faces/collect.js';
import { readLabels } from './labels.js';

const [dir, part, of] = process.argv.slice(2);
const { files } = await readLabels(dir!);
const used = files
  .filter(({ folder }) => ['faces', 'children', 'negatives'].includes(folder))
  .filter((_, i) => i % Number(of) === Number(part));
const engine = await createEngine('onnx');
const out = [];
for (const file of used) out.push(JSON.stringify(await seePhoto(dir!, file, engine)));
writeFileSync(`/tmp/shard/${part}.ndjson`, `${out.join('\n')}\n`);
