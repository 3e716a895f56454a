// What a detector found, before any rule judges it.

/** Box in pixels of the upright picture at full size. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture of the file in which it was found; in a video also the time (milliseconds from the
 * start).
 */
export interface Source {
  readonly picture: 'main' | 'thumbnail' | 'preview' | 'video' | 'file' | 'sidecar';
  readonly atMs: number | null;
  /** The tag of the metadata, by a name that a standard or a program gives; absent elsewhere. */
  readonly tag?: string;
}

export type EvidenceValue = string | number | boolean | readonly (string | number)[];

/** The values that a detection rests on, by the keys of docs/cli.md. */
export type Evidence = Readonly<Record<string, EvidenceValue>>;

/**
 * One thing found in one file. `evidence` is raw inside the detector. The worker masks it before it
 * sends the detection to the main process (findings/redact.ts).
 */
export interface Detection {
  /** Id of the detector. */
  readonly detector: string;
  /** One of the detector's labels. */
  readonly label: string;
  /** 0..1. The rule states whether it is a probability. */
  readonly score: number;
  /** A check digit, checksum or structure confirms it. */
  readonly proved: boolean;
  readonly source: Source;
  readonly region: Region | null;
  readonly evidence: Evidence;
  /** SHA-256 of the file that it is in, where that is another than the target. Not in reports. */
  readonly otherFile?: string;
}
