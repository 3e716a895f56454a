// Runs zxing (WebAssembly) on a grey picture: which codes it contains, and where.
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader';
import type { Point } from '../../types/raster.js';
import type { Grey } from './grey.js';

/** A code that was read. If `text` is null, the symbol was detected but not read. */
export interface CodeReading {
  /** As zxing names it: `QRCode`, `EAN13`. */
  readonly format: string;
  /** The family of the format: `MicroQRCode` is of `QRCode`. */
  readonly symbology: string;
  /** Unchanged if it is text. Other bytes are written in hexadecimal. */
  readonly text: string | null;
  /** Number of scan lines that agree. 0 for matrix codes. */
  readonly lineCount: number;
  /**
   * Corners in pixels of the picture that was read, clockwise from the top left of the code itself.
   */
  readonly corners: readonly Point[];
}

type Zxing = typeof import('zxing-wasm/reader');
let loading: Promise<Zxing> | undefined;

async function loadZxing(): Promise<Zxing> {
  // Loaded with the first picture, so that a run without this detector does not wait for it.
  const zxing = await import('zxing-wasm/reader');
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  // Passes the binary in. By default the package downloads it from a server.
  const wasmBinary = new Uint8Array(await readFile(path)).buffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing;
}

/** @throws whatever zxing throws. A picture without a code gives an empty list. */
export async function readCodes(picture: Grey, options: ReaderOptions): Promise<readonly CodeReading[]> {
  const zxing = await (loading ??= loadZxing());
  const results = await zxing.readBarcodes(toPgm(picture), { textMode: 'Plain', returnErrors: true, ...options });
  return results.map(toReading);
}

/** A portable graymap, the only format in which zxing accepts grey pixels unchanged. */
function toPgm({ data, width, height }: Grey): Uint8Array {
  const header = new TextEncoder().encode(`P5 ${width} ${height} 255\n`);
  const pgm = new Uint8Array(header.length + data.length);
  pgm.set(header);
  pgm.set(data, header.length);
  return pgm;
}

function toReading({
  format,
  symbology,
  isValid,
  contentType,
  text,
  bytes,
  lineCount,
  position,
}: ReadResult): CodeReading {
  const content = contentType === 'Binary' && !isUtf8(bytes) ? Buffer.from(bytes).toString('hex') : text;
  return {
    format,
    symbology,
    text: isValid ? content : null,
    lineCount,
    corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
  };
}
