// Finds the sidecars of photos by the names in a folder: XMP, C2PA, Apple's AAE, Google Takeout's
// JSON, the subtitles of videos, and Picasa's list of the folder.
import { extensionOf } from '../formats/identify.js';
import { kindByExtension } from '../formats/registry.js';

/** Takeout has put this between the name of the photo and `.json` since 2024. */
const SUPPLEMENT = '.supplemental-metadata';

/**
 * Takeout cuts a name to 46 characters before `.json`, sometimes to a few more or fewer, because it
 * counts in another way. A name of at least this length may be cut.
 */
const CUT_FROM = 44;

/**
 * Google Photos adds these suffixes to the name of an edited copy, by language. The copy shares the
 * sidecar of its original.
 */
const EDITED =
  /-(edited|bearbeitet|modifié|modifie|editado|ha editado|editada|bewerkt|modificato|edytowane|editat|redigerad|redigeret|redigert|muokattu|düzenlendi|編集済み|已修改|수정됨|изменено|effects|smile|mix|collage|animation)(?=[.(])/i;

/**
 * The names of the sidecars of each photo or video that has any.
 * @param names all files of one folder
 */
export function sidecarsOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const photos = new Photos(names.filter((name) => kindByExtension(extensionOf(name)) !== null));
  const found = new Map<string, string[]>();
  const orphans = new Set<string>();
  for (const name of names) {
    const owners = ownersOf(name, photos);
    for (const owner of owners) push(found, owner, name);
    if (owners.length === 0 && isJson(name)) orphans.add(name);
  }
  const titles = new TakeoutTitles(names.filter(isJson));
  for (const name of photos.names) {
    if (found.get(name)?.some(isJson)) continue;
    for (const json of titles.nearestTo(name, orphans)) push(found, name, json);
  }
  return found;
}

function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

/** Picasa's list of a folder, hidden or, in older versions, not. */
const OF_FOLDER = /^\.?picasa\.ini$/i;

function ownersOf(name: string, photos: Photos): readonly string[] {
  if (OF_FOLDER.test(name)) return photos.names;
  const [stem, extension] = split(plain(name));
  switch (extension) {
    case 'xmp':
    case 'c2pa':
    // What a drone records, next to its video.
    case 'srt':
      return photos.called(stem);
    case 'xml':
      // Sony's cameras: `C0001M01.XML` holds what C0001.MP4 states about itself.
      return photos.called(stem.replace(/m\d\d$/, ''));
    case 'aae':
      // `IMG_O0001.AAE` holds the first edits of IMG_0001.
      return photos.called(stem.replace(/^img_o(?=\d)/, 'img_'));
    case 'json':
      return photos.ofTakeout(stem);
    default:
      return [];
  }
}

/** Photos by all names that a sidecar may use for them. */
class Photos {
  readonly #byName = new Map<string, string[]>();
  /** By Takeout's number and the name of the photo. */
  readonly #byTitle = new Map<string, string[]>();
  /** The same for long names, by their first CUT_FROM characters. */
  readonly #byBeginning = new Map<string, { readonly title: string; readonly name: string }[]>();

