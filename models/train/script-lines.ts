// Draws lines of text in many scripts and writes what the recogniser's last layer sees of each, for
// train-scripts.ts. The words are those of ICU: names of countries, languages and currencies.
//   tsx models/train/script-lines.ts OUT COUNT SEED [SCRIPT,...] [--held-out]
// Fontconfig must know fonts of all scripts (models/train/README.md).
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { createEngine } from '../../src/inference/index.js';
import { textReaderOf } from '../../src/ocr/reader.js';
import { SCRIPTS, type Script } from '../../src/ocr/script-names.js';

const SANS = [
  'Noto Sans',
  'DejaVu Sans',
  'Open Sans',
  'Roboto',
  'Noto Serif',
  'DejaVu Serif',
  'PT Serif',
  'DejaVu Sans Mono',
];

/** Print of other kinds: tills, typewriters, headlines, books. */
const PRINT = [
  'Courier Prime',
  'VT323',
  'Share Tech Mono',
  'Inconsolata',
  'Space Mono',
  'Special Elite',
  'IBM Plex Mono',
  'Oswald',
  'Bebas Neue',
  'EB Garamond',
  'Playfair Display',
  'Lato',
  'Merriweather',
];

/**
 * Handwriting. The last four are held out: they are drawn only with `--held-out`, and alone then.
 */
const HANDS = [
  'Caveat',
  'Patrick Hand',
  'Indie Flower',
  'Shadows Into Light',
  'Kalam',
  'Homemade Apple',
  'Reenie Beanie',
  'Cedarville Cursive',
  'Covered By Your Grace',
  'Gloria Hallelujah',
  'Rock Salt',
  'Sue Ellen Francisco',
  'Nanum Pen',
  'Gaegu',
  'Sacramento',
  'Herr Von Muellerhoff',
  'Architects Daughter',
  'Handlee',
  'Permanent Marker',
  'Annie Use Your Telescope',
];
const HELD_OUT = 4;
const isHeldOut = process.argv.includes('--held-out');
const HAND = isHeldOut ? HANDS.slice(-HELD_OUT) : HANDS.slice(0, -HELD_OUT);

interface Source {
  readonly locales: readonly string[];
  readonly fonts: readonly string[];
  /** A line counts only where this share of its letters belongs to the script. */
  readonly letters: RegExp;
  readonly isVertical?: boolean;
}

/** How many lines are drawn of a script, for one of another. */
const SHARES: Partial<Record<Script, number>> = {
  latin: 6,
  han: 2,
  cyrillic: 2,
  arabic: 2,
  hebrew: 2,
  devanagari: 2,
  thai: 3,
  handwritten: 5,
};

const CJK = ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'];

