// Which part of src/ can import which (docs/architecture.md), as rules for dependency-cruiser.
import type { DependencyType, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Folders and top-level files of src/, by storey. A room can import all rooms of the storeys after
 * its own.
 */
export const STOREYS: Readonly<Record<string, readonly string[]>> = {
  running: ['cli.ts', 'commands', 'index.ts', 'main.ts', 'options'],
  working: ['walk', 'workers', 'cache'],
  telling: ['reporters', 'report', 'gallery', 'terminal'],
  judging: ['findings', 'rules', 'messages', 'services'],
  seeing: ['detectors', 'ocr', 'inference'],
  opening: ['photo', 'video', 'embedded', 'metadata'],
  reading: ['formats', 'image'],
  ground: ['async', 'errors.ts', 'package.ts', 'signals.ts', 'types'],
};

/** What a room can import from its own storey besides itself, with the reason. */
export const WITHIN_STOREY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
  sidecars: 'metadata', // the same tags, stored in another file
};

/** Rooms without side effects: they read, decode and print nothing. */
const PURE_ROOMS = ['types', 'messages', 'rules', 'findings', 'services', 'reporters'];
const PURE_MODULES = ['crypto', 'node_modules/chalk/', 'node_modules/string-width/'];

/** Slow to load, so each is loaded when a photo needs it. */
const LOADED_LATE = ['sharp', 'onnxruntime-node', 'zxing-wasm', 'jxl-oxide-wasm', 'sql.js'];

/** Not `import type`, and not `typeof import()`. */
const FOR_VALUES: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only', 'type-import'] };
const STATIC = { ...FOR_VALUES, dynamic: false };

/** `^src/walk/` for a folder, `^src/main[.]ts$` for a file. */
function pathOf(room: string): string {
  return room.endsWith('.ts') ? `^src/${room.replace('.', '[.]')}$` : `^src/${room}/`;
}

function storeyRules(): IForbiddenRuleType[] {
  const storeys = Object.values(STOREYS);
  return storeys.flatMap((rooms, storey) =>
    rooms.map((room) => {
      const within = Object.keys(WITHIN_STOREY[room] ?? {});
      const allowed = [room, ...within, ...storeys.slice(storey + 1).flat()];
      return {
        name: `${room}-imports-down`,
        comment: `${room} imports only from the storeys below it and from what scripts/import-rules.ts allows`,
        severity: 'error',
        from: { path: pathOf(room) },
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
  ...storeyRules(),
  ...detectorRules(),
  {
    name: 'types-only-types',
    comment: 'types/ imports nothing else, no package either',
    severity: 'error',
    from: { path: '^src/types/' },
    to: { pathNot: '^src/types/' },
  },
  {
    name: 'pure-rooms',
    comment: 'these rooms import nothing that reads, decodes or prints',
    severity: 'error',
    from: { path: PURE_ROOMS.map(pathOf) },
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
