// What a person reads who named no photo.

/** @param isList the files were named by a list */
export function noPhotosText(isList: boolean): string {
  const fix = isList ? 'check the list, or the program that wrote it' : 'name the folder that holds them';
  return `no photos or videos were found; ${fix}`;
}
