import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const SLOW = 'test/**/*.slow.test.ts';
const REFUSED = fileURLToPath(new URL('test/refused-package.ts', import.meta.url));

/** What runs models. Fast tests get a module in its place that throws. */
const MODEL_PACKAGES = /^(onnxruntime-node|@tensorflow\/.*|@vladmandic\/human(\/.*)?)$/;

/**
 * No test reads or changes the results or the decisions of the person who runs it. A test of them
 * has a folder of its own.
 */
const ENVIRONMENT = { LENSCAP_CACHE: 'off', LENSCAP_DATA: join(tmpdir(), 'lenscap-no-decisions') };

export default defineConfig({
  test: {
    // Slow files start processes of their own; more at once only take the cores from each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'fast',
          env: ENVIRONMENT,
          include: ['test/**/*.test.ts'],
          exclude: [SLOW],
          setupFiles: ['test/setup.ts', 'test/refuse-slow.ts'],
          // A test that takes half a second is slow; the rest is for a machine that does other
          // things, too.
          testTimeout: 20_000,
          // They share loaded modules, which halves their time: none has a state that another would
          // see.
          isolate: false,
          sequence: { groupOrder: 0 },
          alias: [{ find: MODEL_PACKAGES, replacement: REFUSED }],
        },
      },
      {
        test: {
          name: 'slow',
          env: ENVIRONMENT,
          include: [SLOW],
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          // Real models and the real program on a shared machine: slow is not broken.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
