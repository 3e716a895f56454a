// Run by exifr.slow.test.ts in a process of its own, which can be killed: what exifr reads of each
// file, one line of JSON each. exifr loops for ever on some damaged files.
import { readFileSync } from 'node:fs';
import exifr from 'exifr';

const ALL = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  xmp: true,
  iptc: true,
  icc: false,
  jfif: false,
  ihdr: false,
};
const RAW = { mergeOutput: false, multiSegment: true, reviveValues: false, translateValues: false, sanitize: true };

for (const path of process.argv.slice(2)) {
  let read: unknown = null;
  try {
    read = (await exifr.parse(readFileSync(path), { ...ALL, ...RAW })) ?? null;
  } catch {
    // It does not read the format, or the file is damaged.
  }
  const text = JSON.stringify({ path, read }, (_, value) => (value instanceof Uint8Array ? null : value));
  process.stdout.write(`${text}\n`);
}
