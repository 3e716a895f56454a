// National ID numbers of Brazil, Canada, Mexico and the United States.
import * as cpf from 'stdnum/lib/cjs/br/cpf.js';
import * as sin from 'stdnum/lib/cjs/ca/sin.js';
import * as curp from 'stdnum/lib/cjs/mx/curp.js';
import * as ssn from 'stdnum/lib/cjs/us/ssn.js';
import { by, DAY, GAPS, MONTH, type NationalScheme } from './scheme.js';

export const AMERICAS: readonly NationalScheme[] = [
  {
    id: 'br-cpf',
    country: 'BR',
    shape: '00000000000',
    // Eleven equal digits pass the check but are never issued.
    pattern: /(?!(\d)\1{2}\.?\1{3}\.?\1{3}-?\1{2})\d{3}\.?\d{3}\.?\d{3}\s?[-/]?\s?\d{2}/,
    separators: GAPS,
    isValid: by(cpf),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['CPF', 'cadastro de pessoas físicas'],
    chanceOfRandomPass: 0.01,
    examples: {
      true: ['22028376040', '80043076807', '23422576789'],
      false: ['22028376080', '80943076807', '23422576780'],
    },
  },
  {
    id: 'ca-sin',
    country: 'CA',
    shape: '000000000',
    // Numbers that begin with 0 or 8 are not issued to persons.
    pattern: /[1-79]\d{2}[\s-]?\d{3}[\s-]?\d{3}/,
    separators: GAPS,
    isValid: by(sin),
    hasCheckDigit: true,
    standsAlone: false,
    labels: ['SIN', 'social insurance', 'assurance sociale', 'NAS'],
    chanceOfRandomPass: 0.08,
    examples: { true: ['654891704', '549813541', '278764261'], false: ['654891701', '549213541', '278764231'] },
  },
  {
    id: 'mx-curp',
    country: 'MX',
    shape: 'AAAA000000AAAAAA00',
    pattern: new RegExp(`[A-Z]{4}\\d{2}${MONTH}${DAY}[HMX][A-Z]{5}[A-Z0-9]\\d`),
    separators: GAPS,
    isValid: by(curp),
    hasCheckDigit: true,
    standsAlone: true,
    labels: ['CURP', 'clave única de registro de población'],
    // Birth date, sex, 33 of 676 states and a check digit.
    chanceOfRandomPass: 0.00002,
    examples: {
      true: ['UMNT250114XCMNLL42', 'BZHQ431111MTSGSQ41', 'TUUH110508XMCMVQ51'],
      false: ['UMNT850114XCMNLL42', 'BZHQ431111MTSGSQ21', 'TUUH310508XMCMVQ51'],
    },
  },
  {
    id: 'us-ssn',
    country: 'US',
    shape: '000000000',
    // 42 U.S.C. 405 and SSA: the area is never 000, 666 or 9xx, the group never 00, the serial
    // never 0000. An EIN is grouped differently.
    pattern: /(?!000|666|9)\d{3}[\s-]?(?!00)\d{2}[\s-]?(?!0000)\d{4}/,
    separators: GAPS,
    isValid: by(ssn),
    hasCheckDigit: false,
    standsAlone: false,
    labels: ['SSN', 'social security', 'soc. sec.', 'SS#'],
    chanceOfRandomPass: 0.89,
    examples: { true: ['216964532', '130758921', '824760669'], false: ['916964532', '930758921', '924760669'] },
  },
];
