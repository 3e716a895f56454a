// National ID numbers of France, Germany, Spain, Portugal, Italy, the Netherlands, Belgium and the
// United Kingdom.
import * as nn from 'stdnum/lib/cjs/be/nn.js';
import * as idnr from 'stdnum/lib/cjs/de/idnr.js';
import * as dni from 'stdnum/lib/cjs/es/dni.js';
import * as nie from 'stdnum/lib/cjs/es/nie.js';
import * as nir from 'stdnum/lib/cjs/fr/nir.js';
import * as nino from 'stdnum/lib/cjs/gb/nino.js';
import * as codiceFiscale from 'stdnum/lib/cjs/it/codicefiscale.js';
import * as bsn from 'stdnum/lib/cjs/nl/bsn.js';
import * as nif from 'stdnum/lib/cjs/pt/nif.js';
import { by, GAPS, MONTH, type NationalScheme } from './scheme.js';

/**
 * In the first ten digits, one digit occurs two or three times and the others at most once (§ 139b
 * AO). stdnum accepts more.
 */
function repeatsOneDigit(compact: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of compact.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3;
}

export const WESTERN_EUROPE: readonly NationalScheme[] = [
  {
    id: 'fr-nir',
    country: 'FR',
    shape: '000000000000000',
    pattern: new RegExp(
      `[12][\\s.]?\\d\\d[\\s.]?${MONTH}[\\s.]?(?:\\d\\d|2[AB])[\\s.]?\\d{3}[\\s.]?\\d{3}[\\s.\\-/]{0,3}\\d\\d`,
    ),
    separators: GAPS,
    isValid: by(nir),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['sécurité sociale', 'numéro de sécu', 'n° sécu', 'NIR', 'assuré', 'immatriculation', 'carte vitale'],
    // Sex 2 of 10, month 12 of 100, key 1 of 100.
    chanceOfRandomPass: 0.00024,
    examples: {
      true: ['155117573837650', '186086920862240', '214089319490401'],
      false: ['155110573837650', '186086920462240', '214069319490401'],
    },
  },
  {
    id: 'de-tax-id',
    country: 'DE',
    shape: '00000000000',
    pattern: /[1-9]\d[\s]?\d{3}[\s]?\d{3}[\s]?\d{3}/,
    separators: GAPS,
    isValid: (compact) => repeatsOneDigit(compact) && by(idnr)(compact),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['Steuerliche Identifikationsnummer', 'Identifikationsnummer', 'Steuer-ID', 'Steuer-IdNr', 'IdNr', 'TIN'],
    chanceOfRandomPass: 0.0034,
    examples: {
      true: ['52261307298', '61724879572', '65179386601'],
      false: ['52268307298', '61704879572', '65179386604'],
    },
  },
  {
    id: 'es-dni',
    country: 'ES',
    shape: '00000000A',
    pattern: /\d{2}\.?\d{3}\.?\d{3}[\s-]{0,2}[A-HJ-NP-TV-Z]/,
    separators: GAPS,
    isValid: by(dni),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['DNI', 'NIF', 'documento nacional de identidad', 'número de identidad', 'document nacional d’identitat'],
    chanceOfRandomPass: 1 / 26,
    examples: { true: ['12138177L', '41256467X', '31087321S'], false: ['12118177L', '91256467X', '31087421S'] },
  },
  {
    id: 'es-nie',
    country: 'ES',
    shape: 'A0000000A',
    pattern: /[XYZ][\s-]?\d{7}[\s-]?[A-HJ-NP-TV-Z]/,
    separators: GAPS,
    isValid: by(nie),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['NIE', 'número de identidad de extranjero', 'extranjero', 'permiso de residencia', 'NIF'],
    chanceOfRandomPass: 3 / 26 / 26,
    examples: { true: ['X8763309X', 'X3135453R', 'Y7814635P'], false: ['X8763306X', 'X3105453R', 'Y7817635P'] },
  },
  {
    id: 'pt-nif',
    country: 'PT',
    shape: '000000000',
    // Numbers of persons begin with 1, 2 or 3. 5 and others are companies, whose number is on every
    // receipt.
    pattern: /[123]\d{2}[\s.]?\d{3}[\s.]?\d{3}/,
    separators: GAPS,
    isValid: by(nif),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['NIF', 'contribuinte', 'número fiscal', 'identificação fiscal'],
    chanceOfRandomPass: 0.03,
    examples: { true: ['215145852', '146107683', '247643181'], false: ['215142852', '146107603', '247649181'] },
  },
  {
    id: 'it-codice-fiscale',
    country: 'IT',
    shape: 'AAAAAA00A00A000A',
    pattern:
      /[A-Z]{3}\s?[A-Z]{3}\s?\d{2}[ABCDEHLMPRST](?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])\s?[A-Z]\d{3}\s?[A-Z]/,
    separators: GAPS,
    isValid: by(codiceFiscale),
    hasCheckDigit: true,
    standsAlone: true,
    labels: ['codice fiscale', 'cod. fisc.', 'C.F.'],
    // Month 12 of 26, day 62 of 100, check letter 1 of 26. Hardly any other text has this form.
    chanceOfRandomPass: 0.011,
    examples: {
      true: ['DOBQJG17P50T894G', 'OQXJKE55P27A086B', 'XGGFKR35C06S027K'],
      false: ['DOBQJG17P50T094G', 'OQXJKE57P27A086B', 'XGGFKR75C06S027K'],
    },
  },
  {
    id: 'nl-bsn',
    country: 'NL',
    shape: '000000000',
    pattern: /\d{4}[\s.]?\d{2}[\s.]?\d{3}|\d{3}[\s.]\d{3}[\s.]\d{3}/,
    separators: GAPS,
    isValid: by(bsn),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['BSN', 'burgerservicenummer', 'sofinummer', 'persoonsnummer', 'personal no'],
    chanceOfRandomPass: 1 / 11,
    examples: { true: ['207014784', '888604452', '314903793'], false: ['207016784', '688604452', '314903693'] },
  },
  {
    id: 'be-national-number',
    country: 'BE',
    shape: '00000000000',
    pattern: /\d{2}\.?\d{2}\.?\d{2}[\s-]{0,2}\d{3}[\s.-]?\d{2}/,
    separators: GAPS,
    isValid: by(nn),
    hasCheckDigit: true,
    standsAlone: false,
    labels: [
      'rijksregisternummer',
      'rijksregister',
      'numéro national',
      'registre national',
      'nationalregister',
      'NISS',
      'INSZ',
      'national register',
      'identification number',
    ],
    chanceOfRandomPass: 0.0006,
    examples: {
      true: ['78121843172', '72052465971', '38073044287'],
      false: ['78121943172', '72052466971', '38023044287'],
    },
  },
  {
    id: 'gb-national-insurance',
    country: 'GB',
    shape: 'AA000000A',
    pattern: /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]/,
    separators: GAPS,
    isValid: by(nino),
    hasCheckDigit: false,
    standsAlone: false,
    labels: ['national insurance', 'NI number', 'NI no', 'NINO', 'N.I. number'],
    chanceOfRandomPass: 0.086,
    examples: { true: ['EZ462331B', 'MY539541C', 'NS233416B'], false: ['EZ462331N', 'MY539541N', 'NQ233416B'] },
  },
];
