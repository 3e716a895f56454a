// Starts the real program.
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.js';

const BIN = join(ROOT, 'bin', 'lenscap.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunSettings {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs lenscap without a terminal, without ffmpeg and without the user's own configuration. */
export function lenscap(args: readonly string[], { cwd = ROOT, input, env }: RunSettings = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: {
        ...process.env,
        XDG_CONFIG_HOME: join(tmpdir(), 'lenscap-no-configuration'),
        FORCE_COLOR: undefined,
        // The result for videos must not depend on this machine; tests of frames set the program
        // themselves.
        LENSCAP_FFMPEG: 'off',
        ...env,
      },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    // A program that ends without reading its input closes the pipe first.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
