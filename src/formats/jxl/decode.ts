// Decodes JPEG XL with jxl-oxide in WebAssembly: the build of sharp cannot read it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PhotoError } from '../../errors.js';

export interface JxlPicture {
  /** Upright, in sRGB. */
  readonly png: Uint8Array;
  readonly frames: number;
  /** The file ends before its picture does. */
  readonly isCut: boolean;
}

/** Pixels. The decoder takes some 40 bytes for each. */
const MAX_PIXELS = 25_000_000;

type JxlModule = typeof import('jxl-oxide-wasm');
let loading: Promise<JxlModule> | undefined;

async function loadModule(): Promise<JxlModule> {
  const jxl = await import('jxl-oxide-wasm');
  // The binary is passed in because the package's own loader would fetch it over the network.
  const folder = dirname(createRequire(import.meta.url).resolve('jxl-oxide-wasm/package.json'));
  jxl.initSync({ module: await readFile(join(folder, 'jxl_oxide_wasm_bg.wasm')) });
  return jxl;
}

/** @throws PhotoError `corrupt` or `too-large` */
export async function decodeJxl(bytes: Uint8Array): Promise<JxlPicture> {
  loading ??= loadModule();
  const { JxlImage } = await loading;
  const image = new JxlImage();
  try {
    image.forceSrgb = true;
    image.feedBytes(bytes);
    const { width, height } = image.tryInit() ? image : { width: 0, height: 0 };
    if (!width || !height) throw new PhotoError('corrupt');
    if (width * height > MAX_PIXELS) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
    // Encoding takes over the rendered picture and frees it.
    const picture = { png: image.render(0).encodeToPng(), frames: image.numLoadedKeyframes, isCut: !image.loaded };
    image.free();
    return picture;
  } catch (error) {
    if (error instanceof PhotoError) throw error;
    // What it throws may quote the file. Nothing is freed: after a panic, that would throw again.
    throw new PhotoError('corrupt');
  }
}
