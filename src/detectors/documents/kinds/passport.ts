// Passports: the data page by its captions, where no machine-readable zone can be read.
import type { Kind } from './kind.js';
import { PERSON_DOCUMENT } from './person-words.js';

export const passport: Kind = {
  id: 'passport',
  label: 'passport',
  minWeight: 5,
  maxCharacters: 1200,
  cues: [
    { weight: 2, shape: 'portrait' },
    {
      weight: 3,
      words: {
        en: 'passport',
        fr: 'passeport',
        de: 'reisepass',
        es: 'pasaporte',
        it: 'passaporto',
        pt: 'passaporte',
        nl: 'paspoort',
        other: 'paszport, cestovni pas, utlevel, pasaport, putovnica, passi, pasport',
        cjk: '护照, 護照, 旅券, 日本国旅券',
      },
    },
    {
      weight: 2,
      words: {
        en: 'passport no, passport number, code of issuing state, issuing state, country code, code of state',
        fr: 'passeport no, code du pays, code de l etat emetteur',
        de: 'pass nr, reisepass nr, passnummer',
        es: 'pasaporte no, codigo del pais, num pasaporte',
        it: 'passaporto n, codice paese',
        pt: 'passaporte no, codigo do pais, pais emissor',
        nl: 'paspoortnummer, documentnummer',
      },
    },
    { weight: 2, pattern: /^P[A-Z<][A-Z]{3}[A-Z]+<</ },
    ...PERSON_DOCUMENT,
  ],
  examples: {
    true: [
      [
        'UTOPIA',
        'PASSPORT | Type P | Code of State UTO',
        'Surname TULLY',
        'Given names ANNA',
        'Date of birth 12 AUG 1974',
      ],
      ['REPUBLIQUE D UTOPIE', 'PASSEPORT', 'Nationalité UTOPIENNE', 'Date de naissance 12 08 1974', 'Sexe F'],
      [
        'REISEPASS | P | UTO',
        'Name TULLY',
        'Staatsangehörigkeit UTOPISCH',
        'Geburtsdatum 12.08.1974',
        'Gultig bis 15.04.2032',
      ],
    ],
    false: [
      [
        'How to renew your passport before the summer holidays',
        'Bring two photos and the fee',
        'Open from nine to noon',
      ],
      [
        'Please check that the passport which you bring shows your nationality and your date of birth',
        'as you gave them to us, and that its date of expiry is not before the end of your stay with us',
      ],
      ['PASSPORT CONTROL', 'All passengers'],
    ],
  },
};
