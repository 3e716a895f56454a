// The frames of a film as pictures to be examined, or the word that they were not.

import { PhotoError, type ProblemCode } from '../messages/problems.js';
import { openPhoto } from '../photo/open.js';
import type { InnerPicture } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { FilmPlace, FilmTools } from './ffmpeg.js';
import { framesOf } from './frames.js';

/**
 * @param film the target itself, or a film inside it
 * @param unseen the problem where frames cannot be had or are left out
 * @throws PhotoError
 */
export async function* filmPictures(
  target: ScanTarget,
  film: FilmPlace,
  tools: FilmTools,
  unseen: ProblemCode,
): AsyncGenerator<InnerPicture> {
  if (tools.isLeftOut) throw new PhotoError(unseen, 'left out');
  if (tools.ffmpeg === null) throw new PhotoError(unseen);
  for await (const { atMs, tiff } of framesOf(tools, film)) {
    const photo = openPhoto({ ...target, kind: 'image', mediaType: 'image/tiff' }, tiff);
    yield { source: { picture: atMs === null ? 'preview' : 'video', atMs }, photo };
  }
}
