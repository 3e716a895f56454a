#!/usr/bin/env node
// The launcher: refuses an old Node.js before it parses anything else. Anything thrown is an
// internal error, exit code 2.
import { refusalOf } from './node-version.js';

function fail(message) {
  process.stderr.write(message);
  process.exitCode = 2;
}

const refusal = refusalOf(process.versions.node);
if (refusal === null) {
  import('../dist/cli.js')
    .then((cli) => cli.main(process.argv))
    .catch((error) => fail(`lenscap: ${error instanceof Error ? error.message : String(error)}\n`));
} else {
  fail(refusal);
}
