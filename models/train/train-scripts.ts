// Fits text-script: one linear layer on the features of text-recognition, which tells the script of
// a line. Softmax regression with weight decay.
//   tsx models/train/train-scripts.ts TRAIN.ndjson HELD-OUT.ndjson
import { readFileSync, writeFileSync } from 'node:fs';
import { featureBytes, UNITS } from '../../src/ocr/line-features.js';
import { SCRIPTS } from '../../src/ocr/script-names.js';

const EPOCHS = 60;
const RATE = 0.05;
const DECAY = 1e-4;
const BATCH = 32;

interface Line {
  readonly label: number;
  readonly values: Float32Array;
}

function read(path: string): readonly Line[] {
  const rows = readFileSync(path, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const { script, values } = JSON.parse(row);
    const bytes = featureBytes(Float32Array.from(values as number[]));
    return { label: SCRIPTS.indexOf(script), values: Float32Array.from(bytes, (byte) => byte / UNITS) };
  });
}

const [train = '', heldOut = ''] = process.argv.slice(2);
const lines = read(train);
const size = lines[0]?.values.length ?? 0;
const classes = SCRIPTS.length;
const weights = new Float64Array(size * classes);
const bias = new Float64Array(classes);
// Features differ in scale; each weight moves in units of its own feature.
const scale = Float64Array.from({ length: size }, (_, index) => {
  const sum = lines.reduce((total, { values }) => total + values[index]! ** 2, 0);
  return 1 / Math.max(0.05, Math.sqrt(sum / lines.length));
});
const counts = SCRIPTS.map((_, index) => lines.filter(({ label }) => label === index).length);

function probabilities({ values }: Line): Float64Array {
  const logits = Float64Array.from(bias);
  for (let index = 0; index < size; index += 1) {
    const value = values[index]!;
    if (value !== 0) for (let one = 0; one < classes; one += 1) logits[one]! += value * weights[index * classes + one]!;
  }
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

let state = 1;
const random = () => {
  state = (state * 1664525 + 1013904223) % 4294967296;
  return state / 4294967296;
};
for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  const order = lines.map((line) => ({ line, key: random() })).sort((a, b) => a.key - b.key);
  const rate = RATE * (1 - epoch / EPOCHS);
  for (let start = 0; start < order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH);
    const errors = batch.map(({ line }) => {
      const error = probabilities(line);
      error[line.label]! -= 1;
      // Each script counts alike, whatever the number of its lines; Latin counts twice.
      const weight = (lines.length / classes / counts[line.label]!) * (line.label === 0 ? 3 : 1);
      return error.map((one) => one * Math.min(3, weight));
    });
    for (let index = 0; index < size; index += 1) {
      const step = (rate * scale[index]! ** 2) / batch.length;
      for (let one = 0; one < classes; one += 1) {
        let sum = DECAY * weights[index * classes + one]!;
        for (const [at, { line }] of batch.entries()) sum += errors[at]![one]! * line.values[index]!;
        weights[index * classes + one]! -= step * sum;
      }
    }
    for (let one = 0; one < classes; one += 1) {
      bias[one]! -= (rate / batch.length) * errors.reduce((total, error) => total + error[one]!, 0);
    }
  }
}

for (const [name, set] of [
  ['trained on', lines],
  ['held out', read(heldOut)],
] as const) {
  const wrong = set.map((line) => ({ line, told: probabilities(line) }));
  const best = (told: Float64Array) => told.indexOf(Math.max(...told));
  const right = wrong.filter(({ line, told }) => best(told) === line.label).length;
  console.log(`${name}: ${right} of ${set.length}`);
  for (const [index, script] of SCRIPTS.entries()) {
    const own = wrong.filter(({ line }) => line.label === index);
    const as = new Map<string, number>();
    for (const { told } of own) as.set(SCRIPTS[best(told)]!, (as.get(SCRIPTS[best(told)]!) ?? 0) + 1);
    console.log(
      `  ${script}: ${[...as]
        .sort(([, a], [, b]) => b - a)
        .map(([told, count]) => `${told} ${count}`)
        .join(', ')}`,
    );
  }
}
const floats = Float32Array.from([...weights, ...bias]);
writeFileSync(new URL('../weights/text-script.bin', import.meta.url), new Uint8Array(floats.buffer));
const list = [
  { name: 'script/weights', shape: [size, classes], dtype: 'float32' },
  { name: 'script/bias', shape: [classes], dtype: 'float32' },
];
writeFileSync(new URL('../weights/text-script.json', import.meta.url), `${JSON.stringify([{ weights: list }])}\n`);
