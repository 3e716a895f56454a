// A new detector is a folder, a line in the registry and an entry in messages. This test has
// substitutes for them and runs the detector through the whole program.
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Declaration } from '../../src/detectors/declaration.js';
import type { Detector } from '../../src/detectors/detector.js';
import { loadDetectors, REGISTRY } from '../../src/detectors/index.js';
import { createEngine } from '../../src/inference/index.js';
import { WORDS } from '../../src/messages/findings.js';
import { openPhoto } from '../../src/photo/open.js';
import { text } from '../../src/reporters/text.js';
import type { Rule } from '../../src/rules/rule.js';
import { validateRules } from '../../src/rules/validate.js';
import type { PhotoResult } from '../../src/types/photo.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { examineOpened } from '../../src/workers/examine.js';
import { reportOf } from '../helpers/sample-report.js';
import { render } from '../reporters/render.js';
import { missingParts, undeclared, withoutExample } from './label-parts.js';

// The folder: the declaration and the code.
const SUNSETS = {
  id: 'sunsets',
  title: 'sunsets',
  needs: ['pixels'],
  labels: { sunset: { colour: 'shown', thought: 'hidden' } },
  models: [],
} as const satisfies Declaration;

const sunsets: Detector = {
  ...SUNSETS,
  async detect(photo) {
    const { data } = await photo.pixels();
    const [red = 0, , blue = 0] = data;
    const evidence = { colour: 'red', thought: 'of Ann', undeclared: 'of Bob' };
    const source = { picture: 'main', atMs: null } as const;
    return [
      {
        detector: SUNSETS.id,
        label: 'sunset',
        score: (red - blue) / 255,
        proved: false,
        source,
        region: null,
        evidence,
      },
    ];
  },
};

const registry = [...REGISTRY, { ...SUNSETS, load: async () => sunsets }];

const words = {
  ...WORDS,
  sunset: {
    subject: 'Sunset',
    detail: ({ evidence }: { evidence: object }) => `a sky in ${Object.values(evidence)[0]}`,
  },
};

const rule: Rule = {
  id: 'sky/sunset',
  title: 'sunset',
  severity: 'high',
  detector: 'sunsets',
  labels: ['sunset'],
  minScore: 0.5,
  scoreKind: 'ordinal',
  meaning: 'A sky.',
  looksAt: 'Colours.',
  proof: 'Nothing.',
  cannotSee: 'Clouds.',
};

async function examined(background: string): Promise<PhotoResult> {
  const create = { width: 40, height: 30, channels: 3, background } as const;
  const bytes = await sharp({ create }).png().toBuffer();
  const target = { path: 'sky.png', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/png' } as const;
  const detectors = await loadDetectors([SUNSETS.id], registry);
  const context = { engine: await createEngine('onnx'), isFast: true, isValueShown: false, videos: NO_VIDEOS };
  return examineOpened(openPhoto(target, bytes), 'ab', { ...context, detectors });
}

test('a new detector runs; its detections are masked, judged and described', async () => {
  const run = { results: [await examined('#ff2000'), await examined('#2000ff')], rules: [rule], words };
  const [photo] = reportOf(run).events.flatMap((event) => (event.type === 'photo' ? event.photo : []));
  expect(photo?.findings).toMatchObject([
    { rule: 'sky/sunset', severity: 'high', subject: 'Sunset', detail: 'a sky in red' },
  ]);
  expect(photo?.findings[0]?.evidence).toEqual({ colour: 'red', thought: '•••', undeclared: '•••' });
  const report = await render(text, run);
  expect(report).toMatch(/^HIGH +1 photo$/m);
  expect(report).toMatch(/^ +1 +sunset$/m);
  expect(report).toMatch(/^ +sky\.png +a sky in red +likely 0\.99$/m);
  expect(report).not.toMatch(/Ann|Bob/);
});

test('the contract reports what it lacks', async () => {
  const { detections: seen } = await examined('#ff2000');
  expect(() => validateRules([rule], registry)).not.toThrow();
  expect(missingParts({ detectors: [SUNSETS], words, rules: [rule], measured: ['sky/*'] })).toEqual([]);
  expect(withoutExample([SUNSETS], seen)).toEqual([]);
  expect(undeclared(registry, seen)).toEqual(['sunsets/sunset declares no mask for undeclared']);
});
