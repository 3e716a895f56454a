// Pictures that a text holds in base64, by themselves or as the address `data:` of a page.
import { beginsPicture } from './further-pictures.js';

/** The first bytes of JPEG, PNG, GIF, WebP and TIFF in base64. */
const STARTS = ['/9j/', 'iVBORw0KGgo', 'R0lGOD', 'UklGR', 'SUkqA', 'TU0AK'] as const;

/** All of a text in base64, in lines of any length. */
const WHOLE = /^\s*(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR|SUkqA|TU0AK)[A-Za-z0-9+/\s]{100,}={0,2}\s*$/;

/** Base64 among other text: long lines, so that the words that follow do not count. */
const RUN =
  /(?<![A-Za-z0-9+])(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR|SUkqA|TU0AK)[A-Za-z0-9+/]{40,}(?:\s{1,9}[A-Za-z0-9+/]{40,}){0,100000}(?:\s{1,9}[A-Za-z0-9+/]{1,39}(?==))?={0,2}/g;

/** Pictures of one text that are read. */
const MAX_PICTURES = 16;

export interface TextWithPictures {
  readonly pictures: readonly Uint8Array[];
  /** The text without them. */
  readonly rest: string;
}

export function mayHoldPicture(text: string): boolean {
  return STARTS.some((start) => text.includes(start));
}

/** Never throws. */
export function picturesInText(text: string): TextWithPictures {
  if (!mayHoldPicture(text)) return { pictures: [], rest: text };
  const pictures: Uint8Array[] = [];
  const rest = text.replace(WHOLE.test(text) ? WHOLE : RUN, (run) => {
    const picture = pictures.length < MAX_PICTURES ? Buffer.from(run, 'base64') : null;
    if (!picture || !beginsPicture(picture)) return run;
    pictures.push(picture);
    return ' ';
  });
  return { pictures, rest };
}
