// Who may import whom (docs/architecture.md): read from the imports themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Rooms of src/ that a room may import from, beside itself. `.` is the top. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  types: [],
  words: ['types', 'rules', 'findings', 'services'],
  container: ['types', 'words'],
  walk: ['types', 'words', 'container'],
  metadata: ['types', 'words', 'container'],
  inference: ['types', 'words'],
  image: ['types', 'words', 'metadata', 'container'],
  videos: ['types', 'words'],
  text: ['types', 'words', 'image', 'inference'],
  detectors: ['types', 'words', 'image', 'inference', 'metadata', 'container', 'text'],
  workers: ['types', 'words', 'image', 'videos', 'inference', 'metadata', 'detectors', 'findings'],
  rules: ['types', 'words'],
  findings: ['types', 'words', 'rules', 'services'],
  services: ['types', 'words'],
  reporters: ['types', 'words', 'services', 'exit-code.ts'],
  report: ['types', 'words'],
  options: ['types', 'words', 'rules', 'inference', 'services'],
  commands: [
    'types',
    'words',
    'rules',
    'services',
    'inference',
    'options',
    'main.ts',
    'output.ts',
    'package.ts',
    'progress.ts',
    'signals.ts',
  ],
};

/** Rooms that stay pure: nothing of Node but what computes, and no package but the one that colours. */
const PURE = ['types', 'words', 'rules', 'findings', 'services', 'reporters'];
const PURE_PACKAGES = ['node:crypto', 'chalk', 'string-width'];

interface Import {
  readonly from: string;
  readonly room: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
  /** Made where it is come to, not with the module. */
  readonly isLazy: boolean;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}

function roomOf(file: string): string {
  return relative(SRC, file).split(/[\\/]/)[0] ?? '';
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'|import\('([^']+)'\)/gm;

const imports: Import[] = files(SRC).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
    const to = (match[2] ?? match[3])!;
    return {
      from: relative(SRC, file),
      room: roomOf(file),
      to: to.startsWith('.') ? roomOf(resolve(dirname(file), to.replace(/\.js$/, '.ts'))) : to,
      isTypeOnly: match[1] !== undefined,
      isLazy: match[3] !== undefined,
    };
  }),
);

describe('imports', () => {
  it('are read at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(Object.keys(ALLOWED))('of %s come only from where they may', (room) => {
    const strangers = imports
      .filter((entry) => entry.room === room && isInside(entry.to) && entry.to !== room && !entry.isTypeOnly)
      .filter((entry) => !ALLOWED[room]!.includes(entry.to));
    expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('of sharp wait for a picture to decode, but for the doctor, and those of detectors for a rule that wants them', () => {
    const eager = imports.filter(({ isTypeOnly, isLazy }) => !isTypeOnly && !isLazy);
    expect(eager.filter(({ to }) => to === 'sharp').map(({ from }) => from)).toEqual([join('commands', 'doctor.ts')]);
    expect(eager.filter(({ from }) => from === join('detectors', 'index.ts'))).toEqual([]);
  });

  it.each(PURE)('of %s bring in nothing that reads, decodes or prints', (room) => {
    const packages = imports
      .filter((entry) => entry.room === room && !isInside(entry.to) && !entry.isTypeOnly)
      .filter(({ to }) => !PURE_PACKAGES.includes(to));
    expect(packages.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('of cli.ts are by nobody', () => {
    expect(imports.filter(({ to }) => to === 'cli.ts')).toEqual([]);
  });
});

function isInside(name: string): boolean {
  return name.endsWith('.ts') || readdirSync(SRC).includes(name);
}
