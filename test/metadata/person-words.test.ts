import { describe, expect, it } from 'vitest';
import { personsIn } from '../../src/metadata/person-words.js';

describe('a notice names', () => {
  it.each([
    ['(c) 2024 Mira Sanders, Lindenallee 14, 10117 Berlin, +49 30 12345678', 'Mira Sanders'],
    ['©1985 Mira Sanders, All Rights Reserved', 'Mira Sanders'],
    ['© 2003 Joseph S. Colson', 'Joseph S. Colson'],
    ['(C)Hendrik Wördemann', 'Hendrik Wördemann'],
    ['Copyright by Mira Sanders Photography 2020-2024', 'Mira Sanders'],
    ['Photo by Jean-Luc de la Tour / AFP', 'Jean-Luc de la Tour'],
    ['Foto: Max Müller', 'Max Müller'],
    ['Mira Sanders               (Photographer) - [None] (Editor)', 'Mira Sanders'],
    ['Photo taken by Mira Sanders in Rome', 'Mira Sanders'],
    ['CC BY-SA 4.0 Mira Sanders', 'Mira Sanders'],
    ['mira sanders', 'mira sanders'],
    ['J P Bowen', 'J P Bowen'],
    ['A. Sanders', 'A. Sanders'],
    ['Dr. Mira B. Sanders', 'Dr. Mira B. Sanders'],
    ['© Mira & Tom Sanders', 'Mira & Tom Sanders'],
    ['(c)2020 J.Smith', 'J.Smith'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Eric', 'Eric'],
    ['山田太郎', '山田太郎'],
    ['Анна Шмидт', 'Анна Шмидт'],
  ])('a person: %s', (text, name) => {
    expect(personsIn(text)).toEqual([name]);
  });

  it.each([
    'Getty Images',
    'REUTERS',
    '© Corbis.  All Rights Reserved.',
    '© North News & Pictures ltd',
    'Big Newspaper',
    'U.S Navy',
    'Copyright (c) 2008 by ACME GmbH',
    'NIKON CORPORATION',
    'Copyright 2019 The Regents of the University of California',
    'This is a legal notice',
    'For editorial use only',
    'Public Domain',
    'https://example.org/mira-sanders',
    'www.sanders.example.com',
    'Test copyright string for a program',
    'Credit Line (ref2019.1)',
    'my iptc copyright',
    'JCCC',
    'SD',
    'E.T.',
    '2019',
    '© 2015',
    '株式会社山田',
    'Bundesarchiv',
    'Stadt Wien',
    'Polizei Hamburg',
    'Bayerischer Rundfunk',
    'ullstein bild',
    'NASA/JPL-Caltech',
    'Ville de Lyon',
    'Landesmuseum Zürich',
    '',
  ])('no person: %s', (text) => {
    expect(personsIn(text)).toEqual([]);
  });

  it('several persons, each once', () => {
    expect(personsIn('Mira Sanders; Tom Lake; Mira Sanders')).toEqual(['Mira Sanders', 'Tom Lake']);
  });
});
