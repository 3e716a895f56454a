// What has been found in a video so far, while its boxes are read.
import type { Attachment } from '../attachment.js';
import { keyOf, type Tag } from '../tag.js';
import type { Telemetry } from '../telemetry/reading.js';
import type { TrackKind } from '../telemetry/tracks.js';

/** Tags of one file. A long recording repeats what its first samples state. */
const MAX_TAGS = 5000;

export class VideoFindings {
  readonly tags: Tag[] = [];
  readonly attachments: Attachment[] = [];
  /** Names of boxes and tracks that hold places which could not be read; from tables of ours. */
  readonly unreadPlaces = new Set<string>();
  /** The same for data of unknown kinds. */
  readonly unknownParts = new Set<string>();
  isComplete = true;
  hasPlace = false;
  /** Tracks without samples in their tables. Those of a fragmented video have theirs elsewhere. */
  readonly emptyTracks: TrackKind[] = [];
  readonly #seen = new Set<string>();

  add(...tags: readonly Tag[]): void {
    for (const tag of tags) {
      const key = `${keyOf(tag)} ${tag.value}`;
      if (this.#seen.has(key) || this.tags.length >= MAX_TAGS) continue;
      this.#seen.add(key);
      this.tags.push(tag);
    }
  }

  /**
   * The first place of a track or a box stands for all of them.
   * @returns whether it states a place
   */
  addTelemetry(name: string, { places, tags, isUnread }: Telemetry): boolean {
    const [place] = places;
    if (place) {
      this.hasPlace = true;
      this.add({ block: 'video', name, within: [], value: place });
    } else if (isUnread) this.unreadPlaces.add(name);
    this.add(...tags);
    return place !== undefined;
  }

  /** The same for a box. One that breaks off was not understood. */
  readTelemetry(name: string, read: () => Telemetry): void {
    try {
      this.addTelemetry(name, read());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.unreadPlaces.add(name);
    }
  }

  /** A track that was not understood. */
  noteTrack({ name, isPlace }: TrackKind): void {
    (isPlace ? this.unreadPlaces : this.unknownParts).add(name);
  }
}
