import { describe, expect, it } from 'vitest';
import { isIdentity } from '../../src/metadata/identities.js';

const UUID = '9B4585D7-AE5A-4679-B098-C883D2289C22';
const device = (make: string | null = null, model: string | null = null) => ({
  ...{ make, model, serialNumber: null, lensSerialNumber: null },
  uniqueIds: [],
});
const judge = (tag: string, value: string, make?: string, model?: string) =>
  isIdentity({ tag, value }, device(make, model));

describe('an ID ties no photos together', () => {
  it.each([
    ['ImageUniqueID', '77c6274bd589ad50395891e84a8b673b', 'OLYMPUS CORPORATION'],
    ['ImageUniqueID', UUID, 'Apple'],
    ['exif:ImageUniqueID', '127C1377B054A3F65BF2754EBB24E7F2', 'NIKON'],
    ['PhotoIdentifier', UUID, 'Apple'],
    ['ImageCaptureRequestID', UUID, 'Apple'],
    ['ContentIdentifier', UUID, 'Apple'],
    ['BurstUUID', UUID, 'Apple'],
    ['com.apple.quicktime.content.identifier', UUID, 'Apple'],
    ['com.apple.photos.originating.signature', 'AbCdEfGhIjKlMnOpQrStUvWxYz0=', 'Apple'],
    ['digiKam:ImageUniqueID', 'ab'.repeat(32), 'Canon'],
    ['xmpMM:DocumentID', 'xmp.did:CCEE6E24B0CDE01198E9C5974BAA8837'],
    ['xmpMM:OriginalDocumentID', 'adobe:docid:photoshop:17e7dd4a-c65e-4e43-bfa7-7447bdae67ce'],
    ['stRef:documentID', 'uuid:7378C2F1C0F2DC1196C89D103988A03E'],
    ['xmpMM:DocumentID', 'gimp:docid:gimp:17e7dd4a-c65e-4e43-bfa7-7447bdae67ce'],
  ])('where it is new for each shot or saving: %s %s', (tag, value, make?: string) => {
    expect(judge(tag, value, make)).toBe(false);
  });

  it.each([
    ['F12LLKL01SM', 'samsung', 'SM-G950F'],
    ['F16QLHF01VB', 'samsung', 'SM-G930F'],
    ['A16LSIA00VM A16LSIL02SM', 'SAMSUNG', 'SM-G900F'],
    ['LF2XLOE00PM', 'samsung', 'Galaxy S24 Ultra'],
    ['S13F0LLKA01VM', 'samsung', 'SM-G950U'],
    ['OLYMPUS DIGITAL CAMERA', 'OLYMPUS IMAGING CORP.', 'E-420'],
    ['E-420', 'OLYMPUS IMAGING CORP.', 'E-420'],
  ])('where every device of a model has it: %s of %s', (value, make, model) => {
    expect(judge('ImageUniqueID', value, make, model)).toBe(false);
  });
});

describe('an ID counts as an identity', () => {
  it.each([
    ['ImageUniqueID', 'c0ffee01', 'ACME'],
    ['ImageUniqueID', 'F12LLKL01SM', 'Canon'],
    ['ImageUniqueID', 'my camera 7', 'samsung'],
    // A serial number and a counter, as Sigma writes them.
    ['ImageUniqueID', '303230303132333413d14f3a3b2aa914', 'SIGMA'],
    ['ContentIdentifier', '1745E022-9', 'Apple'],
    ['xmpMM:DocumentID', 'anna-laptop-17', undefined],
    ['MPReg:PersonLiveIdCID', '3742814658109378912', undefined],
    ['MPReg:PersonEmailDigest', 'ab'.repeat(20), undefined],
    ['toString', UUID, undefined],
  ])('where its form or its tag is unknown: %s %s', (tag, value, make) => {
    expect(judge(tag, value, make)).toBe(true);
  });
});
