// What a detector declares of itself, as data: its labels, the evidence keys of each with their
// masks, and its models. Light on purpose: redaction, rules, messages and tests read it without
// loading a detector.
import type { ModelId } from '../inference/models.js';

export type Need = 'metadata' | 'container' | 'pixels';

/** The masks by name; findings/redact.ts has the functions. `shown` masks nothing, `hidden` all. */
export type MaskId = 'hidden' | 'shown' | 'year' | 'degrees' | 'years' | 'initials' | 'place-name' | 'last-two-digits';

/** Evidence keys, each with its mask. A key that is not declared is hidden. */
export type EvidenceMasks = Readonly<Record<string, MaskId>>;

export interface Declaration {
  /** kebab-case, permanent; also the name of its folder. */
  readonly id: string;
  readonly title: string;
  /** So that the worker can skip decoding. */
  readonly needs: readonly Need[];
  /**
   * By label id: kebab-case, permanent, unique among all detectors. Each with its evidence keys.
   */
  readonly labels: Readonly<Record<string, EvidenceMasks>>;
  readonly models: readonly ModelId[];
  /** Models without which it finds less: the examination is partial then. */
  readonly optionalModels?: readonly ModelId[];
}
