// A labelled value as it looks on a phone: in columns, cells, boxes, a chat, a terminal, on a note,
// on the label of a device.
import { letters, widthOf, wrap } from '../../../fixtures/draw/lettering.js';
import { type Drawing, drawing, rect } from '../../../fixtures/draw/svg.js';
import { boxedCharacters, fitting, label, leadingOf, numberedWords, type Style, valueLines, widest } from './parts.js';
import type { Labelled } from './values.js';

type Draw = (value: Labelled) => Drawing;

const PAGE = { width: 1000, height: 700 };
const PHONE = { width: 1080, height: 2340 };
const BEFORE = [
  ['Customer', 'Ada Example'],
  ['Reference', 'Spring offer'],
] as const;
const AFTER = [['Remarks', 'none so far']] as const;

/** Labels in one column, values in another, far apart. */
const twoColumns: Draw = (value) => {
  const style = { x: 80, y: 150, size: 30 };
  const words = value.words;
  if (words !== undefined) {
    const grid = { columns: 2, byColumn: true, step: { x: 420, y: 62 }, gap: 70 };
    return drawing(
      PAGE,
      rect(0, 0, 1000, 700, '#fdfdfb'),
      label(value.label, { ...style, y: 90 }),
      numberedWords(words, style, grid),
    );
  }
  const at = (row: number): Style => ({ ...style, y: 150 + row * 80 });
  const fields = [...BEFORE.map(([name]) => name), value.label, ...AFTER.map(([name]) => name)];
  return drawing(
    PAGE,
    rect(0, 0, 1000, 700, '#fdfdfb'),
    ...fields.map((name, row) => label(name, { ...at(row > 2 ? row + value.lines.length - 1 : row), pale: '#666' })),
    ...BEFORE.map(([, text], row) => label(text, { ...at(row), x: 480 })),
    valueLines(value, { ...at(2), x: 480 }, 500),
    ...AFTER.map(([, text]) => label(text, { ...at(2 + value.lines.length), x: 480 })),
  );
};

/** A table with ruled cells: its head names the columns. */
const cells: Draw = (value) => {
  const back = rect(0, 0, 1000, 700, '#ffffff');
  const rule = (x: number, y: number, width: number, height: number): string =>
    rect(x, y, width, height, '#fff', 'fill-opacity="0" stroke="#444" stroke-width="2"');
  if (value.words !== undefined) {
    const grid = { columns: 3, byColumn: false, step: { x: 290, y: 90 }, gap: 60 };
    const ruled = value.words.map((_, at) => rule(65 + (at % 3) * 290, 130 + Math.floor(at / 3) * 90, 290, 90));
    return drawing(
      PAGE,
      back,
      ...ruled,
      label(value.label, { x: 65, y: 90, size: 30 }),
      numberedWords(value.words, { x: 85, y: 185, size: 30 }, grid),
    );
  }
  const size = fitting(value.lines, 26, 540);
  const left = 600 - widest(value.lines, size) / 2;
  return drawing(
    PAGE,
    back,
    rule(60, 100, 300, 70),
    rule(360, 100, 560, 70),
    rule(60, 170, 300, 140),
    rule(360, 170, 560, 140),
    label('Customer', { x: 80, y: 145, size: 26 }),
    letters(value.label, { x: 600, y: 145, size: 26, anchor: 'middle' }),
    label('Ada Example', { x: 80, y: 230, size: 26 }),
    valueLines(value, { x: left, y: 230, size }),
  );
};

/** A form: a small label above a box for each character, or for each word. */
const boxes: Draw = (value) => {
  const back = rect(0, 0, 1000, 700, '#f6f8f4');
  const style = { x: 70, y: 240, size: 30 };
  const head = [label('Form 12 B', { x: 70, y: 80, size: 34 }), label(value.label, { x: 70, y: 180, size: 22 })];
  if (value.words !== undefined) {
    const grid = { columns: 3, byColumn: true, step: { x: 300, y: 80 }, gap: 70, box: 'both', mark: '' } as const;
    return drawing(PAGE, back, ...head, numberedWords(value.words, style, grid));
  }
  if (value.lines.length > 1) {
    const fields = value.lines.map((text, row) => {
      const y = 240 + row * 90;
      const box = rect(70, y - 38, 700, 56, '#fff', 'stroke="#888" stroke-width="2"');
      return box + label(text, { x: 90, y, size: 30 });
    });
    return drawing(PAGE, back, ...head, ...fields);
  }
  return drawing(PAGE, back, ...head, boxedCharacters(value.lines[0] ?? '', style, 880));
};

