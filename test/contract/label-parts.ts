// The parts that a label needs to be found, masked, described, judged and measured; lists the
// missing ones.
import { CATEGORIES } from '../../eval/categories/index.js';
import type { Declaration } from '../../src/detectors/declaration.js';
import type { WordTable } from '../../src/messages/findings.js';
import { type Rule, takesLabel } from '../../src/rules/rule.js';
import type { Detection } from '../../src/types/detection.js';

export interface Parts {
  readonly detectors: readonly Declaration[];
  readonly words: WordTable;
  readonly rules: readonly Rule[];
  /** Patterns of rule ids, as in the categories of the evaluation. */
  readonly measured: readonly string[];
}

export const MEASURED: readonly string[] = CATEGORIES.flatMap(({ rules }) => rules);

/**
 * One line for each part that a label lacks, for example `faces/smile has no words in
 * src/messages/labels`.
 */
export function missingParts({ detectors, words, rules, measured }: Parts): string[] {
  return detectors.flatMap(({ id, labels }) =>
    Object.keys(labels).flatMap((label) => {
      const taking = rules.filter((rule) => takesLabel(rule, id, label));
      const missing = [
        ...(Object.hasOwn(words, label) ? [] : ['has no words in src/messages/labels']),
        ...(taking.length > 0 ? [] : ['is used by no rule in src/rules']),
        ...(taking.length === 0 || taking.some((rule) => isMeasured(rule.id, measured))
          ? []
          : ['has no category in eval/categories, and its rule is not among those without labelled files']),
      ];
      return missing.map((part) => `${id}/${label} ${part}`);
    }),
  );
}

/** One line for each label that its detector did not return. */
export function withoutExample(detectors: readonly Declaration[], seen: readonly Detection[]): string[] {
  return detectors.flatMap(({ id, labels }) =>
    Object.keys(labels)
      .filter((label) => !seen.some((each) => each.detector === id && each.label === label))
      .map((label) => `${id}/${label} has no example in test/contract/label-examples.ts`),
  );
}

/** One line for each label and evidence key that a detector returned without declaring it. */
export function undeclared(detectors: readonly Declaration[], seen: readonly Detection[]): string[] {
  const lines = seen.flatMap(({ detector, label, evidence }) => {
    const labels = detectors.find(({ id }) => id === detector)?.labels ?? {};
    const masks = labels[label];
    if (masks === undefined) return [`${detector}/${label} is not declared`];
    const keys = Object.keys(evidence).filter((key) => !Object.hasOwn(masks, key));
    return keys.map((key) => `${detector}/${label} declares no mask for ${key}`);
  });
  return [...new Set(lines)];
}

function isMeasured(rule: string, measured: readonly string[]): boolean {
  return measured.some((pattern) =>
    pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern,
  );
}
