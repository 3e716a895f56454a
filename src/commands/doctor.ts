// What `lenscap doctor` prints: whether this installation works, and its parts.
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { readDecisions } from '../decisions/store.js';
import { LANGUAGES } from '../detectors/documents/languages.js';
import { FORMATS, readerFor } from '../formats/registry.js';
import { createEngine, modelStatus } from '../inference/index.js';
import { count } from '../messages/amounts.js';
import { currentEnvironment, type Environment, refuseRelative } from '../options/environment.js';
import { VERSION } from '../package.js';
import { printable } from '../terminal/escape.js';
import { wrap } from '../terminal/wrap.js';
import { nodeAdvice } from './node-advice.js';
import { sizeText, type TableRow, tableText } from './table.js';

export interface Diagnosis {
  readonly text: string;
  /** Whether a scan with the default engine can run. */
  readonly isHealthy: boolean;
}

interface Line extends TableRow {
  /** What to do about it; absent where scans work. */
  readonly fix?: string;
}

/** `10.8 MB`. */
const SIZE_COLUMNS = 7;

/** @param width columns of the terminal; infinite where there is none */
export async function examineInstallation(width: number): Promise<Diagnosis> {
  const lines = [
    ...versions(),
    await engineLine(),
    ...(await modelLines()),
    ...textLines(),
    ...(await formats()),
    ffmpegLine(currentEnvironment().ffmpeg),
    await decisionsLine(currentEnvironment()),
    cacheLine(currentEnvironment()),
  ];
  const fixes = lines.flatMap(({ fix }) => fix ?? []);
  const table = tableText(
    lines.map(({ name, text, fix }) => ({ name, text: fix === undefined ? text : `${text}  <- to fix` })),
    width,
  );
  const closing = fixes.length === 0 ? ['Everything works.'] : [...new Set(fixes)];
  const text = [table, '', ...closing.map((line) => wrap(line, width))].join('\n');
  return { text: `${text}\n`, isHealthy: fixes.length === 0 };
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

async function decisionsLine(environment: Environment): Promise<Line> {
  const { decisionsFile: file } = environment;
  const name = 'decisions';
  try {
    refuseRelative(environment, 'LENSCAP_DATA');
    if (file === '') return { name, text: 'no folder for them; LENSCAP_DATA may name one' };
    return { name, text: `${printable(file)}, ${count((await readDecisions(file)).size, 'finding')} accepted` };
  } catch (error) {
    return {
      name,
      text: file === '' ? 'nowhere' : printable(file),
      fix: error instanceof Error ? printable(error.message) : String(error),
    };
  }
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

async function modelLines(): Promise<Line[]> {
  return (await modelStatus()).map(({ file, bytes, sha256, state, remedy }) => {
    const shown = state === 'not installed' ? `optional, not installed; to get it, ${remedy}` : state;
    const text = `${sizeText(bytes).padStart(SIZE_COLUMNS)}  sha256 ${sha256.slice(0, 16)}…  ${shown}`;
    const line = { name: `model ${file}`, text };
    return state === 'ok' || state === 'not installed'
      ? line
      : { ...line, fix: `models/${file} is ${state}; ${remedy}` };
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

function cacheLine(environment: Environment): Line {
  const { cacheFolder: folder } = environment;
  const name = 'results are kept';
  try {
    refuseRelative(environment, 'LENSCAP_CACHE');
  } catch (error) {
    return { name, text: 'nowhere', fix: error instanceof Error ? printable(error.message) : String(error) };
  }
  return { name, text: folder === null ? 'nowhere: LENSCAP_CACHE is off' : `in ${printable(folder)}` };
}

/** Optional: without it, a scan reports each video whose frames were not checked. */
function ffmpegLine(program: string | null): Line {
  const name = 'video frames';
  if (program === null) return { name, text: 'not checked: ffmpeg was not found' };
  const { stdout } = spawnSync(program, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const [, version] = /^ffmpeg version (\S+)/.exec(stdout ?? '') ?? [];
  return { name, text: version ? `decoded by ffmpeg ${version}, ${program}` : `not checked: ${program} does not work` };
}
