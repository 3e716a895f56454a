// National ID numbers of Finland, Poland and Sweden.
import * as hetu from 'stdnum/lib/cjs/fi/hetu.js';
import * as pesel from 'stdnum/lib/cjs/pl/pesel.js';
import * as personnummer from 'stdnum/lib/cjs/se/personnummer.js';
import { by, DAY, GAPS, MONTH, type NationalScheme } from './scheme.js';

export const NORTH_AND_EAST_EUROPE: readonly NationalScheme[] = [
  {
    id: 'fi-hetu',
    country: 'FI',
    shape: '000000-000X',
    pattern: new RegExp(`${DAY}${MONTH}\\d{2}[-+A]\\d{3}[0-9A-FHJ-NPR-Y]`),
    separators: /\s/g,
    isValid: by(hetu),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['henkilötunnus', 'hetu', 'personbeteckning', 'personal identity code', 'sotu'],
    // Day and month 365 of 10,000, one of 36 characters.
    chanceOfRandomPass: 0.00101,
    examples: {
      true: ['290649-1578', '080174-074E', '310110-573V'],
      false: ['290649-1518', '040174-074E', '310210-573V'],
    },
  },
  {
    id: 'pl-pesel',
    country: 'PL',
    shape: '00000000000',
    pattern: new RegExp(`\\d{2}(?:[02468][1-9]|[13579][0-2])${DAY}\\d{5}`),
    separators: GAPS,
    isValid: by(pesel),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['PESEL'],
    chanceOfRandomPass: 0.0083,
    examples: {
      true: ['97890944309', '83122240392', '72042573299'],
      false: ['97890944209', '83102240392', '02042573299'],
    },
  },
  {
    id: 'se-personnummer',
    country: 'SE',
    shape: '000000-0000',
    pattern: new RegExp(`(?:(?:19|20)\\d{2}|\\d{2})${MONTH}(?:${DAY}|[678]\\d|9[01])[-+]\\d{4}`),
    separators: /\s/g,
    isValid: by(personnummer),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['personnummer', 'personnr', 'pers.nr', 'samordningsnummer', 'personal number', 'personal identity number'],
    chanceOfRandomPass: 0.0073,
    examples: {
      true: ['610573-9293', '310481-0910', '520474-0525'],
      false: ['610573-9693', '310781-0910', '720474-0525'],
    },
  },
];
