// Containers of videos that may hold only sound, without stating so in their first bytes. For them
// the extension decides.

const SOUND: ReadonlySet<string> = new Set('aac m4a m4b m4p m4r mka oga ogg opus spx weba wma'.split(' '));

export function isSoundByName(extension: string): boolean {
  return SOUND.has(extension);
}
