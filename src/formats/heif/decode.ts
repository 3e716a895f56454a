// Decodes HEIC and HEIF with libheif in WebAssembly: the build of sharp cannot decode HEVC.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PhotoError } from '../../errors.js';
import { shrinkRows } from '../../image/shrink.js';

/** Objects in the memory of libheif. The caller that gets one frees it. */
type Context = { readonly isContext: unique symbol };
type Handle = { readonly isHandle: unique symbol; readonly code?: unknown };
type Decoded = {
  readonly image: { readonly isImage: unique symbol };
  readonly code?: unknown;
  readonly channels: readonly {
    readonly id: unknown;
    readonly width: number;
    readonly height: number;
    /** Bytes from one row to the next. */
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
};

/** The part of libheif-js used here. The typings of the package leave it open. */
interface HeifModule {
  heif_context_alloc(): Context | undefined;
  heif_context_free(context: Context): void;
  heif_context_read_from_memory(context: Context, bytes: Uint8Array): { readonly code: unknown };
  heif_js_context_get_primary_image_handle(context: Context): Handle | undefined;
  heif_image_handle_get_width(handle: Handle): number;
  heif_image_handle_get_height(handle: Handle): number;
  heif_image_handle_has_alpha_channel(handle: Handle): number;
  heif_image_handle_release(handle: Handle): void;
  heif_js_decode_image2(handle: Handle, colours: unknown, chroma: unknown): Decoded | undefined;
  heif_image_release(image: Decoded['image']): void;
  readonly heif_error_code: { readonly heif_error_Ok: unknown };
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown };
  readonly heif_channel: { readonly heif_channel_interleaved: unknown };
}
type HeifFactory = (settings: { wasmBinary: Uint8Array }) => HeifModule | Promise<HeifModule>;

/** Upright RGBA picture, always with 8 bits a channel. */
export interface HeicPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Size of the picture in the file, in pixels. */
  readonly fullSize: { readonly width: number; readonly height: number };
  /** The file has a channel of transparency. Without one, the fourth byte is 255. */
  readonly hasAlpha: boolean;
}

const CHANNELS = 4;

let loading: Promise<HeifModule> | undefined;

async function loadModule(): Promise<HeifModule> {
  const require = createRequire(import.meta.url);
  // The binary is passed in because the package's own loader looks for it in the current folder.
  const wasmBinary = await readFile(require.resolve('libheif-js/libheif-wasm/libheif.wasm'));
  const factory = require('libheif-js/libheif-wasm/libheif.js') as HeifFactory;
  return factory({ wasmBinary });
}

/**
 * Decodes the primary picture, cropped, rotated and mirrored as its properties state. The
 * orientation in EXIF is not applied: in HEIF, only the properties count (ISO/IEC 23008-12, annex
 * A).
 * @param maxPixels a larger picture is refused
 * @param divisorOf the wanted factor of reduction, a whole number, for a picture with this long
 *   side in pixels. Averaging blocks inside the memory of libheif takes a third of the time of
 *   copying it. A picture with transparency is always returned at full size.
 * @throws PhotoError `corrupt` or `too-large`
 */
export async function decodeHeic(
  bytes: Uint8Array,
  maxPixels: number,
  divisorOf: (longSide: number) => number = () => 1,
): Promise<HeicPicture> {
  loading ??= loadModule();
  const heif = await loading;
  const context = heif.heif_context_alloc();
  if (!context) throw new PhotoError('corrupt');
  try {
    const { code } = heif.heif_context_read_from_memory(context, bytes);
    if (code !== heif.heif_error_code.heif_error_Ok) throw new PhotoError('corrupt');
    return decodePrimary(heif, context, maxPixels, divisorOf);
  } catch (error) {
    if (error instanceof PhotoError) throw error;
    // libheif throws strings and numbers for broken boxes. They may quote the file.
    throw new PhotoError('corrupt');
  } finally {
    heif.heif_context_free(context);
  }
}

function decodePrimary(
  heif: HeifModule,
  context: Context,
  maxPixels: number,
  divisorOf: (longSide: number) => number,
): HeicPicture {
  const handle = heif.heif_js_context_get_primary_image_handle(context);
  if (!handle || handle.code !== undefined) throw new PhotoError('corrupt');
  try {
    const [width, height] = [heif.heif_image_handle_get_width(handle), heif.heif_image_handle_get_height(handle)];
    const pixels = width * height;
    if (!(pixels > 0)) throw new PhotoError('corrupt');
    if (pixels > maxPixels) throw new PhotoError('too-large', `${Math.round(pixels / 1e6)}`);
    // Averaging visible and transparent pixels would give colours that are not in the picture.
    const isOpaque = heif.heif_image_handle_has_alpha_channel(handle) === 0;
    return { ...decodeHandle(heif, handle, isOpaque ? divisorOf(Math.max(width, height)) : 1), hasAlpha: !isOpaque };
  } finally {
    heif.heif_image_handle_release(handle);
  }
}

function decodeHandle(heif: HeifModule, handle: Handle, divisor: number): Omit<HeicPicture, 'hasAlpha'> {
  const { heif_colorspace_RGB: colours } = heif.heif_colorspace;
  const decoded = heif.heif_js_decode_image2(handle, colours, heif.heif_chroma.heif_chroma_interleaved_RGBA);
  if (!decoded || decoded.code !== undefined) throw new PhotoError('corrupt');
  try {
    const channel = decoded.channels.find(({ id }) => id === heif.heif_channel.heif_channel_interleaved);
    if (!channel) throw new PhotoError('corrupt');
    const { data, width, height, stride } = channel;
    const fullSize = { width, height };
    if (divisor > 1) return { ...shrinkRows(channel, divisor), fullSize };
    // Copied row by row, because the memory of libheif is freed below.
    const rows = new Uint8Array(width * height * CHANNELS);
    for (let y = 0; y < height; y++) {
      rows.set(data.subarray(y * stride, y * stride + width * CHANNELS), y * width * CHANNELS);
    }
    return { data: rows, width, height, fullSize };
  } finally {
    heif.heif_image_release(decoded.image);
  }
}
