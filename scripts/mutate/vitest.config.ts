// The project's test configuration, with the files that npm run mutate names, in its order.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.js';

const FILES: readonly string[] = JSON.parse(process.env.MUTATE_TESTS ?? '[]');

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => FILES.findIndex((file) => moduleId.endsWith(`/${file}`));
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

const projects = (base.test?.projects ?? []).flatMap((project) => {
  if (typeof project !== 'object' || !('test' in project)) return [];
  const isSlow = project.test?.name === 'slow';
  const include = FILES.filter((file) => file.endsWith('.slow.test.ts') === isSlow);
  return include.length === 0 ? [] : [{ ...project, test: { ...project.test, include } }];
});

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { ...base.test, projects, sequence: { sequencer: InOrder } },
});
