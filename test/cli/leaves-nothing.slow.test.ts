// A scan leaves no files. Libraries with telemetry would store a device number in the home folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { samplePhoto } from '../helpers/sample-photos.js';

const BIN = fileURLToPath(new URL('../../bin/lenscap.js', import.meta.url));

it('leaves no file in the home folder or the temporary folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lenscap-'));
  const [home, temporary] = [join(folder, 'home'), join(folder, 'tmp')];
  for (const made of [home, temporary]) mkdirSync(made);
  // With CI set, libraries disable telemetry themselves, so the program must not see it here.
  const { CI: _, ORT_DISABLE_TELEMETRY: __, ...inherited } = process.env;
  const env = { ...inherited, HOME: home, USERPROFILE: home, TMPDIR: temporary, XDG_CACHE_HOME: join(home, '.cache') };
  try {
    expect(
      spawnSync(process.execPath, [BIN, 'scan', samplePhoto('sample3'), '--fail-on', 'never'], { env }).status,
    ).toBe(0);
    expect(readdirSync(home, { recursive: true })).toEqual([]);
    expect(readdirSync(temporary, { recursive: true })).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
