// Visas: stickers in a passport, by their captions.
import type { Kind } from './kind.js';
import { BIRTH, FORM, NAME_WORDS, SEX, VALIDITY } from './person-words.js';

export const visa: Kind = {
  id: 'visa',
  label: 'passport',
  minWeight: 5,
  maxCharacters: 800,
  cues: [
    {
      weight: 2,
      words: { en: 'visa', de: 'visum', es: 'visado', it: 'visto', pt: 'visto', other: 'viza, wiza, vizum' },
    },
    {
      weight: 2,
      words: {
        en: 'number of entries, entries, duration of stay, visa type, type of visa, control number, issuing post name, schengen',
        fr: 'nombre d entrees, duree du sejour, type de visa',
        de: 'anzahl der einreisen, dauer des aufenthalts',
        es: 'numero de entradas, duracion de la estancia, tipo de visado',
        it: 'numero di ingressi, durata del soggiorno',
        pt: 'numero de entradas, duracao da estada',
        nl: 'aantal binnenkomsten, duur van het verblijf',
      },
    },
    {
      weight: 2,
      words: {
        en: 'passport no, passport number, number of passport',
        fr: 'numero de passeport',
        de: 'reisepass nr',
        es: 'numero de pasaporte',
        it: 'numero di passaporto',
        pt: 'numero do passaporte',
        nl: 'paspoortnummer',
      },
    },
    { weight: 2, pattern: /^V[A-Z<][A-Z]{3}[A-Z]+<</ },
    FORM,
    BIRTH,
    NAME_WORDS,
    SEX,
    VALIDITY,
  ],
  examples: {
    true: [
      [
        'VISA',
        'Valid for SCHENGEN STATES',
        'Number of entries MULT | Duration of stay 90 DAYS',
        'Passport number L898902C3',
      ],
    ],
    false: [['We accept', 'VISA', 'MASTERCARD', 'No entries after 10 pm']],
  },
};
