// HEIC and HEIF by libheif in WebAssembly: sharp's own build cannot decode HEVC.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PhotoError } from '../words/problems.js';

/** The part of libheif-js used here; its own typings cover only the raw bindings. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (result: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free(): void;
}
interface HeifModule {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}
type HeifFactory = (settings: { wasmBinary: Uint8Array }) => HeifModule | Promise<HeifModule>;

/** Upright RGBA picture at full size, and how many further pictures the file holds. */
export interface HeicPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly others: number;
}

let loading: Promise<HeifModule> | undefined;

async function loadModule(): Promise<HeifModule> {
  const require = createRequire(import.meta.url);
  // The binary is handed over because the package's own loader looks for it in the current folder.
  const wasmBinary = await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  const factory = require('libheif-js/libheif-wasm/libheif.js') as HeifFactory;
  return factory({ wasmBinary });
}

/**
 * Decodes the primary picture with the file's own rotation and mirroring applied.
 * @param maxPixels a larger picture is refused
 * @throws PhotoError `corrupt` or `too-large`
 */
export async function decodeHeic(bytes: Uint8Array, maxPixels: number): Promise<HeicPicture> {
  loading ??= loadModule();
  const { HeifDecoder } = await loading;
  const images = decodeImages(new HeifDecoder(), bytes);
  try {
    const primary = images.find((image) => image.is_primary()) ?? images[0];
    if (!primary) throw new PhotoError('corrupt');
    const width = primary.get_width();
    const height = primary.get_height();
    if (!(width > 0 && height > 0)) throw new PhotoError('corrupt');
    if (width * height > maxPixels) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
    const data = await new Promise<Uint8ClampedArray>((resolve, reject) => {
      primary.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (result) =>
        result ? resolve(result.data) : reject(new PhotoError('corrupt')),
      );
    });
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width,
      height,
      others: images.length - 1,
    };
  } finally {
    for (const image of images) image.free();
  }
}

function decodeImages(decoder: InstanceType<HeifModule['HeifDecoder']>, bytes: Uint8Array): HeifImage[] {
  try {
    return decoder.decode(bytes) ?? [];
  } catch {
    // libheif throws strings and numbers for broken boxes; the code says all that may be said.
    throw new PhotoError('corrupt');
  }
}
