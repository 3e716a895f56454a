// `npm run sample`: scans the sample gallery and writes its report, shortened, into README.md. A
// slow test compares.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = `${ROOT}/README.md`;
const BLOCK = /(<!-- sample: made by npm run sample -->\n```text\n)([\s\S]*?)(```\n<!-- end of sample -->)/;

/** What `npm start` scans, on a day on which the service would take some of the photos. */
const ARGS = ['scan', 'fixtures/gallery', '--fail-on', 'never', '--as-of', '2025-06-21', '--videos', 'metadata'];
/** Given, so that the sample does not depend on the locale. */
const REGION = ['--region', 'US'];

const SEVERITY = /^(CRITICAL|HIGH|MEDIUM|LOW) /;
/** Rules shown of each severity. */
const RULES_SHOWN: Readonly<Record<string, number>> = { CRITICAL: 2, HIGH: 1, MEDIUM: 1 };
/** The sentences shown of a service: what it would take. */
const TAKES = /^ {2}It would take [\s\S]+?\.$/m;
/** A line that starts an entry: a count, two blanks, and what is counted; or a sentence. */
const ENTRY = /^ {2,6}[\d,]+ {2}\S|^ {2}[A-Z]/;

/** The report, without colours, of the gallery. */
export function galleryReport(): string {
  const { stdout, status } = spawnSync(process.execPath, ['bin/lenscap.js', ...ARGS, ...REGION], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
  });
  // The gallery holds files that cannot be examined in full.
  if (status !== 3) throw new Error(`the scan of the sample gallery ended with ${status}`);
  return stdout;
}

/**
 * The sections of a text report: of each severity its first rules, of each other section its first
 * entry; a line of dots for the rest.
 */
export function shorten(report: string): string {
  const [head = '', ...sections] = report.trimEnd().split('\n\n');
  const end = sections.pop() ?? '';
  const middle = sections.filter((section) => !/^(LOW|WHAT TO DO NEXT)\b/.test(section)).map(shortenSection);
  return `${[head, ...middle, end].join('\n\n')}\n`;
}

function shortenSection(section: string): string {
  const lines = section.split('\n');
  const [takes] = TAKES.exec(section) ?? [];
  if (takes !== undefined) {
    // Without what the profile rests on, because its age depends on the day of the run.
    const heading = lines[0]?.replace(/ \(as reported .*/, '');
    return [heading, '      ...', takes, '      ...'].join('\n');
  }
  const [, severity] = SEVERITY.exec(section) ?? [];
  const starts = lines.flatMap((line, index) => (ENTRY.test(line) ? [index] : []));
  const shown = severity ? (RULES_SHOWN[severity] ?? 1) : 1;
  const cut = starts[shown] ?? lines.length;
  return cut >= lines.length ? section : [...lines.slice(0, cut), '      ...'].join('\n');
}

/**
 * README.md with this report in its sample; the seconds that a scan took are those that are there.
 */
export function withSample(readme: string, report: string): string {
  const found = BLOCK.exec(readme);
  if (!found) throw new Error('README.md has no markers for the sample');
  const elapsed = /^Scanned on this computer in (.+?)\. /m;
  const kept = elapsed.exec(found[2] ?? '')?.[1] ?? '12 s';
  const sample = shorten(report).replace(elapsed, `Scanned on this computer in ${kept}. `);
  return readme.replace(BLOCK, (_whole, start: string, _old: string, end: string) => `${start}${sample}${end}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  writeFileSync(README, withSample(readFileSync(README, 'utf8'), galleryReport()));
}
