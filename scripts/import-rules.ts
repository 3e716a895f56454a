// Which part of src/ can import which (docs/architecture.md), as rules for dependency-cruiser.
import type { DependencyType, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Folders and top-level files of src/, by layer. Each of them can import everything in the layers
 * after its own.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'entry points': ['cli.ts', 'commands', 'index.ts', 'main.ts', 'options'],
  scanning: ['walk', 'workers', 'cache', 'cleaning', 'decisions'],
  output: ['reporters', 'report', 'gallery', 'terminal'],
  rules: ['findings', 'rules', 'messages', 'services'],
  detection: ['detectors', 'ocr', 'inference'],
  files: ['photo', 'video', 'embedded', 'metadata'],
  formats: ['formats', 'image'],
  base: ['async', 'errors.ts', 'package.ts', 'signals.ts', 'types'],
};

/** What a folder or file can import from its own layer besides itself, with the reason. */
export const WITHIN_LAYER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cli.ts': {
    commands: 'it starts the command that was asked for',
    options: 'it parses the flags',
  },
  commands: {
    'main.ts': 'the scan runs it',
    options: 'each command resolves its flags',
  },
  'index.ts': {
    'main.ts': 'the library runs the same scan',
    options: 'it resolves the same options',
  },
  'main.ts': { options: 'it takes the resolved options' },
  cache: { workers: 'it stands in front of the pool, and takes its results' },
  walk: { cache: 'a file that is known is not opened' },
  reporters: {
    report: '`check` lists what the exit code counts',
    terminal: 'text is escaped and wrapped',
  },
  findings: {
    messages: 'a finding is put into words last',
    rules: 'detections are judged by them',
    services: 'the verdict asks what the service would take',
  },
  messages: { services: 'the sentences about a service state its facts' },
  detectors: {
    inference: 'models',
    ocr: 'documents and printed values read the text of the picture',
  },
  ocr: { inference: 'models' },
  photo: {
    embedded: 'pictures inside the file are compared with its own',
    metadata: 'a photo gives its metadata',
    video: 'a motion photo has a video inside; frames of a video are photos',
  },
  video: { metadata: 'tags of a video are interpreted as those of a photo' },
  formats: { image: 'large pictures are shrunk while they are decoded' },
  async: { 'errors.ts': 'a stream that is stopped ends with an error of its own' },
  'errors.ts': { types: 'the codes of problems' },
};

/** A detector can use the result of another one if it is named here. */
const BETWEEN_DETECTORS: Readonly<Record<string, string>> = {
  documents: 'faces', // the portrait on an identity card
  objects: 'faces', // one network finds people and things
  sidecars: 'metadata', // the same tags, stored in another file
  'tag-values': 'printed-values|documents', // the same values, written in tags
};

/** Folders without side effects: they read, decode and print nothing. */
const PURE_FOLDERS = ['types', 'messages', 'rules', 'findings', 'services', 'reporters'];
const PURE_MODULES = ['crypto', 'node_modules/chalk/', 'node_modules/string-width/', 'node_modules/csv-stringify/'];

/** Slow to load, so each is loaded when a photo needs it. */
const LOADED_LATE = ['sharp', 'onnxruntime-node', 'zxing-wasm', 'jxl-oxide-wasm', 'sql.js', 'yauzl', 'libsql'];

/** Not `import type`, and not `typeof import()`. */
const FOR_VALUES: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only', 'type-import'] };
const STATIC = { ...FOR_VALUES, dynamic: false };

/** `^src/walk/` for a folder, `^src/main[.]ts$` for a file. */
function pathOf(part: string): string {
  return part.endsWith('.ts') ? `^src/${part.replace('.', '[.]')}$` : `^src/${part}/`;
}

function layerRules(): IForbiddenRuleType[] {
  const layers = Object.values(LAYERS);
  return layers.flatMap((parts, layer) =>
    parts.map((part) => {
      const within = Object.keys(WITHIN_LAYER[part] ?? {});
      const allowed = [part, ...within, ...layers.slice(layer + 1).flat()];
      return {
        name: `${part}-imports-down`,
        comment: `${part} imports only from the layers below it and from what scripts/import-rules.ts allows`,
        severity: 'error',
        from: { path: pathOf(part) },
        to: { path: '^src/', pathNot: allowed.map(pathOf) },
      };
    }),
  );
}

function detectorRules(): IForbiddenRuleType[] {
  const names = Object.keys(BETWEEN_DETECTORS);
  const pairs = Object.entries(BETWEEN_DETECTORS).map(
    ([from, to]): IForbiddenRuleType => ({
      name: `detector-${from}-apart`,
      comment: `the detector ${from} may use ${to} and no other detector`,
      severity: 'error',
      from: { path: `^src/detectors/${from}/` },
      to: { path: '^src/detectors/[^/]+/', pathNot: `^src/detectors/(${from}|${to})/` },
    }),
  );
  return [
    ...pairs,
    {
      name: 'detectors-apart',
      comment: 'a detector is one folder and uses no other detector',
      severity: 'error',
      from: { path: '^src/detectors/([^/]+)/', pathNot: `^src/detectors/(${names.join('|')})/` },
      to: { path: '^src/detectors/[^/]+/', pathNot: '^src/detectors/$1/' },
    },
    {
      name: 'detectors-load-late',
      comment: 'a detector is loaded when a rule that is on needs it',
      severity: 'error',
      from: { path: '^src/detectors/index[.]ts$' },
      to: { path: '^src/detectors/[^/]+/index[.]ts$', ...STATIC },
    },
  ];
}

export const IMPORT_RULES: readonly IForbiddenRuleType[] = [
  {
    name: 'no-circles',
    comment: 'no file imports itself through others, not even for types',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolved',
    comment: 'an import that cannot be resolved is held by no rule',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  ...layerRules(),
  ...detectorRules(),
  {
    name: 'types-only-types',
    comment: 'types/ imports nothing else, no package either',
    severity: 'error',
    from: { path: '^src/types/' },
    to: { pathNot: '^src/types/' },
  },
  {
    name: 'pure-folders',
    comment: 'these folders import nothing that reads, decodes or prints',
    severity: 'error',
    from: { path: PURE_FOLDERS.map(pathOf) },
    to: { pathNot: ['^src/', ...PURE_MODULES.map((name) => `^${name}`)], ...FOR_VALUES },
  },
  {
    name: 'formats-load-late',
    comment: 'the reader of a format is loaded with the first file of that format',
    severity: 'error',
    from: { path: '^src/formats/[^/]+/index[.]ts$' },
    to: { path: '^src/formats/[^/]+/reader[.]ts$', ...STATIC },
  },
  {
    name: 'heavy-packages-load-late',
    comment: 'loaded with the first photo that needs it; only the doctor asks sharp for its version at once',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/commands/doctor[.]ts$' },
    to: { path: LOADED_LATE.map((name) => `^node_modules/${name}/`), ...STATIC },
  },
];
