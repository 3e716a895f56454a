// Faces and children.
import type { Breakdown, Category, Seen, Tally } from '../category.js';
import type { LabelledFile } from '../labels.js';
import { isChildScene, isNobody } from './children.js';

type Crop = Extract<LabelledFile, { folder: 'children' }> & { readonly label: { readonly age: number } };

/** `person/child` means younger than this age in years (docs/rules.md). */
const CHILD_UNTIL = 13;
const ADULT_FROM = 18;

/** Number of faces that are clearly visible, or a lower bound; null if unknown. */
function labelledFaces(file: LabelledFile): number | null {
  return file.folder === 'faces' ? (file.label.faces ?? file.label.faces_min ?? null) : null;
}

function hasExactCount(file: LabelledFile): boolean {
  return file.folder === 'faces' && typeof file.label.faces === 'number';
}

/** The label states no people: no faces, and no persons without a visible face. */
function isWithoutPeople(file: LabelledFile): boolean {
  if (file.folder !== 'faces' && file.folder !== 'negatives') return false;
  return file.label.faces === 0 && file.label.people !== true && (file.label.persons ?? 0) === 0;
}

/** A face that is cut out and aligned, of a person of known age. */
function isCrop(file: LabelledFile): file is Crop {
  return (
    file.folder === 'children' &&
    file.label.kind === 'aligned_face_crop' &&
    typeof file.label.age === 'number' &&
    file.label.age_label_doubtful !== true
  );
}

const isAged =
  (from: number, until: number) =>
  (file: LabelledFile): boolean =>
    isCrop(file) && file.label.age >= from && file.label.age < until;
const isUnder13 = isAged(0, CHILD_UNTIL);
const isAdult = isAged(ADULT_FROM, Number.POSITIVE_INFINITY);

/**
 * Faces that the program reports in the main picture, not in its thumbnail; each region counts
 * once.
 */
function countFaces(seen: Seen | null): number {
  const places = (seen?.findings ?? [])
    .filter(({ source }) => source.picture === 'main')
    .map(({ region }) => JSON.stringify(region));
  return new Set(places).size;
}

const faceTallies: readonly Tally[] = [
  {
    id: 'all-faces',
    title: 'all faces (at most as many as are labelled)',
    includes: (file) => (labelledFaces(file) ?? 0) > 0,
    goal: 0.95,
    isExcess: false,
    count: (file, seen) => {
      const total = labelledFaces(file) ?? 0;
      return { found: Math.min(countFaces(seen), total), total };
    },
  },
  {
    id: 'all-faces-exact',
    title: 'of these where the label is an exact number',
    includes: (file) => hasExactCount(file) && (labelledFaces(file) ?? 0) > 0,
    isExcess: false,
    count: (file, seen) => {
      const total = labelledFaces(file) ?? 0;
      return { found: Math.min(countFaces(seen), total), total };
    },
  },
  {
    id: 'too-many-faces',
    title: 'faces beyond the labelled number',
    includes: hasExactCount,
    goal: 0.1,
    isExcess: true,
    count: (file, seen) => {
      const total = labelledFaces(file) ?? 0;
      return { found: Math.max(0, countFaces(seen) - total), total };
    },
  },
];

export const FACES: Category = {
  id: 'faces',
  title: 'Faces',
  rules: ['person/face'],
  positives: [
    {
      id: 'photos-with-faces',
      title: 'photos with faces',
      includes: (file) => (labelledFaces(file) ?? 0) > 0,
      goal: 0.98,
    },
  ],
  negatives: [
    {
      id: 'negatives',
      title: 'photos without people',
      includes: (file) => file.folder === 'negatives' && isWithoutPeople(file),
      goal: 0.03,
    },
    {
      id: 'traps',
      title: 'traps in the folder faces',
      includes: (file) => file.folder === 'faces' && isWithoutPeople(file),
    },
    { id: 'children2', title: 'paintings, statues, animals and others in children2', includes: isNobody },
  ],
  goals: { false: 0.03 },
  tallies: faceTallies,
  breakdowns: [
    { id: 'crops', title: 'face crops of known age', kind: 'found', includes: isCrop },
    {
      id: 'clear-child-faces',
      title: 'scenes with a clear child face',
      kind: 'found',
      includes: isChildScene('clear'),
    },
  ],
  notes: [
    'Photos whose label says that people are visible but no face are not scored.',
    'Labels count faces and do not place them: a false face can stand in for a missed one in the counts.',
  ],
};

/** Age bands: from, until (exclusive). */
const BANDS = [
  [0, 3],
  [3, 6],
  [6, 9],
  [9, 13],
  [13, 16],
  [16, 18],
  [18, 30],
  [30, 45],
  [45, 60],
  [60, 200],
] as const;
const GENDERS = ['female', 'male'] as const;
const APPEARANCES = ['asian', 'black', 'indian', 'white', 'other'] as const;

function bandTitle(from: number, until: number): string {
  return until === 200 ? `${from} and older` : `${from} to ${until - 1}`;
}

const ageBands = BANDS.map(([from, until]): Breakdown => {
  const kind = until <= CHILD_UNTIL ? 'found' : from >= ADULT_FROM ? 'false' : 'share';
  return { id: `age-${from}`, title: `aged ${bandTitle(from, until)}`, kind, includes: isAged(from, until) };
});

/** The same row for each gender and appearance group, for children and for adults. */
function split(kind: 'found' | 'false', who: string, includes: (file: LabelledFile) => boolean): Breakdown[] {
  return [
    ...GENDERS.map((gender) => ({
      id: `${kind}-${gender}`,
      title: `${who}, ${gender}`,
      kind,
      includes: (file: LabelledFile) => includes(file) && isCrop(file) && file.label.gender === gender,
    })),
    ...APPEARANCES.map((group) => ({
      id: `${kind}-${group}`,
      title: `${who}, ${group}`,
      kind,
      includes: (file: LabelledFile) => includes(file) && isCrop(file) && file.label.group === group,
    })),
  ];
}

export const FACE_CROPS: Category = {
  id: 'face-crops',
  title: 'Children among face crops of known age',
  rules: ['person/child'],
  positives: [{ id: 'under-13', title: 'under 13', includes: isUnder13, goal: 0.95 }],
  negatives: [{ id: 'adults', title: '18 and older', includes: isAdult, goal: 0.03 }],
  breakdowns: [
    {
      id: 'teenagers',
      title: '13 to 17 (in doubt for the child)',
      kind: 'share',
      includes: isAged(CHILD_UNTIL, ADULT_FROM),
    },
    ...ageBands,
    ...split('found', 'under 13', isUnder13),
    ...split('false', '18 and older', isAdult),
  ],
  notes: [
    'The age net was trained on the source of these crops, so they flatter it. Gender and group are the data set’s own labels.',
  ],
};

/**
 * Whether the face is found at all, before its age: a group that is missed here is missed
 * everywhere.
 */
export const FACES_BY_GROUP: Category = {
  id: 'faces-by-group',
  title: 'Faces found among face crops, by age, gender and appearance',
  rules: ['person/face'],
  positives: [{ id: 'crops', title: 'face crops', includes: isCrop }],
  negatives: [],
  breakdowns: [...ageBands.map((row): Breakdown => ({ ...row, kind: 'found' })), ...split('found', 'all ages', isCrop)],
};
