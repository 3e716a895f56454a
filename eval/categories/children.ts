// Children in photos of people: found, in doubt or critical, and photos that are falsely flagged.
import type { Breakdown, Category, Row, Seen } from '../category.js';
import type { LabelledFile } from '../labels.js';

type Scene = Extract<LabelledFile, { folder: 'children' | 'children2' }>;

/** An everyday photo; the folder `children` also has face crops. */
function isScene(file: LabelledFile): file is Scene {
  return file.folder === 'children2' || (file.folder === 'children' && file.label.kind === 'scene');
}

const kindOf = (file: LabelledFile): string => (file.folder === 'children2' ? (file.label.scene_kind ?? '') : '');
const isKind =
  (...kinds: readonly string[]) =>
  (file: LabelledFile): boolean =>
    kinds.includes(kindOf(file));

/** A picture without people in `children2`: paintings, drawings, statues, animals, games. */
export const isNobody = isKind('no people');

export const isChildScene =
  (...faces: readonly string[]) =>
  (file: LabelledFile): boolean =>
    isScene(file) && file.label.child === true && (faces.length === 0 || faces.includes(file.label.child_face ?? ''));

export function isAdultScene(file: LabelledFile): boolean {
  return isScene(file) && file.label.child === false && !isNobody(file);
}

const isGroupOrSport = (file: LabelledFile): boolean => isAdultScene(file) && isKind('group', 'sport')(file);

/** Faces that are found in the main picture, as `person/face` counts them. */
function facesFound({ result }: Seen): number {
  const found = result.detections.filter(({ label, score, source }) => {
    return (label === 'face' || label === 'face-unclear') && score >= 0.45 && source.picture === 'main';
  });
  return found.length;
}

const KNOWN_FACES = ['clear', 'small', 'turned', 'hidden_or_tiny'];

const positives: readonly Row[] = [
  { id: 'clear', title: 'child with a clear face', includes: isChildScene('clear') },
  { id: 'small', title: 'child with a small face', includes: isChildScene('small') },
  { id: 'turned', title: 'child turned away', includes: isChildScene('turned') },
  { id: 'hidden', title: 'child with a hidden or tiny face', includes: isChildScene('hidden_or_tiny') },
  {
    id: 'unsaid',
    title: 'child, nothing said of the face',
    includes: (file) => isScene(file) && isChildScene()(file) && !KNOWN_FACES.includes(file.label.child_face ?? ''),
  },
];

const noPeople: Row = {
  id: 'no-people',
  title: 'photos without people',
  includes: (file) => (file.folder === 'negatives' && file.label.child === false) || isNobody(file),
};

const adultsByKind = [
  'group',
  'sport',
  'portrait',
  'young woman',
  'young man',
  'masked/surgeon',
  'couple or pair',
  'work/service',
  'elderly',
  'other adults',
].map((kind): Breakdown => {
  const includes = (file: LabelledFile): boolean => isAdultScene(file) && isKind(kind)(file);
  return { id: `adults-${kind.replaceAll(/[^a-z]+/g, '-')}`, title: `adults: ${kind}`, kind: 'false', includes };
});

const FACE_COUNTS = [
  { title: 'no face', from: 0, until: 1 },
  { title: 'one face', from: 1, until: 2 },
  { title: 'two to four faces', from: 2, until: 5 },
  { title: 'five and more faces', from: 5, until: Number.POSITIVE_INFINITY },
] as const;

const adultsByFaces = FACE_COUNTS.map(({ title, from, until }): Breakdown => {
  const among = (seen: Seen): boolean => facesFound(seen) >= from && facesFound(seen) < until;
  return { id: `faces-${from}`, title: `adults, ${title} found`, kind: 'false', includes: isAdultScene, among };
});

const isTrue = (value: unknown): boolean => value !== null && value !== undefined && value !== false;

const childrenByKind: readonly Breakdown[] = [
  {
    id: 'babies',
    title: 'babies',
    kind: 'found',
    includes: (file) => isChildScene()(file) && (isKind('baby')(file) || isBaby(file)),
  },
  {
    id: 'with-adults',
    title: 'children with adults',
    kind: 'found',
    includes: (file) => isChildScene()(file) && isKind('with adults')(file),
  },
  {
    id: 'borderline',
    title: 'of borderline age, 10 to 13',
    kind: 'found',
    includes: (file) => isChildScene()(file) && file.folder === 'children2' && isTrue(file.label.borderline_age),
  },
];

function isBaby(file: LabelledFile): boolean {
  return file.folder === 'children2' && isTrue(file.label.baby);
}

/** Flagged at all: critical, or high where it is in doubt. */
export const CHILD_SCENES: Category = {
  id: 'child-scenes',
  title: 'Children in photos of people, critical or in doubt',
  rules: ['person/child'],
  positives: positives.map((row) => (row.id === 'clear' ? { ...row, goal: 0.96 } : row)),
  negatives: [
    { id: 'adult-scenes', title: 'photos of adults', includes: isAdultScene, goal: 0.1 },
    {
      id: 'adult-faces',
      title: 'photos of adult faces in the folder faces',
      includes: (file) => file.folder === 'faces' && file.label.child === false && (file.label.faces ?? 0) > 0,
    },
    { ...noPeople, goal: 0.015 },
  ],
  goals: { found: 0.92 },
  breakdowns: [
    ...childrenByKind,
    ...adultsByKind,
    ...adultsByFaces,
    { id: 'children2-people', title: 'pictures without people in children2', kind: 'false', includes: isNobody },
    {
      id: 'face-photos-of-children',
      title: 'children in the folder faces',
      kind: 'found',
      includes: (file) => file.folder === 'faces' && file.label.child === true,
    },
  ],
};

const isCritical: NonNullable<Row['isMeant']> = (_, { findings }) =>
  findings.some(({ severity }) => severity === 'critical');
const critical = <R extends Row>(row: R): R => ({ ...row, isMeant: isCritical });

/** Flagged as critical. Its precision is that among the photos of people. */
export const CHILD_CRITICAL: Category = {
  id: 'child-critical',
  title: 'Children in photos of people, critical',
  rules: ['person/child'],
  positives: positives.map(critical),
  negatives: [critical({ id: 'adult-scenes', title: 'photos of adults', includes: isAdultScene, goal: 0.03 })],
  breakdowns: [
    critical({
      id: 'group-sport',
      title: 'adults: group and sport',
      kind: 'false',
      includes: isGroupOrSport,
      goal: 0.08,
    }),
    ...[...childrenByKind, ...adultsByKind, ...adultsByFaces].map(critical),
    critical({ ...noPeople, kind: 'false' }),
  ],
};
