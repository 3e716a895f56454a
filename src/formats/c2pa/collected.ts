// A manifest as tags, attachments and names of what could not be read: of a video, and of a file of
// its own.
import { iptcTags } from '../iptc/iptc.js';
import type { Block } from '../metadata-block.js';
import type { VideoFindings } from '../mp4/findings.js';
import { readTiff } from '../tiff/exif.js';
import { readXmp } from '../xmp/xmp.js';
import { c2paBlocks } from './c2pa.js';

/** The bytes of a manifest, and where in the file they are. */
interface Manifest {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/**
 * Never throws; damage ends the reading, after everything before it.
 * @param at offset of the manifest in the file
 */
export function readManifestInto(found: VideoFindings, bytes: Uint8Array, at: number): void {
  attempt(found, () => {
    for (const block of c2paBlocks(bytes)) attempt(found, () => add(found, block, { bytes, at }));
  });
}

/** The error is dropped: messages of parsers quote the file. */
function attempt(found: VideoFindings, step: () => void): void {
  try {
    step();
  } catch {
    found.isComplete = false;
  }
}

function add(found: VideoFindings, block: Block, manifest: Manifest): void {
  if (block.kind === 'tags') found.add(...block.tags);
  else if (block.kind === 'xmp') readXmp(block.bytes, found.tags);
  else if (block.kind === 'iptc') found.add(...iptcTags(block.bytes));
  else if (block.kind === 'tiff') {
    const { tags, blocks, isComplete } = readTiff(block);
    found.add(...tags);
    found.isComplete &&= isComplete;
    for (const inner of blocks) add(found, inner, manifest);
  } else if (block.kind === 'picture') addPicture(found, block.bytes, manifest);
  else found.unknownParts.add((block.kind === 'unknown' ? block.name : null) ?? 'C2PA manifest');
}

/** Its pixels are not examined there. It is reported as that. */
function addPicture(found: VideoFindings, bytes: Uint8Array, manifest: Manifest): void {
  const isInFile = bytes.buffer === manifest.bytes.buffer;
  const offset = manifest.at + (isInFile ? bytes.byteOffset - manifest.bytes.byteOffset : 0);
  found.attachments.push({ what: 'second picture', offset, bytes: bytes.length, isProved: true, isNamed: true });
}
