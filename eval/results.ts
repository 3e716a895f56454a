// Stores the results of an examination as ndjson, so that the numbers can be recomputed without
// examining again. Evidence is masked.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fileOutput, type Output } from '../src/commands/output.js';
import { UsageError } from '../src/errors.js';
import type { PhotoResult } from '../src/types/photo.js';

/** How the files were examined. The numbers of two runs are comparable if this is the same. */
const runSchema = z.object({
  type: z.literal('run'),
  version: z.string(),
  engine: z.enum(['onnx', 'tfjs']),
  isFast: z.boolean(),
  jobs: z.number().int().min(1),
  /** Milliseconds after which a file is given up. */
  timeLimitMs: z.number(),
  /** SHA-256 of labels.ndjson. */
  labelsSha256: z.string(),
  /** YYYY-MM-DD. */
  date: z.iso.date(),
});

const region = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
const evidenceValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);

const resultSchema = z.object({
  target: z.object({
    path: z.string(),
    bytes: z.number(),
    mtimeMs: z.number(),
    kind: z.enum(['image', 'raw', 'video']),
    mediaType: z.string(),
  }),
  sha256: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  takenAt: z.string().nullable(),
  takenAtSource: z.enum(['exif', 'xmp', 'quicktime', 'filename', 'none']),
  examination: z.enum(['full', 'partial', 'none']),
  detections: z.array(
    z.object({
      detector: z.string(),
      label: z.string(),
      score: z.number(),
      proved: z.boolean(),
      source: z.object({
        picture: z.enum(['main', 'thumbnail', 'preview', 'video', 'file']),
        atMs: z.number().nullable(),
      }),
      region: region.nullable(),
      evidence: z.record(z.string(), evidenceValue),
    }),
  ),
  problems: z.array(
    z.object({
      path: z.string(),
      // Results of earlier runs have files only.
      concerns: z.enum(['file', 'folder']).default('file'),
      phase: z.enum(['walk', 'read', 'decode', 'metadata', 'detect', 'pool']),
      code: z.string(),
      message: z.string(),
    }),
  ),
  hash: z.string().nullable().default(null),
}) satisfies z.ZodType<PhotoResult>;

const photoSchema = z.object({
  type: z.literal('photo'),
  file: z.string(),
  elapsedMs: z.number(),
  isCodeTextRight: z.boolean().nullable().default(null),
  degreesOff: z.number().nullable().default(null),
  embeddedPictures: z.number().nullable().default(null),
  result: resultSchema,
});

/** The last line of a run that was not interrupted. */
const endSchema = z.object({ type: z.literal('end'), elapsedMs: z.number() });

const lineSchema = z.discriminatedUnion('type', [runSchema, photoSchema, endSchema]);

export type RunInfo = Omit<z.infer<typeof runSchema>, 'type'>;

export interface ExaminedPhoto {
  /** As in the labels. */
  readonly file: string;
  /** Milliseconds from sending the file to a worker to its result. */
  readonly elapsedMs: number;
  /** Compared before the values were masked; null if the label has no text. */
  readonly isCodeTextRight: boolean | null;
  /**
   * Computed in the same way: the distance to the labelled place, and the number of smaller
   * pictures that the file names.
   */
  readonly degreesOff: number | null;
  readonly embeddedPictures: number | null;
  readonly result: PhotoResult;
}

export interface Results {
  readonly run: RunInfo;
  readonly photos: readonly ExaminedPhoto[];
  /** Milliseconds; null if the run was interrupted. */
  readonly elapsedMs: number | null;
}

/**
 * Writes the lines of one run.
 * @throws UsageError if the file cannot be written
 */
export async function spoolResults(path: string, run: RunInfo, photos: AsyncIterable<ExaminedPhoto>): Promise<Results> {
  const output: Output = await fileOutput(path);
  const startedAt = Date.now();
  const kept: ExaminedPhoto[] = [];
  try {
    await output.write(`${JSON.stringify({ type: 'run', ...run })}\n`);
    for await (const photo of photos) {
      kept.push(photo);
      await output.write(`${JSON.stringify({ type: 'photo', ...photo })}\n`);
    }
    const elapsedMs = Date.now() - startedAt;
    await output.write(`${JSON.stringify({ type: 'end', elapsedMs })}\n`);
    await output.finish();
    return { run, photos: kept, elapsedMs };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

/** @throws UsageError with the number of the first invalid line */
export async function readResults(path: string): Promise<Results> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${path} (${error.code ?? error.message}); name a file that an earlier run wrote`);
  });
  let run: RunInfo | null = null;
  let elapsedMs: number | null = null;
  const photos: ExaminedPhoto[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const parsed = parseLine(line);
    if (parsed === null) throw new UsageError(`${path}, line ${index + 1}: not a line of results; examine again`);
    if (parsed.type === 'run') run = withoutType(parsed);
    else if (parsed.type === 'photo') photos.push(withoutType(parsed));
    else elapsedMs = parsed.elapsedMs;
  }
  if (run === null) throw new UsageError(`${path}: has no line about its run; examine again`);
  return { run, photos, elapsedMs };
}

function withoutType<T extends { readonly type: string }>({ type: _type, ...rest }: T): Omit<T, 'type'> {
  return rest;
}

function parseLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
