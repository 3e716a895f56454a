// A scan leaves no files but its results, in one folder. Libraries with telemetry would store a
// device number in the home folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { samplePhoto } from '../helpers/sample-photos.js';

const BIN = fileURLToPath(new URL('../../bin/lenscap.js', import.meta.url));

it('leaves no file in the home folder or the temporary folder but the results of the scan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lenscap-'));
  const [home, temporary] = [join(folder, 'home'), join(folder, 'tmp')];
  for (const made of [home, temporary]) mkdirSync(made);
  // With CI set, libraries disable telemetry themselves, so the program must not see it here.
  const { CI: _, ORT_DISABLE_TELEMETRY: __, LENSCAP_CACHE: ___, ...inherited } = process.env;
  const env = { ...inherited, HOME: home, USERPROFILE: home, TMPDIR: temporary, XDG_CACHE_HOME: join(home, '.cache') };
  try {
    const scan = (...more: string[]) =>
      spawnSync(process.execPath, [BIN, 'scan', samplePhoto('sample3'), '--fail-on', 'never', ...more], { env }).status;
    expect(scan('--no-cache')).toBe(0);
    expect(readdirSync(home, { recursive: true })).toEqual([]);
    expect(scan()).toBe(0);
    const kept = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect([...new Set(kept.map(({ name }) => name.replace(/-(wal|shm)$/, '')))]).toEqual(['results.db']);
    expect(kept.map(({ parentPath }) => basename(parentPath))).toContain('lenscap');
    expect(readdirSync(temporary, { recursive: true })).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
