import { describe, expect, it } from 'vitest';
import type { CleanChoice } from '../../src/cleaning/choice.js';
import { type Examined, prove } from '../../src/cleaning/proof.js';
import { problem } from '../../src/messages/problems.js';
import type { Finding } from '../../src/types/finding.js';
import type { PhotoReport } from '../../src/types/report.js';

const MAIN = { picture: 'main', atMs: null, tag: null } as const;
const NOTHING: CleanChoice = { keep: new Set(), cover: new Set() };
const COVERED: CleanChoice = { keep: new Set(), cover: new Set(['person/child']) };

const finding = (rule: string, source: Finding['source'] = MAIN) => ({ rule, source }) as Finding;

function examined(findings: readonly Finding[], problems: Examined['problems'] = []): Examined {
  return { photo: { width: 10, height: 20, findings } as unknown as PhotoReport, problems };
}

const isClean = (copy: Examined, choice = NOTHING, original = examined([])) => prove(original, copy, choice).isClean;

describe('a copy', () => {
  it('is clean if nothing that had to go was found', () => {
    expect(isClean(examined([finding('person/face')]))).toBe(true);
  });

  it.each([
    ['metadata', finding('metadata/location')],
    ['a value in a tag', finding('text/secret', { ...MAIN, tag: 'UserComment' })],
    ['what a thumbnail shows', finding('person/face', { ...MAIN, picture: 'thumbnail' })],
  ])('is not clean with %s', (_, left) => {
    expect(isClean(examined([left]))).toBe(false);
  });

  it('is clean with metadata that the person keeps', () => {
    const kept: CleanChoice = { keep: new Set(['location']), cover: new Set() };
    expect(isClean(examined([finding('metadata/location')]), kept)).toBe(true);
    expect(isClean(examined([finding('metadata/person-name')]), kept)).toBe(false);
  });

  it('is not clean with what had to be covered', () => {
    expect(isClean(examined([finding('person/child')]), COVERED)).toBe(false);
  });

  it('is not clean if it could not be examined, or is of another size', () => {
    expect(isClean({ photo: null, problems: [] })).toBe(false);
    expect(isClean({ photo: { ...examined([]).photo, width: 9 } as PhotoReport, problems: [] })).toBe(false);
  });

  it('has a reason wherever it is not clean', () => {
    const turned = { photo: { ...examined([]).photo, width: 20, height: 10 } as PhotoReport, problems: [] };
    expect(prove(examined([]), turned, NOTHING).reasons).toEqual(['other-size']);
    expect(prove(examined([]), { photo: null, problems: [] }, NOTHING).reasons).toEqual(['other-size']);
    const unread = { photo: null, problems: [problem('a.jpg', 'metadata-incomplete')] };
    expect(prove(examined([]), unread, NOTHING).reasons).toEqual(['metadata-incomplete']);
  });

  it('may have a problem with its pixels that the original has, unless they had to be covered', () => {
    const frames = examined([], [problem('a.mov', 'frames-not-examined')]);
    expect(isClean(frames)).toBe(false);
    expect(isClean(frames, NOTHING, frames)).toBe(true);
    expect(isClean(frames, COVERED, frames)).toBe(false);
  });

  it('may have no problem with its metadata, whatever the original has', () => {
    const metadata = examined([], [problem('a.jpg', 'metadata-incomplete')]);
    expect(isClean(metadata, NOTHING, metadata)).toBe(false);
  });

  it('counts what is gone and what remains', () => {
    const original = examined([finding('metadata/location'), finding('person/face'), finding('person/face')]);
    const { removed, remaining } = prove(original, examined([finding('person/face')]), NOTHING);
    expect({ removed, remaining }).toEqual({
      removed: { 'metadata/location': 1, 'person/face': 1 },
      remaining: { 'person/face': 1 },
    });
  });
});
