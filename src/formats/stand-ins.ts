// Files that stand for a photo which is not there, or not there to its end: placeholders of clouds,
// downloads and copies that go on or were interrupted. Their names state what they stand for.

export interface StandIn {
  /** The name of the file that it stands for; empty where the name does not state it. */
  readonly name: string;
  /** Problem of a target that it is. */
  readonly why: 'in-cloud' | 'unfinished';
}

/** Patterns with the name in a group. */
const NAMES: readonly (readonly [pattern: RegExp, why: StandIn['why']])[] = [
  // macOS and iOS, in iCloud Drive and in synchronised folders.
  [/^\.(.+)\.icloud$/is, 'in-cloud'],
  // The same name after a copy or a rename.
  [/^([^.].*)\.icloud$/is, 'in-cloud'],
  // Links to a file in a cloud, and shortcuts to one in another place.
  [/^(.+\.[^.]+)\.(?:url|webloc|lnk|desktop|gdoc|gslides|gdraw|glink|cloud|odlink|boxnote)$/is, 'in-cloud'],
  // Virtual files of Nextcloud and ownCloud.
  [/^(.+)\.(?:nextcloud|owncloud)$/is, 'in-cloud'],
  // Android: a file that an app is still writing.
  [/^\.pending-\d+-(.+)$/s, 'unfinished'],
  // Syncthing.
  [/^(?:\.syncthing\.|~syncthing~)(.+)\.tmp$/is, 'unfinished'],
  // Chrome and Edge, before the name is known.
  [/^Unconfirmed \d+()\.crdownload$/i, 'unfinished'],
  // Dropbox, pCloud and others, with a word of their own before the suffix.
  [/^(.+)\.(?:dropbox\.tmp|pcloud-tmp|megatmp|gdownload|tmp\.driveupload)$/is, 'unfinished'],
  // eMule, and MEGA, whose names state nothing.
  [/^\d{1,6}\.part(?:\.met)?()$/i, 'unfinished'],
  [/^\.getxfer\.[\w.]+\.mega()$/i, 'unfinished'],
  // rsync: a dot, the name, and six characters.
  [/^\.(.+\.[a-z]\w{1,4})\.[A-Za-z\d]{6}$/s, 'unfinished'],
  // Browsers (Chrome, Firefox, Safari, Opera), and programs for downloads and copies.
  [
    /^(.+)\.(?:crdownload|part|partial|filepart|download|opdownload|fdmdownload|dtapart|!sync|!ut|!qb|bc!|aria2)$/is,
    'unfinished',
  ],
  [
    /^(.+)\.(?:tmp|temp|incomplete|inprogress|uploading|part\d{1,4}|td|kgetpart|fdm|xdm|!dl|aria2__temp|rslsc|bts|sync)$/is,
    'unfinished',
  ],
];

/** Safari keeps a download in a folder of this name until it is finished. */
const FOLDER = /\.download$/i;

/**
 * @param folder name of the folder that the file is in; empty where it does not matter
 * @returns null for a file that is what its name states
 */
export function standInOf(name: string, folder = ''): StandIn | null {
  for (const [pattern, why] of NAMES) {
    const inner = pattern.exec(name)?.[1];
    if (inner !== undefined) return { name: inner, why };
  }
  return FOLDER.test(folder) ? { name, why: 'unfinished' } : null;
}
