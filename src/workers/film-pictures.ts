// The frames of a film as pictures to be examined, or the word that they were not.
import type { FilmPlace, FilmTools } from '../films/ffmpeg.js';
import { framesOf } from '../films/frames.js';
import { openPhoto } from '../image/open.js';
import type { InnerPicture } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import { PhotoError, type ProblemCode } from '../words/problems.js';

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
