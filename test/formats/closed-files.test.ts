import { expect, test } from 'vitest';
import { closedKind } from '../../src/formats/closed-files.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['a PDF', '%PDF-1.7\n', 'scan', 'pdf'],
  ['a zip', 'PK\x03\x04\x14\0', 'photos', 'zip'],
  ['an empty zip', 'PK\x05\x06\0\0', 'photos', 'zip'],
  ['an office document', 'PK\x03\x04\x14\0', 'letter.docx', 'zip'],
  ['a RAR archive', 'Rar!\x1a\x07\x01\0', 'photos', 'rar'],
  ['a 7z archive', '7z\xbc\xaf\x27\x1c\0\x04', 'photos', '7z'],
  ['gzip', '\x1f\x8b\x08\0', 'photos', 'gz'],
  ['bzip2', 'BZh91AY&SY', 'photos', 'bz2'],
  ['xz', '\xfd7zXZ\0', 'photos', 'xz'],
  ['Zstandard', '\x28\xb5\x2f\xfd', 'photos', 'zst'],
  ['tar', `${'a'.repeat(257)}ustar\0`, 'photos', 'tar'],
  ['a zip that is damaged at its start', '\0\0\0\0', 'Photos.ZIP', 'zip'],
  ['an archive named for another', 'PK\x03\x04', 'photos.rar', 'zip'],
  ['an encrypted photo', '\x85\x02', 'IMG_1.jpg.gpg', 'gpg'],
  ['an encrypted file of Cryptomator', 'abc', 'QkJC.c9r', 'c9r'],
  ['a mail', 'From: a', 'letter.eml', 'eml'],
  ['contacts', 'BEGIN:VCARD', 'all.vcf', 'vcf'],
  ['an older document', '\xd0\xcf\x11\xe0', 'letter.doc', 'doc'],
  ['a page with a picture', '<img src="data:image/jpeg;base64,/9j/', 'page.html', 'html'],
  ['an empty file named like one', '', 'photos.tgz', 'tgz'],
])('%s', (_what, content, name, kind) => {
  expect(closedKind(bytes(content), name)).toBe(kind);
});

test.each([
  ['text', 'all about %PDF- files', 'notes.txt'],
  ['an empty file', '', 'empty'],
  ['a page without pictures', '<html><img src="a.jpg">', 'page.html'],
  ['what macOS writes for a zip', '\0\x05\x16\x07', '._photos.zip'],
])('none of these: %s', (_what, content, name) => {
  expect(closedKind(bytes(content), name)).toBeNull();
});
