// What a detector saw, before any rule has judged it.

/** Box in pixels of the upright picture at full size. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In which picture of the file it was seen, and in a video when (milliseconds from its start). */
export interface Source {
  readonly picture: 'main' | 'thumbnail' | 'preview' | 'video' | 'file' | 'sidecar';
  readonly atMs: number | null;
}

export type EvidenceValue = string | number | boolean | readonly (string | number)[];

/** The values behind a detection, by the keys of docs/cli.md. */
export type Evidence = Readonly<Record<string, EvidenceValue>>;

/**
 * One thing seen in one file. `evidence` is raw while it stays inside the detector;
 * the worker masks it before the detection crosses to the main process (findings/redact.ts).
 */
export interface Detection {
  /** Id of the detector. */
  readonly detector: string;
  /** One of the detector's labels. */
  readonly label: string;
  /** 0..1; whether it is a probability is said by the rule. */
  readonly score: number;
  /** A check digit, checksum or structure confirms it. */
  readonly proved: boolean;
  readonly source: Source;
  readonly region: Region | null;
  readonly evidence: Evidence;
}
