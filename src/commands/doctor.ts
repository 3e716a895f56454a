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
  readonly isWell: boolean;
}

interface Line {
  readonly name: string;
  readonly says: string;
  /** What to do where this is in the way of every scan. */
  readonly mend?: string;
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
  const mends = lines.flatMap(({ mend }) => mend ?? []);
  const table = lines.map(({ name, says, mend }) => `${name.padEnd(26)}${says}${mend ? '  <- in the way' : ''}`);
  const closing = mends.length === 0 ? 'All is well: lenscap can scan.' : [...new Set(mends)].join('\n');
  return { text: `${table.join('\n')}\n\n${closing}\n`, isWell: mends.length === 0 };
}

function versions(): Line[] {
  return [
    { name: 'lenscap', says: VERSION },
    { name: 'node', says: `${process.version} on ${process.platform} ${process.arch}` },
    { name: 'sharp', says: `${sharp.versions.sharp} with libvips ${sharp.versions.vips}` },
  ];
}

async function engineLine(): Promise<Line> {
  try {
    await (await createEngine('onnx')).model('face-age-gender');
    return { name: 'engine onnx', says: 'runs' };
  } catch (error) {
    const mend = error instanceof Error ? error.message : String(error);
    return { name: 'engine onnx', says: 'does not run', mend };
  }
}

async function modelLines(): Promise<Line[]> {
  return (await modelStatus()).map(({ file, bytes, sha256, state }) => {
    const says = `${(bytes / 1e6).toFixed(1).padStart(5)} MB  sha256 ${sha256.slice(0, 16)}…  ${state}`;
    const line = { name: `model ${file}`, says };
    return state === 'ok' || state === 'left out'
      ? line
      : { ...line, mend: `models/${file} is ${state}; npm run models builds it again` };
  });
}

/** What the text engine can read, and whose words it knows. */
function textLines(): Line[] {
  return [
    { name: 'text found and read by', says: 'text-detection.onnx, text-recognition.onnx' },
    { name: 'text in', says: 'Latin letters, most accents dropped; Chinese characters are read and not understood' },
    { name: 'words of papers in', says: Object.values(LANGUAGES).join(', ') },
  ];
}

function formats(): Line[] {
  return [
    { name: 'pictures', says: 'JPEG, PNG, WebP, GIF, TIFF, AVIF, HEIC, JPEG XL, BMP, ICO, PSD (merged)' },
    { name: 'by their preview', says: 'RAW photos' },
    { name: 'recognised, not examined', says: 'JPEG 2000' },
  ];
}

/** It is not needed: a scan says of each video what was not seen without it. */
function ffmpegLine(program: string | null): Line {
  const name = 'frames of videos';
  if (program === null) return { name, says: 'not seen: no ffmpeg program was found' };
  const { stdout } = spawnSync(program, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  const [, version] = /^ffmpeg version (\S+)/.exec(stdout ?? '') ?? [];
  return { name, says: version ? `by ffmpeg ${version}, ${program}` : `not seen: ${program} does not run` };
}
