// The cheap test before the finders must let through all that they find.
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../src/detectors/printed-values/secrets/vocabulary.js';
import { findInText } from '../../src/detectors/tag-values/find.js';
import { mayHoldValue } from '../../src/detectors/tag-values/gate.js';

const VALUES = [
  ...['GB82 WEST 1234 5698 7654 32', 'DE89370400440532013000', 'MT84MALT011000012345MTLCAST001S'],
  ...['AKIAQYLPMN5HHHFPZAM2', 'glpat-aB3dE5gH7jK9mN1pQ3sT', '-----BEGIN RSA PRIVATE KEY-----'],
  ...[
    'password: xK7!pQ22',
    'Passwort: geheim-Wort',
    'mot de passe : lune-Bleue9',
    'WLAN-Schlüssel: abcDEF12',
    'PIN: 4071',
  ],
  ...[
    'wifi key = tr0ub4dor',
    'contraseña: Luna_9x',
    'chiave wifi: Luna_9x',
    'wachtwoord: Luna_9x',
    'api key: qT7-rrX92-plov',
  ],
  ...['mira@lake-example.org', '+49 30 901820745', 'Tel. 030 901820745', 'call (030) 90 18 20 745'],
  ...['RSSMRA85T10A562S', 'GOMC850101HDFRRL09', 'NI number: QQ 12 34 56 C', 'BSN 111222333', 'DNI 12345678Z'],
  ...['12 High Street, London SW1A 1AA', '12 Rue de Lyon, 69003 Lyon', 'Lindenallee 14, 10117 Berlin'],
  ...['Zimmermannstr. 37, 12163 Berlin', '5 Main St, Springfield, IL 62704', 'Calle Mayor 5, 28013 Madrid'],
  ...['Via Roma 5, 00184 Roma', 'Kerkstraat 5, 1017 GA Amsterdam', 'Damweg 5, 1017 GA Amsterdam'],
  ...[
    'born 1/2/74',
    'Geburtsdatum: 1.2.1974',
    'née le 12 août 1974',
    'né le 1.2.74',
    'nato il 1.2.1974',
    'DOB 01/02/74',
  ],
  ...['4111 1111 1111 1111', '378282246310005'],
  'legal winner thank year wave sausage worth useful legal winner thank yellow',
];

describe('a value of each form passes the gate', () => {
  it.each(VALUES)('%s', (value) => {
    expect(mayHoldValue('Comment', value)).toBe(true);
  });

  it('and the finders find nearly all of them', () => {
    const found = VALUES.filter((value) => findInText({ tag: 'Comment', label: 'Comment', value }).length > 0);
    expect(found.length).toBeGreaterThan(VALUES.length * 0.8);
  });

  it('in a list of words with a number each', () => {
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
    expect(mayHoldValue('Comment', words.map((word, at) => `${at + 1}. ${word}`).join('\n'))).toBe(true);
  });
});

describe('each label of a secret passes with a short value, in its line and in the next', () => {
  it.each(Object.entries(VOCABULARY))('%s', (_, labels) => {
    const texts = labels.flatMap((label) =>
      ['q7!Xw2a', '4821'].flatMap((value) => [`${label}: ${value}`, `${label}\n${value}`]),
    );
    const found = texts.filter((value) => findInText({ tag: 'Comment', label: 'Comment', value }).length > 0);
    expect(found.filter((value) => !mayHoldValue('Comment', value))).toEqual([]);
  });
});

describe('what cameras and programs write does not pass', () => {
  it.each([
    'NIKON D300',
    'Photographer: Mira Sanders',
    'Copyright (Notice) 2019.1 IPTC',
    '©1985 Mira Sanders, All Rights Reserved',
    'http://ns.useplus.org/ldf/vocab/CR-CAI',
    'Adobe Photoshop CS3 Windows',
    'EF24-105mm f/4L IS USM',
    'Country code: DEU',
    'we went for a walk',
  ])('%s', (value) => {
    expect(mayHoldValue('Comment', value)).toBe(false);
  });
});
