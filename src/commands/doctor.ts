// What `lenscap doctor` prints: whether this installation can do its work, and with what.
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { LANGUAGES } from '../detectors/documents/languages.js';
import { createEngine, modelStatus } from '../inference/index.js';
import { currentEnvironment } from '../options/environment.js';
import { VERSION } from '../package.js';

export interface Diagnosis {
  readonly text: string;
  /** Whether a scan with the default engine can run. */
  readonly isHealthy: boolean;
}

interface Line {
  readonly name: string;
  readonly text: string;
  /** What to do where this is in the way of every scan. */
  readonly fix?: string;
}

export async function examineInstallation(): Promise<Diagnosis> {
  const lines = [
    ...versions(),
    await engineLine(),
    ...(await modelLines()),
    ...textLines(),
    ...formats(),
    ffmpegLine(currentEnvironment().ffmpeg),
  ];
  const fixes = lines.flatMap(({ fix }) => fix ?? []);
  const table = lines.map(({ name, text, fix }) => `${name.padEnd(26)}${text}${fix ? '  <- in the way' : ''}`);
  const closing = fixes.length === 0 ? 'All is well: lenscap can scan.' : [...new Set(fixes)].join('\n');
  return { text: `${table.join('\n')}\n\n${closing}\n`, isHealthy: fixes.length === 0 };
}

function versions(): Line[] {
  return [
    { name: 'lenscap', text: VERSION },
    { name: 'node', text: `${process.version} on ${process.platform} ${process.arch}` },
    { name: 'sharp', text: `${sharp.versions.sharp} with libvips ${sharp.versions.vips}` },
  ];
}

async function engineLine(): Promise<Line> {
  try {
    await (await createEngine('onnx')).model('face-age-gender');
    return { name: 'engine onnx', text: 'runs' };
  } catch (error) {
    const fix = error instanceof Error ? error.message : String(error);
    return { name: 'engine onnx', text: 'does not run', fix };
  }
}

async function modelLines(): Promise<Line[]> {
  return (await modelStatus()).map(({ file, bytes, sha256, state }) => {
    const text = `${(bytes / 1e6).toFixed(1).padStart(5)} MB  sha256 ${sha256.slice(0, 16)}…  ${state}`;
    const line = { name: `model ${file}`, text };
    return state === 'ok' || state === 'not installed'
      ? line
      : { ...line, fix: `models/${file} is ${state}; npm run models builds it again` };
  });
}

/** What the text engine can read, and whose words it knows. */
function textLines(): Line[] {
  return [
    { name: 'text found and read by', text: 'text-detection.onnx, text-recognition.onnx' },
    { name: 'text in', text: 'Latin letters, most accents dropped; Chinese characters are read and not understood' },
    { name: 'words of papers in', text: Object.values(LANGUAGES).join(', ') },
  ];
}

function formats(): Line[] {
  return [
    { name: 'pictures', text: 'JPEG, PNG, WebP, GIF, TIFF, AVIF, HEIC, JPEG XL, BMP, ICO, PSD (merged)' },
    { name: 'by their preview', text: 'RAW photos' },
    { name: 'recognised, not examined', text: 'JPEG 2000' },
  ];
}

/** It is not needed: a scan says of each video what was not seen without it. */
function ffmpegLine(program: string | null): Line {
  const name = 'frames of videos';
  if (program === null) return { name, text: 'not seen: no ffmpeg program was found' };
  const { stdout } = spawnSync(program, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const [, version] = /^ffmpeg version (\S+)/.exec(stdout ?? '') ?? [];
  return { name, text: version ? `by ffmpeg ${version}, ${program}` : `not seen: ${program} does not run` };
}
