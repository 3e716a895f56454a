// Zones as they are on phones: small, rotated, worn, and below other print.
import { beforeAll, describe, expect, it } from 'vitest';
import { documents } from '../../../src/detectors/documents/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import { photoOf } from '../../helpers/drawn-pages.js';
import { photoOfZone, ZONES, type ZoneView } from '../../helpers/drawn-zones.js';

const PAGE = ['UTOPIA   PASSPORT / PASSEPORT', 'Surname / Nom   see below', 'Authority  PASSPORT OFFICE'];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function provedIn(zone: readonly string[], view: ZoneView) {
  const detections = await documents.detect(photoOf(await photoOfZone(zone, view)), { engine, isFast: false });
  return detections.filter(({ proved }) => proved).map(({ label, evidence }) => ({ label, ...evidence }));
}

const [PASSPORT = [], CARD = [], , OTHER_CARD = []] = ZONES;

describe('a zone is proved', () => {
  it.each([
    ['of a passport, 250 pixels across', PASSPORT, { width: 250 }],
    ['of a card, 250 pixels across, sideways', CARD, { width: 250, degrees: 90 }],
    ['of a passport, worn, upside down', PASSPORT, { width: 400, degrees: 200, wear: 0.5 }],
    ['of a card, worn, below a page, at an angle', CARD, { width: 900, degrees: 14, wear: 1, page: PAGE }],
    ['of a card with a filler that is not read', OTHER_CARD, { width: 900, degrees: 14, wear: 1, page: PAGE }],
  ])('%s', async (_, zone, view) => {
    const isPassport = zone === PASSPORT;
    expect(await provedIn(zone, view)).toMatchObject([
      {
        label: isPassport ? 'passport' : 'identity-card',
        documentNumber: zone === OTHER_CARD ? 'EK7702513' : 'L898902C3',
        unchecked: ['name', 'country'],
      },
    ]);
  });
});
