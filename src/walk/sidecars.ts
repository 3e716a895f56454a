// Which files of a folder stand beside a photo and say something of it, by their names: XMP, Apple's AAE, Google Takeout's JSON.
import { extensionOf } from '../formats/identify.js';
import { kindByExtension } from '../formats/registry.js';

/** What Takeout puts between the photo's name and `.json`, since 2024. */
const SUPPLEMENT = '.supplemental-metadata';

/**
 * Characters that Takeout leaves of a name before `.json`: 46, at times a few more or less, where it counted in another way. What
 * is at least this long may have been cut.
 */
const CUT_FROM = 44;

/** What Google Photos adds to the name of an edited copy, by language; the copy has the sidecar of its original. */
const EDITED =
  /-(edited|bearbeitet|modifié|modifie|editado|ha editado|editada|bewerkt|modificato|edytowane|editat|redigerad|redigeret|redigert|muokattu|düzenlendi|編集済み|已修改|수정됨|изменено|effects|smile|mix|collage|animation)(?=[.(])/i;

/** Names of the sidecars of each photo or video that has any. `names`: all files of one folder. */
export function sidecarsOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const photos = new Photos(names.filter((name) => kindByExtension(extensionOf(name)) !== null));
  const found = new Map<string, string[]>();
  for (const name of names) {
    for (const owner of ownersOf(name, photos)) found.set(owner, [...(found.get(owner) ?? []), name]);
  }
  return found;
}

function ownersOf(name: string, photos: Photos): readonly string[] {
  const [stem, extension] = split(plain(name));
  switch (extension) {
    case 'xmp':
      return photos.called(stem);
    case 'aae':
      // `IMG_O0001.AAE` holds the first edits of IMG_0001.
      return photos.called(stem.replace(/^img_o(?=\d)/, 'img_'));
    case 'json':
      return photos.ofTakeout(stem);
    default:
      return [];
  }
}

/** Photos by all the names under which a sidecar may know them. */
class Photos {
  readonly #byName = new Map<string, string[]>();
  /** By Takeout's number and the photo's name. */
  readonly #byTitle = new Map<string, string[]>();
  /** The same of long names, by their beginning. */
  readonly #byBeginning = new Map<string, { readonly title: string; readonly name: string }[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      push(this.#byName, plain(name), name);
      push(this.#byName, split(plain(name))[0], name);
      for (const { number, title } of titlesOf(plain(name))) {
        push(this.#byTitle, `${number}/${title}`, name);
        if (title.length > CUT_FROM) push(this.#byBeginning, `${number}/${title.slice(0, CUT_FROM)}`, { title, name });
      }
    }
  }

  /** By the whole name (`IMG_1.JPG.xmp`) or the name without its extension (`IMG_1.xmp`). */
  called(stem: string): readonly string[] {
    return this.#byName.get(stem) ?? [];
  }

  /** `stem`: the sidecar's name without `.json`. */
  ofTakeout(stem: string): readonly string[] {
    const { number, title } = numbered(stem);
    const owners =
      this.#byTitle.get(`${number}/${withoutSupplement(title)}`) ?? this.#byTitle.get(`${number}/${title}`);
    if (owners !== undefined || title.length < CUT_FROM) return owners ?? [];
    const candidates = this.#byBeginning.get(`${number}/${title.slice(0, CUT_FROM)}`) ?? [];
    return candidates.filter((candidate) => candidate.title.startsWith(title)).map(({ name }) => name);
  }
}

interface Title {
  /** 0 where the name has none. */
  readonly number: number;
  readonly title: string;
}

/** Takeout moves the number of `IMG(1).jpg` to the end: `IMG.jpg(1).json`. The photo may also have been called so from the start. */
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

/** Without as much of the supplement as the length of names has left of it. */
function withoutSupplement(title: string): string {
  const dot = title.lastIndexOf('.');
  return dot > 0 && SUPPLEMENT.startsWith(title.slice(dot)) ? title.slice(0, dot) : title;
}

/** One spelling of each letter: cards have IMG_1.JPG beside img_1.aae, and macOS takes accents apart. */
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
