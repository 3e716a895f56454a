import { expect, test } from 'vitest';
import { startedAs } from '../../src/options/started-as.js';

const START = { env: {}, script: '/usr/local/bin/lenscap', cwd: '/home/me', shell: 'posix' } as const;

test.each([
  ['lenscap', {}],
  ['lenscap', { script: '' }],
  ['lenscap', { script: '/usr/lib/node_modules/lenscap/bin/lenscap.js' }],
  ['npx lenscap', { script: '/home/me/x/node_modules/.bin/lenscap' }],
  ['npx lenscap', { script: 'C:\\x\\node_modules\\lenscap\\bin\\lenscap.js', env: { npm_command: 'exec' } }],
  ['npm start --', { env: { npm_lifecycle_event: 'start', npm_package_name: 'lenscap' } }],
  ['lenscap', { env: { npm_lifecycle_event: 'start', npm_package_name: 'other' } }],
  ['node src/lenscap/bin/lenscap.js', { script: '/home/me/src/lenscap/bin/lenscap.js' }],
  ["node 'my code/bin/lenscap.js'", { script: '/home/me/my code/bin/lenscap.js' }],
  ['node /opt/l/bin/lenscap.js', { script: '/opt/l/bin/lenscap.js', cwd: '/home/me/some/where/deep' }],
  ['node /opt/l/bin/lenscap.js', { script: '/opt/l/bin/lenscap.js', cwd: null }],
] as const)('%s: %j', (program, start) => {
  expect(startedAs({ ...START, ...start })).toBe(program);
});