const SOURCES: Readonly<Record<Script, Source>> = {
  latin: {
    locales: ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'tr', 'vi', 'sv', 'fi', 'ro', 'hu', 'hr'],
    fonts: [...SANS, ...PRINT],
    letters: /\p{Script=Latin}/u,
  },
  handwritten: {
    locales: ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'],
    fonts: HAND,
    letters: /\p{Script=Latin}/u,
  },
  han: { locales: ['zh', 'zh-Hant'], fonts: ['Noto Sans SC', 'Noto Sans JP'], letters: /\p{Script=Han}/u },
  cyrillic: {
    locales: ['ru', 'uk', 'bg', 'sr', 'be', 'kk', 'mk', 'mn'],
    fonts: [...SANS, 'Caveat', 'Caveat'],
    letters: /\p{Script=Cyrillic}/u,
  },
  greek: { locales: ['el'], fonts: SANS.filter((font) => font !== 'PT Serif'), letters: /\p{Script=Greek}/u },
  arabic: {
    locales: ['ar', 'fa', 'ur', 'ps'],
    fonts: ['Noto Sans Arabic', 'Amiri', 'Cairo', 'DejaVu Sans'],
    letters: /\p{Script=Arabic}/u,
  },
  hebrew: {
    locales: ['he'],
    fonts: ['Noto Sans Hebrew', 'Heebo', 'Frank Ruhl Libre', 'DejaVu Sans'],
    letters: /\p{Script=Hebrew}/u,
  },
  devanagari: {
    locales: ['hi', 'mr', 'ne'],
    fonts: ['Noto Sans Devanagari', 'Mukta'],
    letters: /\p{Script=Devanagari}/u,
  },
  bengali: { locales: ['bn', 'as'], fonts: ['Noto Sans Bengali'], letters: /\p{Script=Bengali}/u },
  tamil: { locales: ['ta'], fonts: ['Noto Sans Tamil'], letters: /\p{Script=Tamil}/u },
  thai: { locales: ['th'], fonts: ['Noto Sans Thai', 'Noto Serif Thai', 'Sarabun'], letters: /\p{Script=Thai}/u },
  georgian: {
    locales: ['ka'],
    fonts: ['Noto Sans Georgian', 'DejaVu Sans', 'DejaVu Serif'],
    letters: /\p{Script=Georgian}/u,
  },
  armenian: {
    locales: ['hy'],
    fonts: ['Noto Sans Armenian', 'DejaVu Sans', 'DejaVu Serif'],
    letters: /\p{Script=Armenian}/u,
  },
  khmer: { locales: ['km'], fonts: ['Noto Sans Khmer'], letters: /\p{Script=Khmer}/u },
  burmese: { locales: ['my'], fonts: ['Noto Sans Myanmar'], letters: /\p{Script=Myanmar}/u },
  japanese: { locales: ['ja'], fonts: ['Noto Sans JP'], letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  korean: { locales: ['ko'], fonts: ['Noto Sans KR'], letters: /\p{Script=Hangul}/u },
  vertical: {
    locales: ['zh', 'ja', 'ko', 'zh-Hant'],
    fonts: CJK,
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
    isVertical: true,
  },
};

const HIRAGANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだでどばびぶべぼ';

/** A small generator, so that the same seed draws the same lines. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const words = new Map<string, readonly string[]>();

function wordsOf(locale: string): readonly string[] {
  const known = words.get(locale);
  if (known) return known;
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found: string[] = [];
  const take = (type: 'region' | 'language' | 'currency' | 'script', codes: readonly string[]) => {
    const names = new Intl.DisplayNames([locale], { type, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name !== undefined) found.push(name);
    }
  };
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  take('region', pairs);
  take(
    'language',
    pairs.map((pair) => pair.toLowerCase()),
  );
  take('currency', [
    'EUR',
    'USD',
    'GBP',
    'CHF',
    'JPY',
    'CNY',
    'RUB',
    'INR',
    'THB',
    'ILS',
    'KRW',
    'TRY',
    'SEK',
    'PLN',
    'BRL',
  ]);
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(Date.UTC(2020, month, 3 + month));
    found.push(new Intl.DateTimeFormat(locale, { month: 'long' }).format(date));
    found.push(new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date));
    found.push(new Intl.DateTimeFormat(locale, { dateStyle: 'long', numberingSystem: 'latn' }).format(date));
  }
  words.set(locale, found);
  return found;
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Numbers, codes and addresses as documents have them, readable in any script. */
function latinNoise(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('');
  return pick(random, [
    `${digits(2)}.${digits(2)}.20${digits(2)}`,
    `${digits(3)},${digits(2)} €`,
    `+${digits(2)} ${digits(3)} ${digits(6)}`,
    `${letters(1)}${letters(2)}<<${letters(6)}<${letters(5)}<<<<<<<<<`,
    `${letters(2)}${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)}`,
    `${letters(3)}-${digits(4)}-${letters(2)}`,
    `${letters(5).toLowerCase()}@${letters(6).toLowerCase()}.com`,
    `${digits(1)} x ${digits(2)}.${digits(2)}  ${digits(2)}.${digits(2)} A`,
    `https://${letters(7).toLowerCase()}.org/${letters(4).toLowerCase()}`,
    `${digits(5)} ${letters(1)}${letters(7).toLowerCase()}`,
  ]);
}

