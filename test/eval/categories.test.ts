import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../eval/categories/index.js';
import type { LabelledFile } from '../../eval/labels.js';
import { scoreCategory } from '../../eval/score.js';
import type { Detection } from '../../src/types/detection.js';
import { detection, labelled, outcome, PROGRAM } from './made.js';

function category(id: string) {
  return CATEGORIES.find((one) => one.id === id)!;
}

/** Whether a file counts as positive or negative in a category. */
function side(id: string, file: LabelledFile): 'positive' | 'negative' | 'not scored' {
  const { positives, negatives } = category(id);
  if (positives.some((row) => row.includes(file))) return 'positive';
  return negatives.some((row) => row.includes(file)) ? 'negative' : 'not scored';
}

const crop = (more: object) =>
  labelled('children/a', { kind: 'aligned_face_crop', age: 5, gender: 'female', group: 'black', ...more });
const scene = (more: object) => labelled('children/a', { kind: 'scene', ...more });
const document = (more: object) => labelled('documents/a', { doc: 'passport', ...more });
const tags = (reference: object, has_gps: boolean | 'zero' = false) => labelled('metadata/a', { has_gps, reference });
const digits = (holds: boolean) => ({ mrz_check_digits: { number: holds, dob: true } });

describe('positives and negatives of a category', () => {
  it.each([
    ['faces', labelled('faces/a', { faces: 2 }), 'positive'],
    ['faces', labelled('faces/a', { faces: null, faces_min: 3 }), 'positive'],
    ['faces', labelled('faces/a', { faces: null }), 'not scored'],
    ['faces', labelled('faces/a', { faces: 0 }), 'negative'],
    ['faces', labelled('faces/a', { faces: 0, persons: 2 }), 'not scored'],
    ['faces', labelled('negatives/a', { faces: 0, people: true }), 'not scored'],
    ['child-scenes', scene({ child: true, child_face: 'hidden_or_tiny' }), 'positive'],
    ['child-scenes', scene({ child: true, child_face: null }), 'positive'],
    ['child-scenes', scene({ child: null, child_face: 'hidden_or_tiny' }), 'not scored'],
    ['child-scenes', scene({ child: false }), 'negative'],
    ['child-scenes', labelled('faces/a', { faces: 1, child: null }), 'not scored'],
    ['face-crops', crop({ age: 12 }), 'positive'],
    ['face-crops', crop({ age: 13 }), 'not scored'],
    ['face-crops', crop({ age: 18 }), 'negative'],
    ['face-crops', crop({ age: 40, age_label_doubtful: true }), 'not scored'],
    ['documents', document({}), 'positive'],
    ['documents', document({ doc: 'something new' }), 'positive'],
    ['documents', document({ doc: null }), 'not scored'],
    ['documents', document({ doc: 'none' }), 'negative'],
    ['documents', document({ doc: 'photo_with_text' }), 'not scored'],
    ['machine-readable-zones', document(digits(true)), 'positive'],
    ['machine-readable-zones', document(digits(false)), 'negative'],
    ['machine-readable-zones', document({ mrz_visible: true }), 'not scored'],
    ['machine-readable-zones', document({ doc: 'receipt' }), 'negative'],
    ['payment-cards', document({ doc: 'credit_card', card_number: '4111 1111 1111 1111' }), 'positive'],
    ['payment-cards', document({ doc: 'credit_card', card_number: '4111 1111 1111 1112' }), 'negative'],
    ['payment-cards', document({ doc: 'credit_card' }), 'not scored'],
    ['location', tags({ gps: { lat: 1, lon: 2 } }, true), 'positive'],
    ['location', tags({ gps: { lat: 213, lon: 2 } }, true), 'not scored'],
    ['location', tags({ gps: { lat: 0, lon: 0 } }, 'zero'), 'not scored'],
    ['location', tags({}), 'negative'],
    ['capture-time', tags({ date_taken: { 'ExifIFD:DateTimeOriginal': '2011:06:05 16:28:34' } }), 'positive'],
    ['capture-time', tags({ date_taken: { 'ExifIFD:CreateDate': '0000:00:00 00:00:00' } }), 'negative'],
    ['capture-time', tags({ date_taken: { 'XMP-xmp:CreateDate': '2011:06:05 16:28:34' } }), 'not scored'],
    ['device-identity', tags({ serial: { 'Canon:SerialNumber': 7 } }), 'positive'],
    ['device-identity', tags({ serial: { 'Olympus:CameraID': 'OLYMPUS DIGITAL CAMERA' } }), 'negative'],
    ['device-identity', tags({ serial: { 'ExifIFD:ImageUniqueID': 'f'.repeat(32) } }), 'negative'],
    ['device-identity', tags({ device: { 'IFD0:Make': 'Canon' } }), 'negative'],
    ['person-names', tags({ owner: { 'IFD0:Artist': 'A' } }), 'positive'],
    ['person-names', tags({ people: { 'XMP-mwg-rs:RegionName': ['A'] } }), 'positive'],
    ['person-names', tags({ owner: { 'IFD0:Copyright': 'A' } }), 'not scored'],
    ['person-names', tags({ owner: { 'Canon:OwnerName': 'unknown' } }), 'not scored'],
    ['person-names', tags({}), 'negative'],
    ['codes', labelled('barcodes/a', { barcode: true, format: 'EAN13' }), 'positive'],
    ['codes', labelled('barcodes/a', { barcode: null }), 'not scored'],
    ['negatives', labelled('negatives/a', { people: false }), 'negative'],
    ['negatives', labelled('negatives/a', { people: true }), 'not scored'],
  ])('%s, case %#', (id, file, expected) => {
    expect(side(id, file)).toBe(expected);
  });
});

