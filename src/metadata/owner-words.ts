// Names of persons in texts that name a device or a folder: `Mira's iPhone`, `C:\Users\mira\`.
// Systems choose them by the name of their user.
import { type Tag, textOf } from '../formats/tag.js';
import { personsIn } from './person-words.js';

const DEVICE =
  'iphone|ipad|ipod|macbook|imac|mac|pc|laptop|notebook|computer|ordinateur|ordenador|rechner|handy|phone|galaxy|pixel|tablet|desktop|surface';

/** `Mira's iPhone`, `Miras MacBook Pro`, `Mira-Sanders-MacBook.local`. */
const BEFORE_DEVICE = new RegExp(`^(.{2,60}?)([’']?s?|-s)[\\s-]+(?:${DEVICE})(?![\\p{L}])`, 'iu');
/** `iPhone de Mira`, `iPad von Mira`. */
const AFTER_DEVICE = new RegExp(
  `(?<!\\p{L})(?:${DEVICE})\\b[^/\\\\]{0,20}?\\s(?:von|vom|de|di|da|do|del|van|of|för|til)\\s+(\\p{L}.{1,60})$`,
  'iu',
);

const DEVICE_NAME = /host ?computer|computer ?name|host ?name|device ?name|machine ?name$/i;

/** The folder of a user: Windows, macOS, Linux. */
const HOME =
  /(?:\b[a-z]:[\\/]+(?:users|documents and settings|benutzer)[\\/]+|\/(?:users|home)\/)([^\\/\n"<>|:*?]{2,60})[\\/]/giu;

/**
 * Folders that are of no person: of all users, of services, and of machines that build programs.
 */
const NO_USER =
  /^(?:public|shared|all users|default.*|users?|owner|admin\w*|root|guest|test\w*|me|my|home|runner\w*|jenkins|build\w*|vagrant|ubuntu|debian|fedora|centos|docker|node|app|www.?data|git\w*|pi|ec2.?user|azureuser|vsts\w*|ci|dev|developer|media|photos?|pictures|student|office|work|pc|hp|dell|acer|asus|lenovo|samsung|sony|toshiba)$/i;

/** Texts longer than that are documents. */
const MAX_LENGTH = 20_000;

export function ownersIn(tags: readonly Tag[]): string[] {
  return tags.flatMap((tag) => {
    if (typeof tag.value !== 'string' || tag.value.length > MAX_LENGTH) return [];
    return [...(DEVICE_NAME.test(tag.name) ? ownerOfDevice(textOf(tag)) : []), ...usersInPaths(tag.value)];
  });
}

function ownerOfDevice(text: string): string[] {
  const spaced = text.replace(/\.(?:local|lan|home|fritz\.box)$/i, '').replace(/[-_]+/g, ' ');
  const [, name = '', ending = ''] = BEFORE_DEVICE.exec(spaced) ?? [];
  // German has no apostrophe, and a name may end with an s.
  const isOwner = ending !== '' && personsIn(`${name}${ending.replace(/\W/g, '')}`).length > 0;
  if (isOwner) return personsIn(name);
  return personsIn(AFTER_DEVICE.exec(spaced)?.[1] ?? '');
}

function usersInPaths(text: string): string[] {
  if (!/users|home|documents and|benutzer/i.test(text)) return [];
  return [...text.matchAll(HOME)].flatMap(([, user = '']) => {
    const name = user.replace(/[._]+/g, ' ').replace(/\d+$/, '').trim();
    return NO_USER.test(name) ? [] : personsIn(name);
  });
}