  constructor(readonly names: readonly string[]) {
    for (const name of names) {
      push(this.#byName, plain(name), name);
      push(this.#byName, split(plain(name))[0], name);
      for (const { number, title } of titlesOf(plain(name))) {
        push(this.#byTitle, `${number}/${title}`, name);
        if (title.length > CUT_FROM) push(this.#byBeginning, `${number}/${title.slice(0, CUT_FROM)}`, { title, name });
      }
    }
  }

  /** By the full name (`IMG_1.JPG.xmp`) or the name without its extension (`IMG_1.xmp`). */
  called(stem: string): readonly string[] {
    return this.#byName.get(stem) ?? [];
  }

  /** @param stem the name of the sidecar without `.json` */
  ofTakeout(stem: string): readonly string[] {
    const { number, title } = numbered(stem);
    const owners =
      this.#byTitle.get(`${number}/${withoutSupplement(title)}`) ?? this.#byTitle.get(`${number}/${title}`);
    if (owners !== undefined || title.length < CUT_FROM) return owners ?? [];
    const candidates = this.#byBeginning.get(`${number}/${title.slice(0, CUT_FROM)}`) ?? [];
    return candidates.filter((candidate) => candidate.title.startsWith(title)).map(({ name }) => name);
  }
}

/**
 * What Google Photos adds to the name of an edited copy in a language that is not in the list, or a
 * part of it where the name was cut: `-upraveno`, `-edi`.
 */
const ANY_EDITED = /-[\p{L}\p{M} ]{0,24}(?=(?:\(\d{1,4}\))?\.[^.]*$)/u;

/**
 * Photos that Takeout converts, or that have a video: their sidecar has the name of the original.
 */
const ORIGINALS: ReadonlySet<string> = new Set(['heic', 'heif', 'dng', 'raw', 'jpg', 'jpeg', 'png', 'gif', 'webp']);

/** Sidecars of Takeout by the titles that they are for, to find one for a photo without its own. */
class TakeoutTitles {
  /** By number and title, and by number and title without its extension. */
  readonly #byTitle = new Map<string, string[]>();
  readonly #byStem = new Map<string, { readonly extension: string; readonly name: string }[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const { number, title } = numbered(split(plain(name))[0]);
      const photo = withoutSupplement(title);
      const [stem, extension] = split(photo);
      push(this.#byTitle, `${number}/${photo}`, name);
      push(this.#byStem, `${number}/${stem}`, { extension, name });
    }
  }

  /**
   * The sidecar of the original of an edited copy, or of the still of a video, or of a photo of the
   * same name in another format. A photo that has its own shares it with a video only.
   * @param orphans sidecars without a photo of their own
   */
  nearestTo(name: string, orphans: ReadonlySet<string>): readonly string[] {
    const isVideo = kindByExtension(extensionOf(name)) === 'video';
    const own = titlesOf(plain(name));
    const originals = titlesOf(plain(name).replace(ANY_EDITED, ''));
    for (const { number, title } of originals) {
      const found = this.#byTitle.get(`${number}/${title}`);
      if (found) return found;
    }
    for (const { number, title } of [...own, ...originals]) {
      const found = (this.#byStem.get(`${number}/${split(title)[0]}`) ?? []).filter(
        (json) =>
          ORIGINALS.has(json.extension) && (isVideo || orphans.has(json.name) || /^hei[cf]$/.test(json.extension)),
      );
      if (found.length > 0) return found.map((json) => json.name);
    }
    return [];
  }
}

interface Title {
  /** 0 if the name has none. */
  readonly number: number;
  readonly title: string;
}

/**
 * Takeout moves the number of `IMG(1).jpg` to the end: `IMG.jpg(1).json`. But a photo may also have
 * had such a name from the start.
 */
function titlesOf(name: string): readonly Title[] {
  const unedited = name.replace(EDITED, '');
  return [...new Set([name, unedited])].flatMap((title) => {
    const [stem, extension] = split(title);
    const { number, title: base } = numbered(stem);
    return number === 0
      ? [{ number, title }]
      : [
          { number: 0, title },
          { number, title: `${base}.${extension}` },
        ];
  });
}

function numbered(text: string): Title {
  const [, title, number] = /^(.+)\((\d{1,4})\)$/s.exec(text) ?? [];
  return title === undefined ? { number: 0, title: text } : { number: Number(number), title };
}

/** Removes the supplement, or the part of it that is left after the name was cut. */
function withoutSupplement(title: string): string {
  const dot = title.lastIndexOf('.');
  return dot > 0 && SUPPLEMENT.startsWith(title.slice(dot)) ? title.slice(0, dot) : title;
}

/**
 * Normalizes case and accents: memory cards have IMG_1.JPG next to img_1.aae, and macOS decomposes
 * accented letters.
 */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function split(name: string): readonly [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
