import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { readText } from '../../src/ocr/read-text.js';
import { drawPage, photoOf } from '../helpers/drawn-pages.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

/** Invented sentences of one meaning: the boats are back, and the water is cold. */
const TEXTS = {
  cyrillic: ['Лодки вернулись домой вчера', 'вода ещё холодная, но светлая', 'приходите в субботу к озеру'],
  greek: ['Οι βάρκες γύρισαν χθες', 'το νερό είναι ακόμα κρύο', 'ελάτε το Σάββατο στη λίμνη'],
  arabic: ['عادت القوارب أمس إلى المرفأ', 'الماء لا يزال باردا جدا', 'تعالوا يوم السبت إلى البحيرة'],
  hebrew: ['הסירות חזרו אתמול אל הנמל', 'המים עדיין קרים מאוד היום', 'בואו בשבת אל האגם הגדול'],
  latin: ['Łodzie wróciły wczoraj', 'woda jest jeszcze zimna', 'przyjdźcie w sobotę nad jezioro'],
} as const;

async function unseenOf(texts: readonly string[]) {
  const lines = texts.map((text, index) => ({ text, left: 60, top: 60 + index * 70, size: 34 }));
  const photo = photoOf(await drawPage(lines, { width: 1100, height: 120 + texts.length * 70 }));
  await readText(photo, engine, false);
  return photo.unseen;
}

describe('text in a script that is not read', () => {
  it.each(['cyrillic', 'greek', 'arabic', 'hebrew'] as const)(
    'names %s where three lines are in it',
    async (script) => {
      expect(await unseenOf(TEXTS[script])).toEqual([{ code: 'script-unread', detail: script }]);
    },
  );

  it('changes nothing for a sign', async () => {
    expect(await unseenOf(TEXTS.cyrillic.slice(0, 2))).toEqual([]);
  });

  it('changes nothing for a language in Latin letters', async () => {
    expect(await unseenOf([...TEXTS.latin, ...TEXTS.latin])).toEqual([]);
  });
});