function bubble(text: string, y: number, who: 'me' | 'they'): { readonly shape: string; readonly bottom: number } {
  const broken = wrap(text, 700, 42);
  const width = widest(broken, 42) + 72;
  const x = who === 'me' ? PHONE.width - width - 40 : 40;
  const bottom = y + broken.length * 58 + 50;
  const back = rect(x, y, width, bottom - y, who === 'me' ? '#d4f0cb' : '#ffffff', 'rx="34"');
  const shown = broken.map((line, at) => letters(line, { x: x + 36, y: y + 62 + at * 58, size: 42 }));
  return { shape: back + shown.join(''), bottom };
}

/** A message in a chat. */
const chat: Draw = (value) => {
  const said = [
    ['they', `Can you send me the ${value.label.toLowerCase()} again?`],
    ['me', `${value.label}: ${value.lines.join(value.words === undefined ? ', ' : ' ')}`],
    ['they', 'Thanks, got it'],
  ] as const;
  const shapes: string[] = [];
  let y = 420;
  for (const [who, text] of said) {
    const { shape, bottom } = bubble(text, y, who);
    shapes.push(shape);
    y = bottom + 34;
  }
  const { width, height } = PHONE;
  return drawing(
    PHONE,
    rect(0, 0, width, height, '#e9e4dc'),
    rect(0, 0, width, 300, '#1f6f63'),
    letters('20:45', { x: 60, y: 78, size: 40, face: 'bold', fill: '#fff' }),
    letters('Grandma', { x: 220, y: 205, size: 46, face: 'bold', fill: '#fff' }),
    ...shapes,
  );
};

/** A terminal: light letters of one width on black. */
const terminal: Draw = (value) => {
  const style = { x: 30, size: 24, face: 'mono', ink: '#d7e3d0' } as const;
  const [first = '', ...rest] = value.lines;
  const rows = [
    'ada@desk:~$ cat notes.txt',
    '# do not share',
    `${value.label}: ${first}`,
    ...rest.map((line) => `    ${line}`),
    'ada@desk:~$',
  ];
  return drawing(
    PAGE,
    rect(0, 0, 1000, 700, '#10141a'),
    ...rows.map((text, row) => label(text, { ...style, y: 60 + row * leadingOf(24) })),
  );
};

/** A page of settings in dark mode: a grey label, and the value below it. */
const darkMode: Draw = (value) => {
  const style = { x: 60, size: 44, ink: '#ededed', pale: '#8e8e93' };
  const grid = { columns: 3, byColumn: true, step: { x: 330, y: 110 }, gap: 80, mark: '' };
  const { words } = value;
  const shown =
    words === undefined
      ? valueLines(value, { ...style, y: 690 }, 960)
      : numberedWords(words, { ...style, y: 720, size: 36 }, grid);
  return drawing(
    PHONE,
    rect(0, 0, PHONE.width, PHONE.height, '#121214'),
    letters('09:12', { x: 60, y: 80, size: 40, face: 'bold', fill: '#fff' }),
    letters('Details', { x: 60, y: 240, size: 64, face: 'bold', fill: '#fff' }),
    label('Name', { ...style, y: 400, size: 34 }),
    label('Home', { ...style, y: 460, pale: '#ededed' }),
    label(value.label, { ...style, y: 620, size: 34 }),
    shown,
  );
};

