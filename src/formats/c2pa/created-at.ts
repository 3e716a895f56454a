// When a picture was made, by the history of a manifest.
import type { Tag } from '../tag.js';
import { untagged } from './cbor.js';

/** The time of the action that made the picture: a capture, or a program. Edits are later. */
export function createdAt(label: string, value: unknown): Tag[] {
  if (!/^c2pa\.actions/.test(label) || !isObject(value) || !Array.isArray(value.actions)) return [];
  return value.actions.flatMap((action: unknown): Tag[] => {
    const when = isObject(action) && action.action === 'c2pa.created' ? action.when : null;
    const text = untagged(when)?.value ?? when;
    return typeof text === 'string' ? [{ block: 'xmp', name: 'xmp:CreateDate', within: [], value: text }] : [];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
