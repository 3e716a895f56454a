// Checks the import rules (docs/architecture.md, scripts/import-rules.ts), and that each rule
// refuses what it should.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_RULES, LAYERS, WITHIN_LAYER } from '../../scripts/import-rules.js';
import { forbidden, importsIn } from '../../scripts/imports.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const partOf = (path: string): string => path.split('/')[1] ?? '';

describe('imports in src', () => {
  let imports: ICruiseResult;
  beforeAll(async () => {
    imports = await importsIn();
  });

  it('break no rule', () => {
    expect(forbidden(imports)).toEqual([]);
  });

  it('cover every folder and file of src: each has its layer', () => {
    const parts = Object.values(LAYERS).flat();
    expect(readdirSync(SRC).filter((part) => !parts.includes(part))).toEqual([]);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('within a layer are allowed only where they exist', () => {
    const made = new Set(
      imports.modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => `${partOf(source)} -> ${partOf(resolved)}`),
      ),
    );
    const allowed = Object.entries(WITHIN_LAYER).flatMap(([from, targets]) =>
      Object.keys(targets).map((to) => `${from} -> ${to}`),
    );
    expect(allowed.filter((pair) => !made.has(pair))).toEqual([]);
  });
});

describe('the rules', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /**
   * A project with these files in src/, and a one-line package in node_modules for each imported
   * package.
   */
  function project(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(realpathSync(tmpdir()), 'lenscap-imports-'));
    folders.push(root);
    const packages = { 'node_modules/sharp/package.json': '{"name":"sharp"}', 'node_modules/sharp/index.js': '' };
    const all = { 'package.json': '{"type":"module","dependencies":{"sharp":"1"}}', ...packages, ...files };
    for (const [path, content] of Object.entries(all)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return root;
  }

  const REFUSED: readonly [rule: string, from: string, line: string, to: string][] = [
    ['types-imports-down', 'types/a.ts', "import type { B } from '../photo/b.js';", 'photo/b.ts'],
    ['types-only-types', 'types/a.ts', "import type Sharp from 'sharp';", 'types/b.ts'],
    ['walk-imports-down', 'walk/a.ts', "export type { B } from '../main.js';", 'main.ts'],
    ['video-imports-down', 'video/a.ts', "type B = typeof import('../photo/b.js');", 'photo/b.ts'],
    ['main.ts-imports-down', 'main.ts', "import './cli.js';", 'cli.ts'],
    ['errors.ts-imports-down', 'errors.ts', "import { b } from './signals.js';", 'signals.ts'],
    ['detectors-apart', 'detectors/codes/a.ts', "import { b } from '../faces/b.js';", 'detectors/faces/b.ts'],
    ['detector-documents-apart', 'detectors/documents/a.ts', "import '../codes/b.js';", 'detectors/codes/b.ts'],
    ['detector-objects-apart', 'detectors/objects/a.ts', "import '../codes/b.js';", 'detectors/codes/b.ts'],
    ['detectors-load-late', 'detectors/index.ts', "import { b } from './codes/index.js';", 'detectors/codes/index.ts'],
    ['formats-load-late', 'formats/png/index.ts', "import { b } from './reader.js';", 'formats/png/reader.ts'],
    ['pure-folders', 'rules/a.ts', "import { readFileSync } from 'node:fs';", 'rules/b.ts'],
    ['pure-folders', 'findings/a.ts', "const { b } = await import('sharp');", 'findings/b.ts'],
    ['heavy-packages-load-late', 'image/a.ts', "import sharp from 'sharp';", 'image/b.ts'],
    ['resolved', 'image/a.ts', "import { b } from './gone.js';", 'image/b.ts'],
  ];

  it.each(REFUSED)('%s refuse it: %s has %s', async (rule, from, line, to) => {
    const root = project({ [`src/${to}`]: 'export const b = 1;\n', [`src/${from}`]: `${line}\nexport const a = 1;\n` });
    const found = forbidden(await importsIn(root));
    expect(found.filter((text) => text.startsWith(`${rule}: src/${from} -> `))).toHaveLength(1);
  });

  it('refuse a circle of types', async () => {
    const root = project({
      'src/walk/a.ts': "import type { B } from './b.js';\nexport interface A { b: B }\n",
      'src/walk/b.ts': "import type { A } from './a.js';\nexport interface B { a: A }\n",
    });
    expect(forbidden(await importsIn(root)).join()).toContain('no-circles');
  });

  it('allow an import downwards, a type of sharp and a late import of it', async () => {
    const root = project({
      'src/types/b.ts': 'export interface B { b: 1 }\n',
      'src/image/a.ts': [
        "import type Sharp from 'sharp';",
        "import type { B } from '../types/b.js';",
        "export const a = async (): Promise<B | typeof Sharp> => (await import('sharp')).default;",
      ].join('\n'),
    });
    expect(forbidden(await importsIn(root))).toEqual([]);
  });

  it('are all tested here, except those that differ only in their folder', () => {
    const tried = new Set([
      ...REFUSED.map(([rule]) => rule),
      'no-circles',
      'detector-sidecars-apart',
      'detector-tag-values-apart',
    ]);
    const names = IMPORT_RULES.map(({ name = '' }) => name).filter((name) => !name.endsWith('-imports-down'));
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
  });
});
