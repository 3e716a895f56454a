// Sidecars and edits of a photo in an iTunes or Finder backup, by its path on the phone.
import { posix } from 'node:path';
import { inSameBackup } from '../../metadata/backup-path.js';

/** Extensions of photos and videos that a phone keeps edits of. */
const OWNERS = ['HEIC', 'JPG', 'JPEG', 'PNG', 'MOV', 'MP4', 'DNG', 'GIF', 'WEBP'];

/** Where iOS keeps the edit of a photo: below this folder, in one named like the photo. */
const EDITS = 'Media/PhotoData/Mutations';
const EDIT = 'Adjustments/Adjustments.plist';

/** @param path of the photo in the backup */
export function sidecarsInBackup(path: string, phonePath: string): readonly string[] {
  const [stem, name] = [withoutExtension(phonePath), posix.basename(phonePath)];
  const folder = posix.dirname(phonePath);
  const candidates = [
    `${stem}.AAE`,
    // `IMG_O0001.AAE` holds the first edits of IMG_0001.
    posix.join(folder, `${withoutExtension(name).replace(/^IMG_(?=[E\d])/, 'IMG_O')}.AAE`),
    ...[`${stem}.xmp`, `${stem}.XMP`, `${phonePath}.xmp`],
    posix.join(EDITS, stem.replace(/^Media\//, ''), EDIT),
  ];
  return [...new Set(candidates)].flatMap((candidate) => inSameBackup(path, candidate)?.path ?? []);
}

/** Whether a file is the sidecar or the edit of a photo in its backup. */
export function isSidecarInBackup(path: string, phonePath: string): boolean {
  const stem = ownerOf(phonePath);
  return stem !== null && OWNERS.some((extension) => inSameBackup(path, `${stem}.${extension}`) !== null);
}

/** The path of the photo without its extension; null for a file that is no sidecar by its name. */
function ownerOf(phonePath: string): string | null {
  if (phonePath.startsWith(`${EDITS}/`) && phonePath.endsWith(`/${EDIT}`)) {
    return posix.join('Media', phonePath.slice(EDITS.length + 1, -EDIT.length - 1));
  }
  if (!/\.(?:aae|xmp)$/i.test(phonePath)) return null;
  return withoutExtension(phonePath).replace(/IMG_O(?=[E\d])(?=[^/]*$)/, 'IMG_');
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}
