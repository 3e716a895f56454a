import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Real models and the real program on a shared machine: slow is not broken.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file starts processes of its own; more files at once only take the cores from each other.
    maxWorkers: 2,
  },
});
