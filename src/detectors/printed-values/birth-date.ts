// Dates of birth: a calendar date next to a label for a date of birth.

import { hasLabel, labelPattern } from '../../ocr/layout/labels.js';
import { datesIn } from './dates.js';
import type { Finder } from './found.js';

const LABELS = labelPattern([
  ...['date of birth', 'birth date', 'birthdate', 'birthday', 'DOB', 'D.O.B.', 'born on', 'born'],
  ...['date de naissance', 'né le', 'née le', 'né(e) le', 'naissance'],
  ...['Geburtsdatum', 'Geburtstag', 'geboren am', 'geboren', 'geb. am', 'geb.', 'Geb.-Datum'],
  ...['fecha de nacimiento', 'nacimiento', 'nacido el', 'nacida el', 'F. nacimiento'],
  ...['data di nascita', 'nato il', 'nata il', 'nascita'],
  ...['data de nascimento', 'nascimento', 'data nasc', 'nascido em'],
  ...['geboortedatum', 'geboren op', 'geb.datum'],
]);
const SCORE = 0.85;

export const birthDates: Finder = (rows) =>
  rows.flatMap((row) =>
    datesIn(row.text)
      .filter(({ start }) => hasLabel(row, start, rows, LABELS))
      .map(({ iso, start, end }) => ({
        label: 'date-of-birth' as const,
        value: iso,
        places: [{ row, start, end }],
        score: SCORE,
        proved: false,
        more: {},
      })),
  );
