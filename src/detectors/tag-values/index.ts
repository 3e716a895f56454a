// Values in the texts of a file that identify a person or grant access: the same finders as for
// print, over every tag of the photo, of the videos inside it, and of its sidecars.
import type { Detection, Evidence, Source } from '../../types/detection.js';
import type { ContactDetail, Said, TagText } from '../../types/metadata.js';
import type { Detector } from '../detector.js';
import { TAG_VALUES, tagLabel, type ValueLabel } from './declaration.js';
import { mayHoldValue } from './gate.js';

export const tagValues: Detector = {
  ...TAG_VALUES,
  async detect(photo) {
    const found: Detection[] = [];
    const read = async (said: Said, picture: Source['picture'], sidecar?: string) => {
      const { values, isComplete } = await valuesIn(said, picture);
      found.push(...(sidecar === undefined ? values : values.map((value) => ({ ...value, otherFile: sidecar }))));
      if (!isComplete) photo.unseen.push({ code: 'metadata-incomplete' });
    };
    await read(await photo.metadata(), 'file');
    for (const video of await photo.videoMetadata()) await read(video, 'video');
    for (const { said, sha256 } of await photo.sidecars()) if (said) await read(said, 'sidecar', sha256);
    return onceEach(found);
  },
};

/** Characters of all texts that are searched. Far more than any program writes as text. */
const MAX_CHARACTERS = 1_000_000;

interface Values {
  readonly values: readonly Detection[];
  readonly isComplete: boolean;
}

async function valuesIn({ texts, contacts }: Said, picture: Source['picture']): Promise<Values> {
  const stated = contacts.map((contact) => detectionOfContact(contact, picture));
  const worthwhile = texts.filter(({ label, value }) => mayHoldValue(label, value));
  let left = MAX_CHARACTERS;
  const read = worthwhile.filter(({ value }) => {
    left -= value.length;
    return left > 0;
  });
  const isComplete = read.length === worthwhile.length;
  if (read.length === 0) return { values: stated, isComplete };
  // Their lists of words and countries take as long to load as a file takes to read.
  const { findInText } = await import('./find.js');
  const inTexts = read.flatMap((text: TagText) =>
    findInText(text).map(({ label, value, score, proved, more }) =>
      detection(label, { picture, tag: text.tag }, { value, ...more }, score, proved),
    ),
  );
  return { values: [...stated, ...inTexts], isComplete };
}

/** The name of the tag states it. */
const STATED_SCORE = 0.9;

function detectionOfContact({ kind, tag, value }: ContactDetail, picture: Source['picture']): Detection {
  return detection(kind, { picture, tag }, { value }, STATED_SCORE, false);
}

function detection(
  label: ValueLabel,
  { picture, tag }: { readonly picture: Source['picture']; readonly tag: string },
  evidence: Evidence,
  score: number,
  proved: boolean,
): Detection {
  const source = { picture, atMs: null, tag };
  return { detector: TAG_VALUES.id, label: tagLabel(label), score, proved, source, region: null, evidence };
}

/** A value may be in several tags. The first of highest confidence stays. */
function onceEach(detections: readonly Detection[]): Detection[] {
  const best = new Map<string, Detection>();
  for (const each of detections) {
    const key = `${each.label} ${String(each.evidence.value)
      .replace(/[\s().,/-]/g, '')
      .toLowerCase()}`;
    const other = best.get(key);
    if (!other || (each.proved && !other.proved) || (each.proved === other.proved && each.score > other.score)) {
      best.set(key, each);
    }
  }
  return [...best.values()];
}
