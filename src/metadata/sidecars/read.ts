// Reads what a sidecar states about its photo.
import { plistValue } from '../../formats/plist/plist.js';
import { readXmp } from '../../formats/xmp/xmp.js';
import type { Sidecar } from '../../types/metadata.js';
import { interpret, type TagReading } from '../read.js';
import { readSubtitles } from './subtitles.js';
import { readTakeout } from './takeout.js';

export interface SidecarReading {
  /** Null where the file is no sidecar, or states nothing that could be read. */
  readonly sidecar: Sidecar | null;
  readonly isComplete: boolean;
}

/** Never throws, whatever the bytes. The error is dropped: messages of parsers quote the file. */
export function readSidecar(bytes: Uint8Array, name: string): SidecarReading {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  try {
    if (extension === 'json') return { sidecar: takeout(bytes), isComplete: true };
    if (extension === 'aae') return edit(bytes);
    if (extension === 'srt') return subtitles(bytes);
  } catch {
    return { sidecar: null, isComplete: false };
  }
  return xmp(bytes);
}

function takeout(bytes: Uint8Array): Sidecar | null {
  const said = readTakeout(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  return said && { kind: 'takeout', said };
}

function subtitles(bytes: Uint8Array): SidecarReading {
  const said = readSubtitles(bytes);
  return { sidecar: said && { kind: 'subtitles', said }, isComplete: said !== null };
}

/**
 * Apple's adjustments. Which ones is not read; what matters is that there are any. Slow motion
 * changes no picture.
 */
function edit(bytes: Uint8Array): SidecarReading {
  const format = plistValue(bytes, 'adjustmentFormatIdentifier');
  if (typeof format !== 'string') return { sidecar: null, isComplete: false };
  return { sidecar: format === 'com.apple.video.slomo' ? null : { kind: 'edit' }, isComplete: true };
}

function xmp(bytes: Uint8Array): SidecarReading {
  const reading: TagReading = { tags: [], unreadPlaces: [], unknownParts: [], isComplete: true };
  try {
    readXmp(bytes, reading.tags);
  } catch {
    reading.isComplete = false;
  }
  return { sidecar: { kind: 'xmp', said: interpret(reading) }, isComplete: reading.isComplete };
}