describe('the registry', () => {
  it('has every id once', () => {
    const ids = CATEGORIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of CATEGORIES) {
      const rows = [
        ...one.positives,
        ...one.negatives,
        ...(one.checks ?? []),
        ...(one.tallies ?? []),
        ...(one.breakdowns ?? []),
      ];
      expect(rows.map(({ id }) => id)).toEqual([...new Set(rows.map(({ id }) => id))]);
    }
  });
  it('names only rules of this version', () => {
    const known = [
      'faces',
      'child-scenes',
      'face-crops',
      'documents',
      'machine-readable-zones',
      'payment-cards',
      'location',
    ];
    for (const id of known) expect(scoreCategory(category(id), [], PROGRAM).isLookedFor, id).toBe(true);
  });
});

describe('faces counted within photos', () => {
  const at = (left: number): Detection => detection('face', 0.99, { region: { left, top: 0, width: 9, height: 9 } });
  const tally = (label: object, detections: readonly Detection[]) =>
    scoreCategory(category('faces'), [outcome(labelled('faces/a', label), { detections })], PROGRAM).tallies;

  it('are never more than are labelled', () => {
    const [all, , excess] = tally({ faces: 2 }, [at(0), at(20), at(40)]);
    expect(all?.share).toMatchObject({ count: 2, total: 2 });
    expect(excess?.share).toMatchObject({ count: 1, total: 2 });
  });
  it('count one region once', () => {
    expect(tally({ faces: 2 }, [at(0), at(0)])[0]?.share.count).toBe(1);
  });
  it('cannot be too many if only a lower bound is known', () => {
    const [all, , excess] = tally({ faces: null, faces_min: 1 }, [at(0), at(20)]);
    expect(all?.share).toMatchObject({ count: 1, total: 1 });
    expect(excess?.share.total).toBe(0);
  });
});

describe('faces in a photo that was not examined', () => {
  const tallies = scoreCategory(category('faces'), [outcome(labelled('faces/a', { faces: 2 }), null)], PROGRAM).tallies;

  it('are missed', () => expect(tallies[0]).toMatchObject({ share: { count: 0, total: 2 }, notExamined: 1 }));
  it('do not dilute those beyond the labelled number', () => {
    expect(tallies[2]).toMatchObject({ share: { count: 0, total: 0 }, notExamined: 1 });
  });
});

