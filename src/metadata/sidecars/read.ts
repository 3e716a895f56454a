// Reads what a sidecar states about its photo.
import { readManifestInto } from '../../formats/c2pa/collected.js';
import { VideoFindings } from '../../formats/mp4/findings.js';
import { plistPackets } from '../../formats/plist/packets.js';
import { plistValue } from '../../formats/plist/plist.js';
import { videoTag } from '../../formats/telemetry/reading.js';
import { readCameraXml } from '../../formats/telemetry/xml-document.js';
import { readXmp } from '../../formats/xmp/xmp.js';
import type { Sidecar } from '../../types/metadata.js';
import { interpret, type TagReading } from '../read.js';
import { readPicasa } from './picasa.js';
import { readSubtitles } from './subtitles.js';
import { readTakeout } from './takeout.js';

export interface SidecarReading {
  /** Null where the file is no sidecar, or states nothing that could be read. */
  readonly sidecar: Sidecar | null;
  readonly isComplete: boolean;
}

/**
 * Never throws, whatever the bytes. The error is dropped: messages of parsers quote the file.
 * @param photo the name of the photo's file, for a sidecar of a whole folder
 */
export function readSidecar(bytes: Uint8Array, name: string, photo = ''): SidecarReading {
  const extension = /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? extensionByContent(bytes);
  try {
    if (extension === 'json') return { sidecar: takeout(bytes), isComplete: true };
    if (extension === 'aae') return edit(bytes);
    if (extension === 'c2pa') return c2pa(bytes);
    if (extension === 'srt') return subtitles(bytes);
    if (extension === 'ini') return picasa(bytes, photo);
    if (extension === 'xml') return cameraXml(bytes);
  } catch {
    return { sidecar: null, isComplete: false };
  }
  return xmp(bytes);
}

/** Of a file in a backup, whose name is a hash. */
function extensionByContent(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  if (start.startsWith('bplist') || /<(?:!DOCTYPE )?plist/.test(start)) return 'aae';
  return start.startsWith('{') ? 'json' : 'xmp';
}

function takeout(bytes: Uint8Array): Sidecar | null {
  const said = readTakeout(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  return said && { kind: 'takeout', said };
}

/** The XML of a video camera. That of other programs is no sidecar. */
function cameraXml(bytes: Uint8Array): SidecarReading {
  const reading = readCameraXml(bytes);
  if (!reading) return { sidecar: null, isComplete: true };
  const { places, tags, isUnread } = reading;
  const said = interpret({
    tags: [...tags, ...places.map((place) => videoTag('xml', place))],
    isComplete: true,
    unreadPlaces: isUnread ? ['xml'] : [],
  });
  return { sidecar: { kind: 'camera', said }, isComplete: true };
}

/** Nothing where the list of the folder states nothing about the photo. */
function picasa(bytes: Uint8Array, photo: string): SidecarReading {
  const tags = readPicasa(bytes, photo);
  if (tags === null) return { sidecar: null, isComplete: false };
  const sidecar: Sidecar = { kind: 'picasa', said: interpret({ tags, isComplete: true }) };
  return { sidecar: tags.length > 0 ? sidecar : null, isComplete: true };
}

function subtitles(bytes: Uint8Array): SidecarReading {
  const said = readSubtitles(bytes);
  return { sidecar: said && { kind: 'subtitles', said }, isComplete: said !== null };
}

/**
 * Apple's adjustments. Which ones is not read; what matters is that there are any, and what XMP in
 * them states. Slow motion changes no picture.
 */
function edit(bytes: Uint8Array): SidecarReading {
  const format = plistValue(bytes, 'adjustmentFormatIdentifier');
  if (typeof format !== 'string') return { sidecar: null, isComplete: false };
  if (format === 'com.apple.video.slomo') return { sidecar: null, isComplete: true };
  const reading: TagReading = { tags: [], unreadPlaces: [], unknownParts: [], isComplete: true };
  for (const packet of plistPackets(bytes)) readPacketInto(reading, packet);
  const said = reading.tags.length > 0 ? { said: interpret(reading) } : {};
  return { sidecar: { kind: 'edit', ...said }, isComplete: reading.isComplete };
}

function xmp(bytes: Uint8Array): SidecarReading {
  const reading: TagReading = { tags: [], unreadPlaces: [], unknownParts: [], isComplete: true };
  readPacketInto(reading, bytes);
  return { sidecar: { kind: 'xmp', said: interpret(reading) }, isComplete: reading.isComplete };
}

function readPacketInto(reading: TagReading, packet: Uint8Array): void {
  try {
    readXmp(packet, reading.tags);
  } catch {
    reading.isComplete = false;
  }
}

/** The manifest of a photo that has no place for one. Pictures in it are named, not examined. */
function c2pa(bytes: Uint8Array): SidecarReading {
  const found = new VideoFindings();
  readManifestInto(found, bytes, 0);
  const { tags, isComplete } = found;
  const pictures = found.attachments.length > 0 ? ['C2PA picture'] : [];
  const unknownParts = [...found.unknownParts, ...pictures];
  return { sidecar: { kind: 'c2pa', said: interpret({ tags, isComplete, unknownParts }) }, isComplete };
}
