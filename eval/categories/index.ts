// The registry: every category, in the order of the table.
import type { Category } from '../category.js';
import { CHILD_CRITICAL, CHILD_SCENES } from './children.js';
import { CODES } from './codes.js';
import { DOCUMENTS, MACHINE_READABLE_ZONES, PAYMENT_CARDS, RECEIPTS } from './documents.js';
import { CAPTURE_TIME, DEVICE_IDENTITY, EMBEDDED_PICTURES, LOCATION, PERSON_NAMES, PLACE_NAMES } from './metadata.js';
import { FACE_CROPS, FACES, FACES_BY_GROUP } from './people.js';
import { PRINTED_VALUES, PROVED_VALUES } from './printed-values.js';

/** Photos in which no rule on pictures should find anything. */
const NEGATIVES: Category = {
  id: 'negatives',
  title: 'Photos of nothing sensitive, falsely flagged by any rule on the picture',
  rules: ['person/*', 'document/*', 'text/*', 'code/*'],
  positives: [],
  negatives: [
    { id: 'negatives', title: 'photos', includes: (file) => file.folder === 'negatives' && file.label.people !== true },
  ],
  notes: ['Photos whose label says that people are visible are not scored.'],
};

export const CATEGORIES: readonly Category[] = [
  FACES,
  FACES_BY_GROUP,
  CHILD_SCENES,
  CHILD_CRITICAL,
  FACE_CROPS,
  DOCUMENTS,
  MACHINE_READABLE_ZONES,
  PAYMENT_CARDS,
  RECEIPTS,
  PRINTED_VALUES,
  PROVED_VALUES,
  CODES,
  LOCATION,
  CAPTURE_TIME,
  DEVICE_IDENTITY,
  PERSON_NAMES,
  PLACE_NAMES,
  EMBEDDED_PICTURES,
  NEGATIVES,
];
