// Pictures that a text holds in base64.
import { describe, expect, it } from 'vitest';
import { picturesInText } from '../../src/formats/pictures-in-text.js';
import { jpeg } from '../helpers/attachments.js';

const picture = await jpeg();
const base64 = picture.toString('base64');

describe('a picture in base64', () => {
  it.each([
    ['alone', base64],
    ['in lines', base64.replace(/(.{76})/g, '$1\n')],
    ['in short lines', base64.replace(/(.{20})/g, '$1\n')],
  ])('%s is all of a text', (_how, text) => {
    expect(picturesInText(text)).toEqual({ pictures: [picture], rest: ' ' });
  });

  it('as the address of a page leaves the text around it', () => {
    const text = `see data:image/jpeg;base64,${base64} and write to erika@example.org`;
    const { pictures, rest } = picturesInText(text);
    expect(pictures).toEqual([picture]);
    expect(rest).toBe('see data:image/jpeg;base64,  and write to erika@example.org');
  });

  it.each(['UklGR is no picture', 'Weg/9j/7 in Berlin', 'A'.repeat(500)])('%s is text', (text) => {
    expect(picturesInText(text)).toEqual({ pictures: [], rest: text });
  });
});
