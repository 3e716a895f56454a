// `npm start`: refuses an old Node.js before it parses anything else, then runs scripts/start.ts.
import { refusalOf } from '../bin/node-version.js';

const refusal = refusalOf(process.versions.node);
if (refusal === null) {
  import('tsx/esm/api')
    .then((tsx) => {
      tsx.register();
      return import('./start.ts');
    })
    .catch((error) => {
      process.stderr.write(`lenscap: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    });
} else {
  process.stderr.write(refusal);
  process.exitCode = 2;
}
