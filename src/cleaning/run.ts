// Makes clean copies: scans the originals, writes a copy of each beside its place, scans the
// copies, and gives their names to those that are clean.
import { realpath, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { mapOrdered } from '../async/map-ordered.js';
import type { Region } from '../types/detection.js';
import type { PhotoReport, ReportEvent } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { type CleanChoice, mustGo } from './choice.js';
import type { Cleaned } from './cleaned.js';
import { isInside } from './destination.js';
import { makeCopy, reasonOf } from './make-copy.js';
import { type Placing, placeCopy } from './place-copy.js';
import { type Examined, prove } from './proof.js';

/** Scans files with every rule, by their paths. */
export type Scan = (paths: readonly string[]) => AsyncIterable<ReportEvent>;

export interface CleanSettings extends Placing {
  readonly choice: CleanChoice;
  /** What cannot be copied as it is coded becomes a JPEG. */
  readonly isReEncoding: boolean;
  /** Copies that are made at once: each is in memory as a whole. */
  readonly jobs: number;
  /** Called with each file as soon as it is known what became of it. */
  readonly onCleaned?: (cleaned: Cleaned) => void;
}

/** Files whose copies are scanned together. */
const BATCH = 128;

/** What covering leaves visible is found by the scan of the copy, and covered as well. */
const ROUNDS = 6;

/**
 * @param originals the events of a scan with every rule
 * @param folder where copies wait for their names; the caller removes it
 */
export async function* cleanAll(
  originals: AsyncIterable<ReportEvent>,
  scan: Scan,
  folder: string,
  settings: CleanSettings,
): AsyncGenerator<Cleaned> {
  for await (const batch of inBatches(originals)) yield* await new Batch(batch, folder, scan, settings).clean();
}

type Found = Examined & { readonly path: string };

/** Files that could not be examined at all have no photo. Problems of no file are of their own. */
async function* inBatches(events: AsyncIterable<ReportEvent>): AsyncGenerator<readonly Found[]> {
  let batch = new Map<string, { path: string; photo: PhotoReport | null; problems: ScanProblem[] }>();
  const entry = (path: string) => {
    const found = batch.get(path) ?? { path, photo: null, problems: [] };
    batch.set(path, found);
    return found;
  };
  for await (const event of events) {
    // The problems of a photo follow it.
    if (event.type === 'photo' && batch.size >= BATCH) {
      yield [...batch.values()];
      batch = new Map();
    }
    if (event.type === 'photo') entry(event.photo.path).photo = event.photo;
    else if (event.type === 'problem') entry(event.problem.path).problems.push(event.problem);
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** One file on its way to a copy. */
interface Job {
  readonly found: Found;
  readonly photo: PhotoReport;
  /** Where the copy waits for its name. */
  readonly part: string;
  regions: readonly Region[];
  /** As a JPEG, because it could not be copied as it is coded. */
  isReEncoded: boolean;
}

class Batch {
  readonly #done: Cleaned[] = [];

  constructor(
    readonly found: readonly Found[],
    readonly folder: string,
    readonly scan: Scan,
    readonly settings: CleanSettings,
  ) {}

  async clean(): Promise<readonly Cleaned[]> {
    let jobs: Job[] = [];
    const begun = mapOrdered(this.found.entries(), this.settings.jobs, ([index, found]) => this.#begin(found, index));
    for await (const job of begun) jobs.push(...job);
    for (let round = 1; jobs.length > 0; round++) jobs = await this.#proveAll(jobs, round === ROUNDS);
    const order = new Map(this.found.map(({ path }, index) => [path, index]));
    return this.#done.sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0));
  }

  async #begin(found: Found, index: number): Promise<Job[]> {
    const { photo, path } = found;
    if (!photo) {
      this.#refuse(
        path,
        found.problems.map(({ code }) => code),
      );
      return [];
    }
    // A list may name what is in the output folder: copies of copies would never end.
    if (isInside(await realpath(path).catch(() => path), this.settings.output)) {
      this.#refuse(path, ['in-output']);
      return [];
    }
    const { cover } = this.settings.choice;
    const toCover = photo.findings.filter(({ rule, source }) => cover.has(rule) && source.picture === 'main');
    if (toCover.some(({ region }) => region === null)) {
      this.#refuse(path, ['no-region']);
      return [];
    }
    const part = join(this.folder, `${index}${extname(photo.path).toLowerCase()}`);
    const regions = toCover.flatMap(({ region }) => region ?? []);
    const job: Job = { found, photo, part, regions, isReEncoded: false };
    return (await this.#write(job)) ? [job] : [];
  }

  /** Copies as it is coded where that can be done; else anew, if the person wants that. */
  async #write(job: Job): Promise<boolean> {
    const { choice, isReEncoding } = this.settings;
    const write = async (isReEncoded: boolean) => {
      await rm(job.part, { force: true });
      await makeCopy(job.photo, job.part, { choice, regions: job.regions, isReEncoded });
    };
    try {
      await write(false);
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      if (!isReEncoding || job.photo.kind === 'video' || reason === 'damaged')
        return this.#refuse(job.photo.path, [reason]);
    }
    try {
      await write(true);
      job.isReEncoded = true;
      return true;
    } catch (error) {
      return this.#refuse(job.photo.path, [reasonOf(error)]);
    }
  }

  /** @returns jobs of which more has to be covered */
  async #proveAll(jobs: readonly Job[], isLast: boolean): Promise<Job[]> {
    const copies = new Map<string, { photo: PhotoReport | null; problems: ScanProblem[] }>();
    for (const { part } of jobs) copies.set(part, { photo: null, problems: [] });
    for await (const event of this.scan(jobs.map(({ part }) => part))) {
      if (event.type === 'photo')
        copies.set(event.photo.path, { photo: event.photo, problems: copies.get(event.photo.path)?.problems ?? [] });
      else if (event.type === 'problem') copies.get(event.problem.path)?.problems.push(event.problem);
    }
    const again: Job[] = [];
    for (const job of jobs) {
      const copy = copies.get(job.part) ?? { photo: null, problems: [] };
      const more = this.#stillVisible(job, copy);
      if (more.length > 0 && !isLast) {
        job.regions = [...job.regions, ...more];
        if (await this.#write(job)) again.push(job);
      } else await this.#judge(job, copy);
    }
    return again;
  }

  /** Parts of the copy that had to be covered and are seen all the same. */
  #stillVisible(job: Job, { photo }: Examined): Region[] {
    if (job.photo.kind === 'video') return [];
    const { choice } = this.settings;
    const left = photo?.findings.filter((finding) => choice.cover.has(finding.rule) && mustGo(finding, choice)) ?? [];
    return left.flatMap(({ region }) => region ?? []);
  }

  async #judge(job: Job, copy: Examined): Promise<void> {
    const { photo, part, found, isReEncoded } = job;
    const isEncodedAnew = isReEncoded || job.regions.length > 0;
    const proof = prove(found, copy, this.settings.choice);
    const facts = { path: photo.path, removed: proof.removed, remaining: proof.remaining, isEncodedAnew };
    if (!proof.isClean) {
      this.#finish({ ...facts, outcome: 'not-clean', copy: null, reasons: proof.reasons });
      await rm(part, { force: true });
      return;
    }
    this.#finish({ ...facts, ...(await placeCopy(photo.path, part, this.settings, isReEncoded)) });
  }

  #refuse(path: string, reasons: readonly string[]): false {
    const nothing = { removed: {}, remaining: {}, isEncodedAnew: false };
    this.#finish({ path, outcome: 'refused', copy: null, reasons: [...new Set(reasons)], ...nothing });
    return false;
  }

  #finish(cleaned: Cleaned): void {
    this.#done.push(cleaned);
    this.settings.onCleaned?.(cleaned);
  }
}
