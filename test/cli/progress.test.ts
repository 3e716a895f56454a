import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createProgressBar } from '../../src/terminal/progress.js';

it('the bar restores cursor and line wrap when it is cleared, and leaves signals to the program', () => {
  const written: string[] = [];
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 }) as unknown as NodeJS.WriteStream;
  terminal.on('data', (chunk) => written.push(String(chunk)));
  const listeners = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
  const bar = createProgressBar(terminal);
  bar.update({ examined: 1, found: 9, isWalked: true });
  expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(listeners);
  expect(written.join('')).toContain('\u001b[?25l');
  bar.clear();
  const after = written.join('');
  for (const [off, on] of [
    ['\u001b[?25l', '\u001b[?25h'],
    ['\u001b[?7l', '\u001b[?7h'],
  ] as const) {
    expect(after.lastIndexOf(on)).toBeGreaterThan(after.lastIndexOf(off));
  }
});
