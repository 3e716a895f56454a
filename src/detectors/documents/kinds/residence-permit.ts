// Residence permits and work permits, by their names and captions.
import type { Kind } from './kind.js';
import { PERSON_DOCUMENT } from './person-words.js';

export const residencePermit: Kind = {
  id: 'residence-permit',
  label: 'identity-card',
  minWeight: 5,
  maxCharacters: 1000,
  cues: [
    { weight: 2, shape: 'portrait' },
    {
      weight: 3,
      words: {
        en: 'residence permit, permanent resident, resident card, employment authorization, residence card, work permit, green card',
        fr: 'titre de sejour, carte de sejour, permis de sejour, carte de resident',
        de: 'aufenthaltstitel, aufenthaltserlaubnis, niederlassungserlaubnis, auslanderausweis',
        es: 'permiso de residencia, tarjeta de residencia, autorizacion de residencia, tarjeta de extranjero',
        it: 'permesso di soggiorno, carta di soggiorno',
        pt: 'titulo de residencia, autorizacao de residencia, cartao de residencia',
        nl: 'verblijfstitel, verblijfsvergunning, verblijfskaart, verblijfsdocument',
        other:
          'karta pobytu, uppehallstillstand, oppholdstillatelse, opholdstilladelse, oleskelulupa, povoleni k pobytu, ikamet izni, permis de sedere',
        cjk: '外国人永久居留, 在留資格, 在留期間, 居留许可, 居留證',
      },
    },
    {
      weight: 2,
      words: {
        en: 'type of permit, remarks, card expires, resident since, uscis, category',
        fr: 'type de titre, remarques, autorise son titulaire a travailler',
        de: 'art des titels, anmerkungen, erwerbstatigkeit',
        es: 'tipo de permiso, observaciones, nie',
        it: 'tipo di permesso, annotazioni',
        pt: 'tipo de titulo, observacoes',
        nl: 'soort titel, opmerkingen, arbeid',
      },
    },
    ...PERSON_DOCUMENT,
  ],
  examples: {
    true: [
      ['RESIDENCE PERMIT | UTO', 'Type of permit', 'WORK', 'Remarks', 'Date of birth 12 08 74'],
      ['AUFENTHALTSTITEL', 'Name TULLY', 'Staatsangehörigkeit UTO', 'Art des Titels'],
    ],
    false: [['You need a residence permit if you stay for more than three months', 'Ask at the town hall']],
  },
};
