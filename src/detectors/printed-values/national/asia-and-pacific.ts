// National ID numbers of Australia, China and India.
import * as tfn from 'stdnum/lib/cjs/au/tfn.js';
import * as ric from 'stdnum/lib/cjs/cn/ric.js';
import * as aadhaar from 'stdnum/lib/cjs/in/aadhaar.js';
import { by, DAY, GAPS, MONTH, type NationalScheme } from './scheme.js';

export const ASIA_AND_PACIFIC: readonly NationalScheme[] = [
  {
    id: 'au-tfn',
    country: 'AU',
    shape: '000000000',
    pattern: /\d{3}[\s-]?\d{3}[\s-]?\d{3}/,
    separators: GAPS,
    isValid: by(tfn),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['TFN', 'tax file number', 'tax file no'],
    chanceOfRandomPass: 1 / 11,
    examples: { true: ['357323201', '081655487', '145893890'], false: ['327323201', '181655487', '147893890'] },
  },
  {
    id: 'cn-resident-identity',
    country: 'CN',
    shape: '00000000000000000X',
    // Region 1 to 8, province 1 to 7, born from 1900 on.
    pattern: new RegExp(`[1-8][1-7]\\d{4}(?:19\\d{2}|20[012]\\d)${MONTH}${DAY}\\d{3}[\\dX]`),
    separators: GAPS,
    isValid: by(ric),
    hasCheckDigit: true,
    standsAlone: true,
    labels: ['公民身份号码', '身份证', 'identity card number', 'ID number'],
    chanceOfRandomPass: 0.0000045,
    examples: {
      true: ['652351194012184896', '254506192805144672', '110105198209245914'],
      false: ['658351194012184896', '254501192805144672', '110105198209245917'],
    },
  },
  {
    id: 'in-aadhaar',
    country: 'IN',
    shape: '000000000000',
    pattern: /[2-9]\d{3}[\s-]?\d{4}[\s-]?\d{4}/,
    separators: GAPS,
    isValid: by(aadhaar),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['Aadhaar', 'Aadhar', 'UIDAI', 'आधार', 'unique identification authority'],
    chanceOfRandomPass: 0.08,
    examples: {
      true: ['953932352777', '228208422990', '424470660774'],
      false: ['253932352777', '224208422990', '414470660774'],
    },
  },
];