/** A note of paper, in the middle of which the value is below its label. */
const stickyNote: Draw = (value) => {
  const { lines: texts } = value;
  const shown = texts.map((text, row) =>
    letters(text, { x: 350, y: 330 + row * 60, size: 38, face: 'serifItalic', fill: '#26324a', anchor: 'middle' }),
  );
  return drawing(
    { width: 700, height: 700 },
    rect(0, 0, 700, 700, '#f7e27a'),
    letters(value.label, { x: 350, y: 240, size: 38, face: 'serifItalic', fill: '#26324a', anchor: 'middle' }),
    ...shown,
  );
};

/** The label of a device: small condensed print, labels at the right of their column. */
const deviceLabel: Draw = (value) => {
  const size = 22;
  const stripes = Array.from({ length: 60 }, (_, at) => rect(560 + at * 5, 60, at % 3 === 0 ? 3 : 2, 80, '#111'));
  const { words } = value;
  const head = [
    rect(0, 0, 900, 560, '#eceff1'),
    letters('HomeBox 7530', { x: 60, y: 90, size: 34, face: 'bold' }),
    ...stripes,
    letters('Model: HB-7530', { x: 60, y: 140, size, face: 'condensed' }),
  ];
  if (words !== undefined) {
    const grid = { columns: 2, byColumn: false, step: { x: 300, y: 44 }, gap: 50, mark: ')' };
    return drawing(
      { width: 900, height: 560 },
      ...head,
      letters(value.label, { x: 60, y: 210, size, face: 'condensed' }),
      numberedWords(words, { x: 60, y: 260, size, face: 'condensed' }, grid),
    );
  }
  const rows = [
    ['Input', '12 V, 2.5 A'],
    ['Network', 'HomeBox'],
    [value.label, value.lines[0] ?? ''],
  ] as const;
  return drawing(
    { width: 900, height: 560 },
    ...head,
    ...rows.map(
      ([name, text], row) =>
        letters(name, { x: 260, y: 240 + row * 56, size, face: 'condensed', anchor: 'end' }) +
        letters(text, { x: 300, y: 240 + row * 56, size, face: 'monoBold' }),
    ),
    ...value.lines
      .slice(1)
      .map((text, row) => letters(text, { x: 300, y: 352 + (row + 1) * 34, size, face: 'monoBold' })),
  );
};

/** The value in large letters, and its label small below it. */
const labelBelow: Draw = (value) => {
  const leading = leadingOf(38);
  const bottom = 200 + (value.lines.length - 1) * leading;
  return drawing(
    { width: 900, height: 560 },
    rect(0, 0, 900, 560, '#e8eef6'),
    letters('Member services', { x: 70, y: 90, size: 30, face: 'bold' }),
    valueLines(value, { x: 70, y: 200, size: 38 }, 800),
    letters(value.label, { x: 70, y: bottom + 36, size: 20, fill: '#555' }),
    letters('Ada Example', { x: 70, y: bottom + 130, size: 38 }),
    letters('Name', { x: 70, y: bottom + 166, size: 20, fill: '#555' }),
  );
};

/** A form on paper: the label and the value with a wide gap, on ruled lines. */
const form: Draw = (value) => {
  const rows = [...BEFORE, [value.label, ''], ...AFTER] as const;
  const heights = rows.map(([name]) => (name === value.label ? value.lines.length : 1));
  const y = (row: number): number => 180 + heights.slice(0, row).reduce((sum, count) => sum + 40 + count * 50, 0);
  const left = 90 + widthOf('Recovery phrase', 32) + 60;
  return drawing(
    PAGE,
    rect(0, 0, 1000, 700, '#fbfaf5'),
    letters('Registration', { x: 90, y: 100, size: 40, face: 'serifBold' }),
    ...rows.map(
      ([name, text], row) =>
        label(name, { x: 90, y: y(row), size: 32 }) +
        (name === value.label
          ? valueLines(value, { x: left, y: y(row), size: 32 }, 980 - left)
          : label(text, { x: left, y: y(row), size: 32 })),
    ),
  );
};

export const DRAWN = {
  'two-columns': twoColumns,
  cells,
  boxes,
  chat,
  terminal,
  'dark-mode': darkMode,
  'sticky-note': stickyNote,
  'device-label': deviceLabel,
  'label-below': labelBelow,
  form,
} satisfies Readonly<Record<string, Draw>>;
