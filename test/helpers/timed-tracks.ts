// Hand-made videos with tracks that have samples, as phones, cameras, drones and dash cams write
// them. The samples are in `mdat`, before the description.
import { box, fullBox, uint } from '../../fixtures/encode/boxes.js';
import { header } from './video-boxes.js';

export interface BuiltTrack {
  readonly handler: string;
  readonly coding: string;
  /** What follows the eight bytes that every sample entry has. */
  readonly entry?: Uint8Array;
  readonly samples: readonly Uint8Array[];
  /** Of the handler. */
  readonly name?: string;
  /** All samples in one chunk; else each has one of its own. */
  readonly isOneChunk?: boolean;
  /** More boxes of the track. */
  readonly more?: readonly Buffer[];
}

export interface BuiltVideo {
  readonly brand?: string;
  readonly tracks?: readonly BuiltTrack[];
  /** Boxes of `moov` besides its header and the tracks. */
  readonly description?: readonly Buffer[];
  /** Boxes between `ftyp` and `mdat`. */
  readonly before?: readonly Buffer[];
  readonly after?: readonly Buffer[];
}

const table = (type: string, ...values: readonly number[]) =>
  fullBox(type, 0, 0, ...values.map((value) => uint(value, 4)));

function sampleTables({ coding, entry = new Uint8Array(), samples, isOneChunk = false }: BuiltTrack, start: number) {
  const offsets: number[] = [];
  let at = start;
  for (const sample of samples) {
    offsets.push(at);
    at += sample.length;
  }
  const chunks = isOneChunk ? offsets.slice(0, 1) : offsets;
  const perChunk = isOneChunk ? samples.length : 1;
  return box(
    'stbl',
    fullBox('stsd', 0, 0, uint(1, 4), box(coding, Buffer.alloc(6), uint(1, 2), entry)),
    table('stts', 1, samples.length, 1000),
    table('stsc', ...(samples.length > 0 ? [1, 1, perChunk, 1] : [0])),
    table('stsz', 0, samples.length, ...samples.map(({ length }) => length)),
    table('stco', chunks.length, ...chunks),
  );
}

function trak(track: BuiltTrack, start: number): Buffer {
  const { name = 'VideoHandler' } = track;
  const handler = fullBox(
    'hdlr',
    0,
    0,
    uint(0, 4),
    Buffer.from(track.handler),
    Buffer.alloc(12),
    Buffer.from(`${name}\0`),
  );
  const media = box('minf', fullBox('nmhd', 0, 0), box('dinf'), sampleTables(track, start));
  return box(
    'trak',
    fullBox('tkhd', 0, 7, Buffer.alloc(80)),
    box('edts', table('elst', 0)),
    ...(track.more ?? []),
    box('mdia', fullBox('mdhd', 0, 0, Buffer.alloc(20)), handler, media),
  );
}

export function timedVideo({
  brand = 'mp42',
  tracks = [],
  description = [],
  before = [],
  after = [],
}: BuiltVideo): Buffer {
  const head = Buffer.concat([box('ftyp', Buffer.from(brand), uint(0, 4), Buffer.from('isom')), ...before]);
  const samples = tracks.flatMap((track) => track.samples);
  let at = head.length + 8;
  const built = tracks.map((track) => {
    const made = trak(track, at);
    at += track.samples.reduce((sum, { length }) => sum + length, 0);
    return made;
  });
  return Buffer.concat([head, box('mdat', ...samples), box('moov', header(0), ...built, ...description), ...after]);
}

const PICTURE = Buffer.alloc(60, 0x5a);

/** Pictures and sound, as in every video of a phone. */
export const PICTURES: BuiltTrack = { handler: 'vide', coding: 'hvc1', entry: Buffer.alloc(70), samples: [PICTURE] };
export const SOUND: BuiltTrack = { handler: 'soun', coding: 'mp4a', entry: Buffer.alloc(20), samples: [PICTURE] };