describe('values of a receipt', () => {
  const file = document({ doc: 'receipt', expected: { total: '$8.60', date: '18 MAR 2018' } });
  const right = (evidence: Detection['evidence']) =>
    scoreCategory(
      category('receipts'),
      [outcome(file, { detections: [detection('receipt', 0.7, { evidence })] })],
      PROGRAM,
    )
      .checks.map(({ share }) => share.count)
      .join(' ');

  it.each([
    [{ total: '8.60', date: '18Mar2018' }, '1 1 1'],
    [{ total: '8,60', date: '18-MAR-18' }, '1 1 1'],
    [{ total: '8.06', date: '18 MAR 2018' }, '0 0 1'],
    [{ total: '8.60', date: '19 MAR 2018' }, '0 1 0'],
    [{ total: '8.60' }, '0 1 0'],
    [{}, '0 0 0'],
  ])('are right if they equal the print: %j', (evidence, counts) => {
    expect(right(evidence)).toBe(counts);
  });
});

describe('values of metadata', () => {
  const check = (
    id: string,
    file: LabelledFile,
    label: string,
    evidence: Detection['evidence'],
    takenAt: string | null = null,
  ) => {
    const seen = outcome(file, { detections: [detection(label, 1, { detector: 'metadata', evidence })] });
    const withTime = { ...seen, result: { ...seen.result!, takenAt } };
    return scoreCategory(category(id), [withTime], PROGRAM).checks[0]?.share.count;
  };
  const GPS = tags({ gps: { lat: 52.4605, lon: 13.3314 } }, true);
  const location = (degreesOff: number | null) =>
    scoreCategory(category('location'), [{ ...outcome(GPS, {}), degreesOff }], PROGRAM).checks[0];
  const time = (printed: string, takenAt: string) =>
    check('capture-time', tags({ date_taken: { 'ExifIFD:DateTimeOriginal': printed } }), 'capture-time', {}, takenAt);

  it('has the right place to a ten-thousandth of a degree', () => {
    expect(location(0.00009)).toMatchObject({ share: { count: 1 }, wrong: [] });
    expect(location(0.0002)).toMatchObject({ share: { count: 0 }, wrong: ['metadata/a'] });
    expect(location(null)?.share.count).toBe(0);
  });
  it('has no place if the file has zeros', () => {
    const zero = tags({ gps: { lat: 0, lon: 0 } }, 'zero');
    const trap = (detections: readonly Detection[]) =>
      scoreCategory(category('location'), [outcome(zero, { detections })], PROGRAM).checks[1]?.share;
    expect(trap([])).toMatchObject({ count: 1, total: 1 });
    expect(trap([detection('location', 1, { detector: 'metadata' })])).toMatchObject({ count: 0, total: 1 });
  });
  it('has a picture inside the file', () => {
    const file = tags({ thumbnail: { 'IFD1:ThumbnailImage': true } });
    const named = (embeddedPictures: number | null) =>
      scoreCategory(category('embedded-pictures'), [{ ...outcome(file, {}), embeddedPictures }], PROGRAM).checks[0];
    expect(named(2)?.share).toMatchObject({ count: 1, total: 1 });
    expect(named(0)?.wrong).toEqual(['metadata/a']);
  });
  it('has the right time to the minute, in any zone', () => {
    expect(time('2011:06:05 16:28:34', '2011-06-05T16:28:34')).toBe(1);
    expect(time('2011:06:05 16:28:34', '2011-06-05T16:29:34')).toBe(0);
    expect(time('2019:07:24 11:25:40+03:00', '2019-07-24T08:25:40Z')).toBe(1);
    expect(time('2005:12:23', '2005-12-23')).toBe(1);
  });
});
