#!/usr/bin/env node
// The launcher: anything thrown is an internal error, exit code 2.
try {
  const { main } = await import('../dist/cli.js');
  await main(process.argv);
} catch (error) {
  process.stderr.write(`lenscap: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
