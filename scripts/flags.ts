// Generates from the table of flags: the lists in docs/cli.md, and the JSON Schema of a
// configuration file.
import { z } from 'zod';
import { configSchema } from '../src/options/config-schema.js';
import { defaultText, explain, type Flag, type FlagTable, longName } from '../src/options/flag.js';
import { FLAGS, type Flags } from '../src/options/flags.js';
import { RULES } from '../src/rules/index.js';
import { SERVICES } from '../src/services/index.js';

const BLOCK = /(<!-- flags: made by npm run generate -->\n)[\s\S]*?(<!-- end of flags -->)/;

export function withFlags(page: string, flags: FlagTable = FLAGS): string {
  if (!BLOCK.test(page)) throw new Error('docs/cli.md has no markers for the lists of flags');
  return page.replace(BLOCK, (_whole, start: string, end: string) => `${start}${lists(flags)}\n${end}`);
}

function lists(flags: FlagTable): string {
  const entries = Object.entries(flags);
  const groups = [...new Set(entries.map(([, { group }]) => group))];
  const ofGroup = (name: string) => entries.filter(([, { group }]) => group === name);
  return groups.map((group) => list(group, ofGroup(group))).join('\n\n');
}

function list(group: string, entries: readonly (readonly [string, Flag])[]): string {
  const rows = entries.map(([key, flag]) => {
    const { short, value, isInConfig, takenBy } = flag;
    const argument = value.type === 'switch' ? '' : ` ${value.placeholder.toUpperCase()}`;
    const names = [longName(key, flag), ...(short === undefined ? [] : [`-${short}`])];
    const commands = takenBy.filter((taker) => taker !== 'library');
    const only = commands.length === 1 ? ` (\`${commands[0]}\` only)` : '';
    const cells = [
      names.map((name) => `\`${name}${argument}\``).join(', '),
      explain(flag) + only,
      defaultText(flag),
      isInConfig ? `\`${key}\`` : '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [`| ${group} | what it does | default | in the configuration |`, '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

export function configJsonSchema(flags: Flags = FLAGS): string {
  const known = { rules: RULES.map(({ id }) => id), services: SERVICES.map(({ name }) => name) };
  const { $schema, ...schema } = z.toJSONSchema(configSchema(known, flags));
  const head = {
    $schema,
    $id: 'urn:lenscap:config',
    title: 'lenscap configuration',
    description: 'What a configuration file of lenscap may set. Flags of the command line win over it.',
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
