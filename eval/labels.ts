// The labels of an evaluation folder: one line in labels.ndjson for each file, validated on
// reading. A null or missing label means "not known".
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../src/errors.js';

const known = z.boolean().nullish();
const count = z.number().int().min(0).nullish();
/** Tags as exiftool names them, `group:tag`. */
const tags = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown())]))
  .nullish();

const labelSchemas = {
  faces: z.object({ faces: count, faces_min: count, persons: count, people: known, child: known }),
  children: z.object({
    kind: z.enum(['aligned_face_crop', 'scene']),
    child: known,
    child_face: z.enum(['clear', 'small', 'hidden_or_tiny']).nullish(),
    /** In years. */
    age: z.number().min(0).nullish(),
    age_label_doubtful: known,
    gender: z.string().nullish(),
    /** The appearance group of the data set, for fairness; not the near-duplicate group. */
    group: z.string().nullish(),
  }),
  children2: z.object({
    child: z.union([z.boolean(), z.literal('unsure')]).nullish(),
    child_face: z.string().nullish(),
    adults: z.union([z.string(), z.number()]).nullish(),
    scene_kind: z.string().nullish(),
    baby: z.union([z.boolean(), z.string()]).nullish(),
    borderline_age: z.union([z.boolean(), z.string()]).nullish(),
  }),
  documents: z.object({
    doc: z.string().nullish(),
    mrz_check_digits: z.record(z.string(), z.boolean()).nullish(),
    mrz_visible: known,
    mrz_read_by_eye: known,
    card_number: z.string().nullish(),
    expected: z.record(z.string(), z.unknown()).nullish(),
  }),
  barcodes: z.object({
    barcode: known,
    format: z.string().nullish(),
    /**
     * The text of the code, or its bytes if they are not text. For several codes all texts, one
     * after the other in any order.
     */
    expected: z.union([z.string(), z.object({ hex: z.string() })]).nullish(),
    payload_kind: z.string().nullish(),
  }),
  metadata: z.object({
    has_gps: z.union([z.boolean(), z.literal('zero')]).nullish(),
    reference: z.object({
      gps: z.object({ lat: z.number().nullish(), lon: z.number().nullish() }).nullish(),
      date_taken: tags,
      serial: tags,
      owner: tags,
      people: tags,
      place: tags,
      thumbnail: tags,
    }),
  }),
  negatives: z.object({ people: known, persons: count, child: known, faces: count }),
  hostile: z.object({ kind: z.string().nullish() }),
} as const;

export type Folder = keyof typeof labelSchemas;
export const FOLDERS = Object.keys(labelSchemas) as readonly Folder[];
export type LabelOf<F extends Folder> = z.infer<(typeof labelSchemas)[F]>;

/** One labelled file; `folder` determines the type of its label. */
export type LabelledFile = {
  [F in Folder]: {
    readonly folder: F;
    /** Relative to the evaluation folder. */
    readonly file: string;
    /** Hexadecimal. */
    readonly sha256: string;
    /** Near-duplicates share it; a file without one is its own group. */
    readonly group: string;
    readonly label: LabelOf<F>;
  };
}[Folder];

export interface Labels {
  readonly files: readonly LabelledFile[];
  /** SHA-256 of labels.ndjson, hexadecimal. Numbers are comparable if it is the same. */
  readonly sha256: string;
}

const lineSchema = z.object({
  file: z.string().regex(/^[^/]+\/./),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  group: z.string().nullish(),
  label: z.unknown(),
});

function isFolder(name: string): name is Folder {
  return Object.hasOwn(labelSchemas, name);
}

function parseLine(line: string): LabelledFile {
  const { file, sha256, group, label } = lineSchema.parse(JSON.parse(line));
  const folder = file.slice(0, file.indexOf('/'));
  if (!isFolder(folder)) throw new Error(`the folder ${folder} is none of ${FOLDERS.join(', ')}`);
  const checked = labelSchemas[folder].parse(label);
  // The folder selects the schema, and the compiler cannot follow that through the table.
  return { folder, file, sha256, group: group ?? file, label: checked } as LabelledFile;
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll('\n', ' ');
  return error instanceof Error ? error.message : String(error);
}

/** @throws UsageError with the line number if a line violates its schema or labels a file twice */
export function parseLabels(text: string): readonly LabelledFile[] {
  const files = new Map<string, LabelledFile>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const labelled = parseLine(line);
      if (files.has(labelled.file)) throw new Error('this file is labelled twice');
      files.set(labelled.file, labelled);
    } catch (error) {
      throw new UsageError(`labels.ndjson, line ${index + 1}: ${describe(error)}`);
    }
  }
  return [...files.values()];
}

/** @throws UsageError if the folder has no readable labels.ndjson */
export async function readLabels(dir: string): Promise<Labels> {
  const path = join(dir, 'labels.ndjson');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `cannot read ${path} (${error.code ?? error.message}); name a folder that holds labels.ndjson`,
    );
  });
  return { files: parseLabels(text), sha256: createHash('sha256').update(text).digest('hex') };
}
