// What `lenscap doctor` prints: whether this installation works, and its parts.
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { LANGUAGES } from '../detectors/documents/languages.js';
import { FORMATS, readerFor } from '../formats/registry.js';
import { createEngine, modelStatus } from '../inference/index.js';
import { currentEnvironment } from '../options/environment.js';
import { VERSION } from '../package.js';
import { nodeAdvice } from './node-advice.js';

export interface Diagnosis {
  readonly text: string;
  /** Whether a scan with the default engine can run. */
  readonly isHealthy: boolean;
}

interface Line {
  readonly name: string;
  readonly text: string;
  /** What to do about it; absent where scans work. */
  readonly fix?: string;
}

export async function examineInstallation(): Promise<Diagnosis> {
  const lines = [
    ...versions(),
    await engineLine(),
    ...(await modelLines()),
    ...textLines(),
    ...(await formats()),
    ffmpegLine(currentEnvironment().ffmpeg),
  ];
  const fixes = lines.flatMap(({ fix }) => fix ?? []);
  const table = lines.map(({ name, text, fix }) => `${name.padEnd(26)}${text}${fix ? '  <- to fix' : ''}`);
  const closing = fixes.length === 0 ? 'Everything works.' : [...new Set(fixes)].join('\n');
  return { text: `${table.join('\n')}\n\n${closing}\n`, isHealthy: fixes.length === 0 };
}

function versions(): Line[] {
  return [
    { name: 'lenscap', text: VERSION },
    {
      name: 'node',
      text: `${process.version} on ${process.platform} ${process.arch}${nodeAdvice(process.versions.node)}`,
    },
    { name: 'sharp', text: `${sharp.versions.sharp} with libvips ${sharp.versions.vips}` },
  ];
}

async function engineLine(): Promise<Line> {
  try {
    await (await createEngine('onnx')).model('face-age-gender');
    return { name: 'engine onnx', text: 'works' };
  } catch (error) {
    const fix = error instanceof Error ? error.message : String(error);
    return { name: 'engine onnx', text: 'does not work', fix };
  }
}

/** States of a model that are no fault. */
const STATES: Readonly<Record<string, string>> = { 'left out': 'optional, not installed' };

async function modelLines(): Promise<Line[]> {
  return (await modelStatus()).map(({ file, bytes, sha256, state }) => {
    const text = `${(bytes / 1e6).toFixed(1).padStart(5)} MB  sha256 ${sha256.slice(0, 16)}…  ${STATES[state] ?? state}`;
    const line = { name: `model ${file}`, text };
    return state === 'ok' || state === 'not installed'
      ? line
      : { ...line, fix: `models/${file} is ${state}; rebuild it with npm run models` };
  });
}

/** Which text can be read, and in which languages documents are recognised. */
function textLines(): Line[] {
  return [
    { name: 'models for text', text: 'text-detection.onnx, text-recognition.onnx' },
    { name: 'readable text', text: 'Latin letters, mostly without accents; Chinese is read but not understood' },
    { name: 'documents in', text: Object.values(LANGUAGES).join(', ') },
  ];
}

/** Pictures by what can be done with them, as the registry of formats has it. */
async function formats(): Promise<Line[]> {
  const types = FORMATS.flatMap(({ mediaTypes }) => mediaTypes);
  const decoded: string[] = [];
  const recognised: string[] = [];
  for (const { type, name, kind } of types) {
    if (kind === 'image') ((await readerFor(type)).decode ? decoded : recognised).push(name);
  }
  const raw = types.filter(({ kind }) => kind === 'raw');
  const videos = types.filter(({ kind }) => kind === 'video').map(({ name }) => name);
  return [
    { name: 'pictures', text: decoded.join(', ') },
    { name: 'by their preview only', text: `RAW photos (${raw.length} kinds)` },
    { name: 'recognised, not examined', text: recognised.join(', ') },
    { name: 'videos', text: videos.join(', ') },
  ];
}

/** Optional: without it, a scan reports each video whose frames were not checked. */
function ffmpegLine(program: string | null): Line {
  const name = 'video frames';
  if (program === null) return { name, text: 'not checked: ffmpeg was not found' };
  const { stdout } = spawnSync(program, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const [, version] = /^ffmpeg version (\S+)/.exec(stdout ?? '') ?? [];
  return { name, text: version ? `decoded by ffmpeg ${version}, ${program}` : `not checked: ${program} does not work` };
}
