// Driving licences of any state, by their names, their numbered fields and the items that only they
// list.
import type { Kind } from './kind.js';
import { AUTHORITY, BIRTH, FORM, NAME_WORDS, SEX, STATE, VALIDITY } from './person-words.js';

export const drivingLicence: Kind = {
  id: 'driving-licence',
  label: 'driving-licence',
  minWeight: 5,
  maxCharacters: 1200,
  cues: [
    { weight: 2, shape: 'portrait' },
    {
      weight: 3,
      words: {
        en: 'driving licence, driving license, driver license, drivers license, driver licence, drivers licence, driver s license, driver s licence, licence to drive, license to drive, learner permit, provisional licence',
        fr: 'permis de conduire',
        de: 'fuhrerschein, fuehrerschein, fuhrerausweis',
        es: 'permiso de conduccion, permiso de conducir, licencia de conducir, licencia de conduccion, licencia nacional de conducir, licencia para conducir',
        it: 'patente di guida',
        pt: 'carta de conducao, carteira nacional de habilitacao, permissao para dirigir',
        nl: 'rijbewijs',
        other:
          'prawo jazdy, korkort, ajokortti, forerkort, korekort, ridicsky prukaz, vodicsky preukaz, vozacka dozvola, voznisko dovoljenje, permis de conducere, vezetoi engedely, surucu belgesi, juhiluba, lesen memandu, surat izin mengemudi, vairuotojo pazymejimas, vaditaja aplieciba',
        cjk: '机动车驾驶证, 驾驶证, 運転免許証, 駕駛執照, 行驶证',
      },
    },
    {
      weight: 2,
      words: {
        en: 'dl no, dlno, dl, lic no, licence no, license no, licence number, license number, endorsements, end none, rest none, organ donor, motor vehicles, dvla, class of vehicles, authorisation to drive, vehicle classes, licence class, cov',
        fr: 'categories de vehicules, prefet',
        de: 'fahrerlaubnis',
        es: 'trafico',
        it: 'motorizzazione, mit uco',
        pt: 'cat hab, imt, detran, denatran, 1 habilitacao',
        nl: 'rdw',
      },
    },
    // The field numbers of the European model (directive 2006/126/EC, annex I).
    { weight: 2, pattern: /^4\s?[abc]\s?[.)]?\s?\d\d[./-]\d\d[./-]\d{2,4}/i },
    { weight: 1, pattern: /^(?:4\s?[abcd]|3)\s?[.)]\s?\S/i },
    {
      weight: 1,
      pattern:
        /\b(?:AM|A1|A2|B1|C1|D1|BE|C1E|D1E|MCWG|LMV|TRANS)\b(?:[ /,]+(?:AM|A|A1|A2|B|B1|BE|C|C1|D|D1|MCWG|LMV|TRANS)\b)+/,
    },
    FORM,
    BIRTH,
    NAME_WORDS,
    VALIDITY,
    AUTHORITY,
    SEX,
    STATE,
    {
      weight: 1,
      words: {
        en: 'class, restrictions, conditions, donor, iss, exp, doi, valid till, valid from',
        fr: 'categories, restrictions',
        de: 'klassen, beschrankungen',
        es: 'clase, categoria, restricciones, grupo sanguineo',
        it: 'categorie',
        pt: 'registro, categoria',
        nl: 'categorie',
      },
    },
  ],
  examples: {
    true: [
      ['DRIVING LICENCE | UTOPIA', '1. TULLY', '3. 12.08.1974 UTOPIA', '4a. 01.02.2020 4b. 31.01.2030', '9. AM/A1/B'],
      ['UTOPIA', 'DRIVER LICENSE', 'DL I1234568 | CLASS C', 'EXP 08/31/2028', 'DOB 08/31/1977'],
      ['PERMIS DE CONDUIRE | REPUBLIQUE FRANCAISE', '1. DUPONT', '4a. 01.02.2020 4c. PREFECTURE', '9. B'],
      ['FÜHRERSCHEIN | BUNDESREPUBLIK DEUTSCHLAND', '4a. 18.04.13', '9. AM/B/L'],
    ],
    false: [
      ['DRIVING SCHOOL', 'Get your driving licence in four weeks', 'Call us today'],
      ['CLASS 4b', 'Mathematics', 'Room 12'],
      ['Class 7', 'First name', 'Date of birth', 'Gender'],
    ],
  },
};
