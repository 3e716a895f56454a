// What a detector declares about itself, as data: its labels, the evidence keys of each label with
// their masks, and its models. Light on purpose: redaction, rules, messages and tests read it
// without loading a detector.
import type { ModelId } from '../inference/models.js';

export type Need = 'metadata' | 'container' | 'pixels';

/**
 * The masks by name. Their functions are in findings/redact.ts. `shown` masks nothing, `hidden`
 * masks all.
 */
export type MaskId =
  | 'hidden'
  | 'shown'
  | 'year'
  | 'degrees'
  | 'years'
  | 'initials'
  | 'place-name'
  | 'make'
  | 'model'
  | 'last-two-digits';

/** Evidence keys with their masks. An undeclared key is hidden. */
export type EvidenceMasks = Readonly<Record<string, MaskId>>;

export interface Declaration {
  /** kebab-case, permanent. Also the name of the detector's folder. */
  readonly id: string;
  readonly title: string;
  /** Lets the worker skip decoding. */
  readonly needs: readonly Need[];
  /**
   * Evidence keys by label id. Label ids are kebab-case, permanent, and unique among all detectors.
   */
  readonly labels: Readonly<Record<string, EvidenceMasks>>;
  readonly models: readonly ModelId[];
  /** Models that improve the results. Without them the examination is partial. */
  readonly optionalModels?: readonly ModelId[];
}
