// Whatever place of a file a telling text is written to: a finding of the rule that fits it carries
// it, at the severity of the rule, or the file was not examined in full. A note in the tags
// (metadata/other-text) does not count.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { identify } from '../../src/formats/identify.js';
import { createEngine } from '../../src/inference/index.js';
import { type DraftFinding, evaluate } from '../../src/rules/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import type { PhotoResult } from '../../src/types/photo.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { type ExamineContext, examine } from '../../src/workers/examine.js';
import { CARRIERS, type Carried, type Carrier, NAMED_CARRIERS } from '../helpers/carriers.js';
import { folder } from '../helpers/folder.js';

interface Value {
  readonly what: string;
  readonly text: string;
  readonly rule: string;
  /** Whether the evidence of a finding, unmasked, has the value. */
  readonly isIn: (evidence: DraftFinding['evidence']) => boolean;
}

const isAt = ({ latitude, longitude }: DraftFinding['evidence']): boolean =>
  Math.abs(Number(latitude) - 48.85837) < 0.001 && Math.abs(Number(longitude) - 2.29448) < 0.001;
const place = (what: string, text: string): Value => ({ what, text, rule: 'metadata/location', isIn: isAt });
const words = (what: string, rule: string, text: string, value = text): Value => ({
  what,
  text,
  rule,
  isIn: (evidence) => JSON.stringify(evidence).replace(/[\s-]/g, '').includes(value.replace(/[\s-]/g, '')),
});

const VALUES: readonly Value[] = [
  place('coordinates', '48.85837, 2.29448'),
  place('coordinates with decimal commas', '48,85837 N 2,29448 E'),
  place('coordinates in degrees', '48\u00b051\'30.1"N 2\u00b017\'40.1"E'),
  place('a geo address', 'geo:48.85837,2.29448'),
  place('a link to a map', 'https://maps.google.com/?q=48.85837,2.29448'),
  words('a key', 'text/secret', `ghp_${'aB3xY9kLm2QpR7sT1uVw'}${'Z5cD8eF4gH6jK0nP'}`),
  words('a password', 'text/secret', 'Password: Kx7!rabbit', 'Kx7!rabbit'),
  words('an account', 'text/iban', 'FR14 2004 1010 0505 0001 3M02 606'),
  words('a card', 'text/payment-card-number', '4111 1111 1111 1111'),
  words('a telephone number', 'text/phone-number', '+33 1 42 68 53 00'),
  words('a mail address', 'text/email-address', 'anna.quillfjord@example.org'),
  words('an address', 'text/postal-address', '12 Rue de la Paix, 75002 Paris', '75002'),
];

const HARMLESS = 'Sunday walk';
const NAME = 'Anna Quillfjord';

let context: ExamineContext;
beforeAll(async () => {
  const detectors = (await loadDetectors()).filter(({ needs }) => !needs.includes('pixels'));
  context = { engine: await createEngine('onnx'), detectors, isFast: true, isValueShown: true, videos: NO_VIDEOS };
});

async function examined({ extension, bytes, sidecars = {} }: Carried): Promise<PhotoResult> {
  const path = join(folder(), `carrier.${extension}`);
  writeFileSync(path, bytes);
  const alongside = Object.entries(sidecars).map(([ending, content]) => {
    writeFileSync(path + ending, content);
    return path + ending;
  });
  const kind = identify(bytes.subarray(0, 4096), path);
  if (kind === null) throw new Error(`a ${extension} file is not recognised`);
  return examine({ path, bytes: bytes.length, mtimeMs: 0, sidecars: alongside, ...kind }, context);
}

const SEVERITIES = new Map(RULES.map(({ id, severity }) => [id, severity]));

/** Null if it is reported, else what was reported instead. */
async function silence(carried: Carried, rule: string, isIn: Value['isIn']): Promise<readonly string[] | null> {
  const { examination, detections } = await examined(carried);
  const findings = evaluate(detections, RULES);
  const isReported = findings.some(
    (finding) => finding.rule === rule && finding.severity === SEVERITIES.get(rule) && isIn(finding.evidence),
  );
  return isReported || examination !== 'full' ? null : findings.map((finding) => finding.rule);
}

const table = (carriers: readonly Carrier[]) => carriers.map((carrier) => [carrier.name, carrier] as const);

/** Of a file next to the photo, what a tag states is one rule of its own. */
const ruleOf = (rule: string, { isAlongside }: Carrier) =>
  isAlongside && rule.startsWith('metadata/') ? 'metadata/sidecar' : rule;

describe.each(table(CARRIERS))('a text in %s', (_, carrier) => {
  const { carry } = carrier;

  test('is read in full and flags nothing if it states nothing', async () => {
    const { examination, problems, detections } = await examined(await carry(HARMLESS));
    expect({ examination, problems }).toEqual({ examination: 'full', problems: [] });
    // The video inside a photo is hidden media, whatever it states.
    const isFlagged = ({ severity, rule }: DraftFinding) => severity !== 'low' && rule !== 'metadata/hidden-media';
    expect(evaluate(detections, RULES).filter(isFlagged)).toEqual([]);
  });

  test('is never passed over in silence', async () => {
    const silent: Record<string, readonly string[]> = {};
    for (const { what, text, rule, isIn } of VALUES) {
      const instead = await silence(await carry(text), ruleOf(rule, carrier), isIn);
      if (instead !== null) silent[what] = instead;
    }
    expect(silent).toEqual({});
  });
});

describe.each(table(NAMED_CARRIERS))('a name in %s', (_, carrier) => {
  test.each([NAME, 'José Núñez', 'Li Xiaolong', "Kate O'Brien"])(
    'is never passed over in silence: %s',
    async (name) => {
      const isIn = ({ names }: DraftFinding['evidence']) => JSON.stringify(names ?? '').includes(name);
      expect(await silence(await carrier.carry(name), ruleOf('metadata/person-name', carrier), isIn)).toBeNull();
    },
  );
});

test('the table has at least 400 pairs', () => {
  expect(CARRIERS.length * VALUES.length + NAMED_CARRIERS.length * 4).toBeGreaterThanOrEqual(400);
});
