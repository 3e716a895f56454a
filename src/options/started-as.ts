// What a person types to start the program again the same way, so that hints can be run as printed.
import { basename, relative } from 'node:path';
import { quoted, type Shell } from '../terminal/shell.js';

export interface Start {
  readonly env: NodeJS.ProcessEnv;
  /** Absolute path of the script that Node.js runs. */
  readonly script: string;
  /** Current folder; null where it is gone. */
  readonly cwd: string | null;
  readonly shell: Shell;
}

/** `lenscap`, `npx lenscap`, or in a checkout `npm start --` or `node bin/lenscap.js`. */
export function startedAs({ env, script, cwd, shell }: Start): string {
  if (env.npm_lifecycle_event === 'start' && env.npm_package_name === 'lenscap') return 'npm start --';
  const isPackage = /[\\/]node_modules[\\/]/.test(script);
  const isNpx = /[\\/]node_modules[\\/]\.bin[\\/]/.test(script) || (isPackage && env.npm_command === 'exec');
  if (isNpx) return 'npx lenscap';
  if (isPackage || basename(script) !== 'lenscap.js') return 'lenscap';
  const near = cwd === null ? script : relative(cwd, script);
  return `node ${quoted(near.length < script.length ? near : script, shell)}`;
}
