// Installs the tarball that people install into an empty folder, without install scripts and
// without the packages that the weights came from.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_IDS } from '../../src/inference/models.js';
import { folder } from '../helpers/folder.js';
import { locatedJpeg } from '../helpers/plain-photos.js';
import { ROOT } from '../helpers/root.js';
import { reportIn } from '../helpers/valid-report.js';

const isWindows = process.platform === 'win32';
const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: isWindows, stdio: ['ignore', 'pipe', 'pipe'] });

describe('the package', () => {
  it('installs elsewhere and examines a photo', async () => {
    const cwd = folder({ 'package.json': '{"private":true}', 'a.jpg': await locatedJpeg() });
    const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', cwd], ROOT)) as [
      { filename: string },
    ];
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`], cwd);

    const installed = readdirSync(join(cwd, 'node_modules'));
    expect(installed).toContain('lenscap');
    expect(installed).not.toContain('@vladmandic');
    expect(installed).not.toContain('@tensorflow');
    const models = readdirSync(join(cwd, 'node_modules/lenscap/models')).filter((name) => name.endsWith('.onnx'));
    expect(models.sort()).toEqual(MODEL_IDS.map((id) => `${id}.onnx`).sort());

    const bin = join(cwd, 'node_modules/lenscap/bin/lenscap.js');
    const run = (...args: string[]) => execFileSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
    const report = reportIn<{ summary: object }>(run('scan', 'a.jpg', '--format', 'json', '--fail-on', 'never'));
    expect(report.summary).toMatchObject({ targets: 1, full: 1, complete: true });
    expect(run('doctor')).toMatch(/Everything works/);

    writeFileSync(
      join(cwd, 'use.mjs'),
      "import { scan } from 'lenscap'; for await (const event of scan(['a.jpg'])) console.log(event.type);",
    );
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd, encoding: 'utf8' })).toBe('photo\ngallery\nsummary\n');
  });
});
