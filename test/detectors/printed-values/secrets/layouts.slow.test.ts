// Secrets as they look on a phone, a note or a device: drawn, read and found. All of them:
// `npx tsx eval/layouts.ts '' secrets`.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/inference/engine.js';
import { createEngine } from '../../../../src/inference/index.js';
import { LAYOUT_IDS } from '../../../helpers/laid-out/draw.js';
import { findLaidOut } from '../../../helpers/laid-out/find.js';
import { SECRETS } from '../../../helpers/laid-out/secret-values.js';
import { LABELLED } from '../../../helpers/laid-out/values.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

const VALUES = [...SECRETS, ...LABELLED.filter(({ id }) => id === 'recovery-phrase')];

describe('a secret is found', () => {
  it.each(
    LAYOUT_IDS.map((layout, at) => ({
      layout,
      value: VALUES[at % VALUES.length]!,
      id: VALUES[at % VALUES.length]!.id,
    })),
  )('$id, $layout', async ({ value, layout }) => {
    expect(await findLaidOut(value, layout, 0, engine)).toMatchObject({ isFound: true });
  });
});
