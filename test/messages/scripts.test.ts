import { expect, it } from 'vitest';
import { problem } from '../../src/messages/problems.js';
import { READ_SCRIPTS, SCRIPTS } from '../../src/ocr/script-names.js';

const UNREAD = SCRIPTS.filter((script) => !READ_SCRIPTS.includes(script));
const told = (script: string) => problem('page.jpg', 'script-unread', script).message;

it('names each script that is not read', () => {
  expect(UNREAD.filter((script) => told(script) === told('no such script'))).toEqual([]);
  expect(told('cyrillic')).toContain('Cyrillic');
});
