// `npm run generate`: writes the files that are generated from the registries. A test fails if a
// file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configJsonSchema, withFlags } from './flags.js';
import { landFile } from './land.js';
import { withNames } from './names-page.js';
import { withPlaces } from './places-page.js';
import { rulesPage } from './rules-page.js';

/**
 * The generator of each file, by its path from the top folder. `now` returns the current text, for
 * files of which only a part is generated.
 */
export const GENERATED: Readonly<Record<string, (now: () => string) => string>> = {
  'docs/cli.md': (now) => withFlags(now()),
  'docs/metadata.md': (now) => withNames(withPlaces(now())),
  'docs/rules.md': () => rulesPage(),
  'schema/config.schema.json': () => configJsonSchema(),
  'src/reporters/html/land.ts': () => landFile(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, make] of Object.entries(GENERATED)) {
    const file = new URL(`../${path}`, import.meta.url);
    writeFileSync(
      file,
      make(() => readFileSync(file, 'utf8')),
    );
  }
}
