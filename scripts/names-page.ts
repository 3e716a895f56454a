// The table of tags for names in docs/metadata.md, from the tables that the program uses.
import { RIGHTS_TAGS } from '../src/metadata/persons.js';
import { NAME_TAGS } from '../src/metadata/tag-roles.js';
import type { NameRole } from '../src/types/metadata.js';

const BLOCK = /(<!-- names: made by npm run generate -->\n)[\s\S]*?(<!-- end of names -->)/;

/** The page with the table of this version. */
export function withNames(page: string): string {
  const rows = rolesOf().map((role) => `| ${role} | ${list(NAME_TAGS[role])} | ${list(RIGHTS_TAGS[role])} |`);
  const table = ['| role | tags for a name | tags for a name or a notice |', '| --- | --- | --- |', ...rows];
  return page.replace(BLOCK, (_, start: string, end: string) => `${start}${table.join('\n')}\n${end}`);
}

function rolesOf(): NameRole[] {
  return [...new Set([...Object.keys(NAME_TAGS), ...Object.keys(RIGHTS_TAGS)])] as NameRole[];
}

/** Without the block of XMP, whose names have a prefix of their own. */
function list(tags: readonly string[] = []): string {
  return tags.map((tag) => `\`${tag.replace(/^xmp /, '')}\``).join(', ');
}
