// Regions of a picture with a name and a type (Metadata Working Group, Guidelines 2.0, section
// 5.9): the type states whether the name is that of a person.
import type { Tag } from '../tag.js';

/** Types of regions that show no person. A region without a type is mostly a face. */
const THINGS = /^\s*(?:pet|focus|bar ?code|qr ?code|object|animal)\s*$/i;

const NAME = /^(?:mwg-rs|acdsee-rs):Name$/;
const TYPE = /^(?:mwg-rs|acdsee-rs):Type$/;

/** The names and types of the regions of one packet, in any order. */
export class Regions {
  readonly #names: { readonly structure: object; readonly at: number }[] = [];
  readonly #things = new Set<object>();

  /** @param at the index of the tag */
  add({ name, value }: Tag, structure: object | null, at: number): void {
    if (structure === null) return;
    if (NAME.test(name)) this.#names.push({ structure, at });
    else if (TYPE.test(name) && typeof value === 'string' && THINGS.test(value)) this.#things.add(structure);
  }

  /** The indices of names of pets, codes and the like. */
  namesOfThings(): number[] {
    return this.#names.filter(({ structure }) => this.#things.has(structure)).map(({ at }) => at);
  }
}