function lineFor(script: Script, random: Random): string {
  const { locales, letters } = SOURCES[script];
  if (script === 'latin' && random() < 0.35) return latinNoise(random);
  if (script === 'handwritten' && random() < 0.15) return latinNoise(random).toLowerCase();
  for (;;) {
    const locale = pick(random, locales);
    const count = 1 + Math.floor(random() * 8);
    let text = Array.from({ length: count }, () => pick(random, wordsOf(locale))).join(random() < 0.2 ? ', ' : ' ');
    if (script === 'japanese' && random() < 0.6) {
      text += Array.from({ length: 3 + Math.floor(random() * 8) }, () => pick(random, [...HIRAGANA])).join('');
    }
    if (random() < 0.25) text = text.toLocaleUpperCase(locale);
    if (random() < 0.15 && script !== 'vertical') text = `${text} ${Math.floor(random() * 2000)}`;
    const all = text.match(/\p{L}/gu) ?? [];
    const own = all.filter((letter) => letters.test(letter)).length;
    const needed = script === 'japanese' ? 0.4 : 0.9;
    if (all.length >= 3 && own / all.length >= needed && text.length <= 90) {
      return script === 'vertical' ? [...text.replaceAll(' ', '')].slice(0, 16).join('\n') : text;
    }
  }
}

async function drawn(script: Script, random: Random): Promise<{ data: Buffer; width: number; height: number }> {
  const { fonts, isVertical } = SOURCES[script];
  const grey = () => Math.floor(random() * 90);
  const isDark = random() < 0.2;
  const ink = { r: grey(), g: grey(), b: grey() };
  const paper = { r: 255 - grey(), g: 255 - grey(), b: 255 - grey() };
  const weight = random() < 0.25 ? ' Bold' : '';
  const text = lineFor(script, random).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const size = 10 + Math.floor(random() * 30);
  const spacing = isVertical ? -Math.floor(size * 0.15) : 0;
  let mask = sharp({
    text: { text, font: `${pick(random, fonts)}${weight} ${size}`, dpi: 96, rgba: true, spacing, align: 'center' },
  });
  if (isVertical) mask = sharp(await mask.png().toBuffer()).rotate(random() < 0.5 ? 270 : 90);
  else if (random() < 0.2) mask = sharp(await mask.png().toBuffer()).rotate(180);
  const { data, info } = await mask.extractChannel(3).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const margin = Math.max(2, Math.round(info.height * (0.04 + random() * 0.36)));
  const [width, height] = [info.width + 2 * margin, info.height + 2 * margin];
  const [front, back] = isDark ? [paper, ink] : [ink, paper];
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [sx, sy] = [x - margin, y - margin];
      const inside = sx >= 0 && sy >= 0 && sx < info.width && sy < info.height;
      const alpha = inside ? (data[(sy * info.width + sx) * info.channels] ?? 0) / 255 : 0;
      const at = (y * width + x) * 3;
      for (const [index, key] of (['r', 'g', 'b'] as const).entries()) {
        const noise = (random() - 0.5) * 16;
        pixels[at + index] = Math.min(255, Math.max(0, front[key] * alpha + back[key] * (1 - alpha) + noise));
      }
    }
  }
  let picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (random() < 0.5) picture = picture.blur(0.3 + random() * 1.2);
  const jpeg = await picture.jpeg({ quality: 45 + Math.floor(random() * 50) }).toBuffer();
  const turned = random() < 0.4 ? sharp(jpeg).rotate((random() - 0.5) * 4, { background: back }) : sharp(jpeg);
  const out = await turned.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: out.data, width: out.info.width, height: out.info.height };
}

const [out = '', count = '150', seed = '1', only = ''] = process.argv.slice(2);
const random = generator(Number(seed));
const reader = await textReaderOf(await createEngine('onnx'));
const rows: string[] = [];
for (const script of SCRIPTS) {
  if (only !== '' && !only.split(',').includes(script)) continue;
  const share = SHARES[script] ?? 1;
  for (let index = 0; index < Number(count) * share; index += 1) {
    const picture = await drawn(script, random);
    const { width, height } = picture;
    const raster = { ...picture, data: new Uint8Array(picture.data), covers: { left: 0, top: 0, width, height } };
    const box = { center: { x: width / 2, y: height / 2 }, width, height, angle: 0, score: 1 };
    const { features: values = [] } = await reader.readLine(raster, box);
    rows.push(JSON.stringify({ script, values: [...values].map((value) => Number(value.toFixed(3))) }));
  }
}
await writeFile(out, `${rows.join('\n')}\n`);
