import { describe, expect, it } from 'vitest';
import { parseLabels } from '../../eval/labels.js';
import { SHA } from './made.js';

const line = (file: string, label: object, more: object = {}) => JSON.stringify({ file, sha256: SHA, label, ...more });

describe('labels', () => {
  it('keep near-duplicates in a group and every other file in its own', () => {
    const [a, b] = parseLabels([line('faces/a', {}, { group: 'g' }), line('faces/b', {})].join('\n'));
    expect([a?.group, b?.group]).toEqual(['g', 'faces/b']);
  });
  it('distinguish unknown from no', () => {
    const [a] = parseLabels(line('faces/a', { faces: null, child: null }));
    expect(a?.label).toEqual({ faces: null, child: null });
  });
  it.each([
    ['an unknown folder', line('holidays/a', {})],
    ['a wrong value', line('faces/a', { faces: 'two' })],
    ['no JSON', '{'],
    ['no checksum', JSON.stringify({ file: 'faces/a', label: {} })],
  ])('name the line that holds %s', (_title, bad) => {
    expect(() => parseLabels(`${line('faces/ok', {})}\n${bad}\n`)).toThrow('labels.ndjson, line 2');
  });
  it('refuse a file that is labelled twice', () => {
    expect(() => parseLabels(`${line('faces/a', {})}\n${line('faces/a', {})}`)).toThrow('twice');
  });
});
