import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createStatusLine } from '../../src/terminal/status-line.js';

const SHOW = '\u001b[?25h';
const HIDE = '\u001b[?25l';
const ERASE = '\u001b[J';

function terminal(columns: number) {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    written: () => chunks.splice(0).join(''),
    resize(to: number) {
      stream.columns = to;
      stream.emit('resize');
    },
  };
}

test('the line is drawn over itself, and taken off the screen', () => {
  const { stream, written } = terminal(80);
  const line = createStatusLine(stream);
  line.show('one');
  line.show('one');
  line.show('two');
  expect(written()).toBe(`${HIDE}\rone${ERASE}${HIDE}\rtwo${ERASE}`);
  line.clear();
  line.clear();
  expect(written()).toBe(`\r${ERASE}${SHOW}`);
});

test('a narrower terminal has folded the line: all of its rows are erased, and it is drawn to fit', () => {
  const { stream, written, resize } = terminal(80);
  const line = createStatusLine(stream);
  line.show('x'.repeat(60));
  written();
  resize(25);
  expect(written()).toBe(`${HIDE}\u001b[2A\r${'x'.repeat(23)}…${ERASE}`);
  resize(80);
  expect(written()).toBe(`${HIDE}\r${'x'.repeat(60)}${ERASE}`);
  line.clear();
  resize(20);
  expect(written()).toBe(`\r${ERASE}${SHOW}`);
});

test('rows are counted by columns: wide characters take two', () => {
  const { stream, written, resize } = terminal(80);
  const line = createStatusLine(stream);
  line.show('写'.repeat(20));
  written();
  resize(20);
  expect(written()).toBe(`${HIDE}\u001b[1A\r${'写'.repeat(9)}…${ERASE}`);
});
