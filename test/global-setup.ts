// Before the slow tests: what they start is built from the code as it is, however vitest was
// started.
import type { TestProject } from 'vitest/node';
import { build } from '../scripts/build.js';

export default async function setup(project: TestProject): Promise<void> {
  await build();
  project.onTestsRerun(build);
}
