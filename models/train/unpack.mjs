// node unpack.mjs NSFWJS_FOLDER OUT: takes the backbone out of the installed package nsfwjs, whose models are JavaScript modules,
// as backbone.json (layers by name: operation, shapes, quantization) and backbone.bin (their octets, one after the other).
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [source, out] = process.argv.slice(2);
if (!source || !out) throw new Error('usage: node unpack.mjs NSFWJS_FOLDER OUT');
const require = createRequire(import.meta.url);
const folder = resolve(source, 'dist/models/mobilenet_v2_mid');
const shards = readdirSync(folder).filter((name) => name.startsWith('group1-shard'));
const octets = Buffer.concat(shards.sort().map((name) => Buffer.from(require(join(folder, name)), 'base64')));
const { modelTopology, weightsManifest } = require(join(folder, 'model.min.js'));

const weights = new Map();
let at = 0;
for (const entry of weightsManifest.flatMap((group) => group.weights)) {
  const size = entry.shape.reduce((a, b) => a * b, 1) * (entry.quantization ? 1 : 4);
  weights.set(entry.name, { ...entry, octets: octets.subarray(at, at + size) });
  at += size;
}
const layers = [];
for (const { name, op, input } of modelTopology.node) {
  if (!name.includes('/MobilenetV2/') || (op !== '_FusedConv2D' && op !== 'FusedDepthwiseConv2dNative')) continue;
  const layer = name.split('/MobilenetV2/')[1];
  layers.push(
    { ...weights.get(input[1]), name: `${layer}/filters` },
    { ...weights.get(input[2]), name: `${layer}/bias` },
  );
}
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, 'backbone.json'),
  JSON.stringify(
    layers.map(({ octets: _, ...layer }) => layer),
    null,
    1,
  ),
);
writeFileSync(join(out, 'backbone.bin'), Buffer.concat(layers.map((layer) => layer.octets)));
