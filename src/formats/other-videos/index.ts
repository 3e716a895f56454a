// Videos whose frames ffmpeg reads. Their metadata is not read.
import { type FileHead, type Format, SOUND_ONLY, typeByBeginning } from '../format.js';
import { isSoundByName } from '../sound.js';

const [FLV, REAL, MPEG, ASF] = ['video/x-flv', 'video/vnd.rn-realvideo', 'video/mpeg', 'video/x-ms-wmv'] as const;
const [RED, MXF] = ['video/x-red-r3d', 'application/mxf'] as const;
const [TRANSPORT, WEBM, MATROSKA, OGG] = ['video/mp2t', 'video/webm', 'video/x-matroska', 'video/ogg'] as const;

const BEGINNINGS = {
  [FLV]: ['FLV\x01'],
  [REAL]: ['.RMF\0'],
  [MPEG]: ['\0\0\x01\xba', '\0\0\x01\xb3', 'RIFF????CDXA'],
  [RED]: ['????RED1', '????RED2'],
  [MXF]: ['\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02'],
  [ASF]: ['\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c'],
};

const SHARED_WITH_SOUND: ReadonlySet<string> = new Set([WEBM, MATROSKA, ASF]);

/** The streams of an Ogg are named in its first pages: Theora, VP8, Dirac, OGM. */
const OGG_VIDEO = ['\x80theora', 'OVP80', 'BBCD\0', '\x01video\0'];

export const otherVideos: Format = {
  id: 'other-videos',
  mediaTypes: [
    { type: FLV, name: 'FLV', kind: 'video', extensions: ['flv'], demuxer: 'flv' },
    { type: REAL, name: 'RealMedia', kind: 'video', extensions: ['rm', 'rmvb'], demuxer: 'rm' },
    {
      type: MPEG,
      name: 'MPEG',
      kind: 'video',
      extensions: ['mpe', 'mpeg', 'mpg', 'm2v', 'vob', 'dv'],
      demuxer: 'mpeg,mpegvideo',
    },
    { type: RED, name: 'R3D', kind: 'video', extensions: ['r3d'], demuxer: 'r3d' },
    { type: MXF, name: 'MXF', kind: 'video', extensions: ['mxf'], demuxer: 'mxf' },
    { type: ASF, name: 'WMV', kind: 'video', extensions: ['asf', 'wmv'], demuxer: 'asf' },
    // Without `ts`: on most disks that is TypeScript. A real transport stream is recognised by its
    // content.
    { type: TRANSPORT, name: 'MPEG-TS', kind: 'video', extensions: ['m2ts', 'mts'], demuxer: 'mpegts' },
    { type: WEBM, name: 'WebM', kind: 'video', extensions: ['webm'], demuxer: 'matroska' },
    { type: MATROSKA, name: 'Matroska', kind: 'video', extensions: ['mkv'], demuxer: 'matroska' },
    { type: OGG, name: 'Ogg', kind: 'video', extensions: ['ogv'], demuxer: 'ogg' },
  ],
  identify(head) {
    const type = typeByBeginning(head, BEGINNINGS) ?? byStructure(head);
    return type !== null && SHARED_WITH_SOUND.has(type) && isSoundByName(head.extension) ? SOUND_ONLY : type;
  },
};

function byStructure({ text }: FileHead): string | null {
  if (isTransportStream(text)) return TRANSPORT;
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.slice(0, 80).includes('webm') ? WEBM : MATROSKA;
  if (text.startsWith('OggS')) return OGG_VIDEO.some((stream) => text.includes(stream)) ? OGG : SOUND_ONLY;
  return null;
}

/**
 * A sync byte every 188 bytes. On discs and in AVCHD cameras, every 192 bytes, after 4 bytes of
 * time.
 */
function isTransportStream(text: string): boolean {
  const isSynced = (first: number, packet: number) => [0, 1, 2].every((i) => text[first + i * packet] === 'G');
  return isSynced(0, 188) || isSynced(4, 192);
}
