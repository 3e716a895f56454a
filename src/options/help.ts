// The table of flags -> commander's options, in groups; and the examples that the help ends with.
import { type Command, Option } from 'commander';
import { CLEAN_FLAGS } from './clean-flags.js';
import { defaultText, explain, type Flag, type FlagTable, isTakenBy, longName, type Taker } from './flag.js';
import { FLAGS, PROGRAM } from './flags.js';
import { BETWEEN_FILES } from './values.js';

interface Example {
  readonly does: string;
  readonly line: string;
}

export const EXAMPLES: Readonly<Record<Exclude<Taker, 'library'> | 'clean', readonly Example[]>> = {
  scan: [
    { does: 'show a report', line: 'lenscap scan ~/phone-backup' },
    { does: 'write a report for programs to a file', line: 'lenscap scan DCIM --format json --output report.json' },
    {
      does: 'list the photos that show a child',
      line: 'lenscap scan DCIM --only person/child --select flagged --format paths',
    },
    {
      does: 'copy only the safe photos',
      line: 'lenscap scan . --select safe --format paths -0 | rsync -a --from0 --files-from=- . /media/copy',
    },
  ],
  clean: [
    { does: 'copies without metadata', line: 'lenscap clean DCIM --into clean' },
    { does: 'keep the times', line: 'lenscap clean DCIM --into clean --keep metadata/capture-time' },
    { does: 'cover children and printed values', line: 'lenscap clean DCIM --into clean --cover person/child,text' },
  ],
  report: [
    { does: 'show the last scan again', line: 'lenscap report' },
    {
      does: 'list the photos that show a child, without another scan',
      line: 'lenscap report DCIM --only person/child --select flagged --format paths',
    },
  ],
  check: [
    { does: 'copy a photo only if it passes', line: 'lenscap check holiday.jpg && cp holiday.jpg /media/cloud' },
    { does: 'stop only for critical findings', line: 'lenscap check --fail-on critical -- *.jpg' },
    { does: 'paths from another program', line: "find . -name '*.jpg' -print0 | lenscap check -0 --files-from -" },
  ],
  accept: [
    {
      does: 'a finding that is fine, until the end of the year',
      line: "lenscap accept DCIM/IMG_0412.HEIC --rule person/child --until 2027-12-31 --reason 'my own'",
    },
    { does: 'what was accepted', line: 'lenscap accept --list' },
    { does: 'take it back', line: 'lenscap accept --remove DCIM/IMG_0412.HEIC' },
  ],
};

/**
 * Adds the flags that the command takes; its help lists them under the headings of their groups.
 */
export function addFlags(command: Command, taker: Exclude<Taker, 'library'>, flags: FlagTable = FLAGS): Command {
  const taken = Object.fromEntries(Object.entries(flags).filter(([, flag]) => isTakenBy(flag, taker)));
  return addAll(command, taken, EXAMPLES[taker]);
}

/** `clean` has a table of its own. */
export function addCleanFlags(command: Command): Command {
  return addAll(command, CLEAN_FLAGS, EXAMPLES.clean);
}

function addAll(command: Command, flags: FlagTable, examples: readonly Example[]): Command {
  for (const [key, flag] of Object.entries(flags)) command.addOption(optionOf(key, flag));
  command.addHelpOption(new Option('-h, --help', 'show this help').helpGroup(`${PROGRAM}:`));
  const lines = examples.map(({ does, line }) => `  # ${does}\n  ${line}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

function optionOf(key: string, flag: Flag): Option {
  const { group, short, value } = flag;
  const names = [...(short === undefined ? [] : [`-${short}`]), longName(key, flag)].join(', ');
  const usage = value.type === 'switch' ? names : `${names} <${value.placeholder}>`;
  const unless = defaultText(flag);
  const option = new Option(usage, explain(flag) + (unless && ` (default: ${unless})`)).helpGroup(`${group}:`);
  if (value.type === 'rules' || value.type === 'service') return option.argParser(joinedBy(','));
  return value.type === 'files' ? option.argParser(joinedBy(BETWEEN_FILES)) : option;
}

/** `--only person --only text` means both. */
function joinedBy(separator: string) {
  return (value: string, before: string | undefined) => (before === undefined ? value : before + separator + value);
}
