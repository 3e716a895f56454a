// Names of tags that the report shows.

import type { Tag } from '../formats/tag.js';

/**
 * Names of the texts that containers hold. The report shows the name of a tag while its text is
 * masked. In a file, a name may be a person's own words, so that only known names are shown: the
 * registered keywords of PNG (PNG specification, 11.3.3), those of image generators and
 * thumbnailers, and the names that the readers of blocks give.
 */
const FILE_NAMES = new Set([
  ...['Title', 'Author', 'Description', 'Copyright', 'Creation Time', 'Software', 'Disclaimer', 'Warning', 'Source'],
  ...['Comment', 'Collection', 'Artist', 'Creator', 'Keywords', 'parameters', 'prompt', 'workflow', 'Thumb::URI'],
  ...[
    'URL',
    'Caption',
    'C2PA manifest',
    'Signer',
    'Text',
    'WebP chunk',
    'GIF extension',
    'ColourProfile',
    ...['ProfileDescription', 'ProfileCopyright', 'DeviceMfgDesc', 'DeviceModelDesc', 'ViewingCondDesc', 'CharTarget'],
    ...Array.from({ length: 16 }, (_, app) => `APP${app}`),
  ],
]);

/** The same for videos: the types of boxes, and the keys that standards and phones use. */
const VIDEO_NAMES = new Set([
  ...['titl', 'dscp', 'cprt', 'gnre', 'albm', 'desc', 'ldes', 'name', '©xyz', 'uuid'],
  ...['INAM', 'ICMT', 'ICOP', 'ISBJ', 'IKEY'],
  ...['nam', 'cmt', 'des', 'cpy', 'alb', 'gen', 'lyr', 'src', 'key', 'hst', 'url', 'grp'].map((name) => `©${name}`),
  ...['title', 'comment', 'description', 'displayname', 'keywords', 'copyright', 'album', 'genre', 'information'].map(
    (name) => `com.apple.quicktime.${name}`,
  ),
  ...['subtitle', 'hdlr', 'Xtra', 'chpl', 'Title', 'Description', '@xyz', 'loci'],
  ...['GPMF', 'GPS', 'gps', 'gps0', 'freeGPS', 'xml', 'box', 'key', 'trailer', 'subtitles'],
  ...['location.ISO6709', 'location.note', 'location.body'].map((name) => `com.apple.quicktime.${name}`),
]);

/**
 * Names of XMP properties consist of letters only. Digits and underscores are someone's own names.
 */
const XMP_NAME = /^[\w-]+:[A-Za-z]{1,40}$/;

/** The name of the tag; `unnamed` where it may be a person's own words. */
export function shownName(tag: Tag): string {
  return isNameKnown(tag) ? tag.name : 'unnamed';
}

/** Whether the name is one that a standard or a program gives. */
function isNameKnown({ block, name, isForeign }: Tag): boolean {
  switch (block) {
    case 'file':
      return FILE_NAMES.has(name);
    case 'video':
      return VIDEO_NAMES.has(name);
    case 'xmp':
      return isForeign !== true && XMP_NAME.test(name);
    case 'exif':
    case 'maker':
    case 'iptc':
      // In the file these are numbers. The names are from tables of our own.
      return true;
    default:
      return block satisfies never;
  }
}
