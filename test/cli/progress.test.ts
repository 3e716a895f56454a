import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { bar, barText, createProgressBar } from '../../src/terminal/progress.js';

function terminal(): { stream: NodeJS.WriteStream; written: () => string } {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 }) as unknown as NodeJS.WriteStream;
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream, written: () => chunks.splice(0).join('') };
}

it('the bar gives the cursor back when it is cleared, and leaves signals to the program', () => {
  const { stream, written } = terminal();
  const listeners = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
  const bar = createProgressBar(stream);
  bar.update({ examined: 1, found: 9, isWalked: true });
  expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(listeners);
  expect(written()).toContain('\u001b[?25l');
  bar.clear();
  expect(written()).toBe('\r\u001b[J\u001b[?25h');
  expect(stream.listenerCount('resize')).toBe(0);
});

it('the bar is drawn five times a second, and again after it was cleared for a warning', () => {
  const { stream, written } = terminal();
  let now = 0;
  const bar = createProgressBar(stream, () => now);
  const drawn = (examined: number) => {
    bar.update({ examined, found: 9, isWalked: true });
    return written() !== '';
  };
  expect(drawn(1)).toBe(true);
  now = 199;
  expect(drawn(2)).toBe(false);
  now = 200;
  expect(drawn(3)).toBe(true);
  now = 201;
  bar.clear();
  written();
  expect(drawn(4)).toBe(true);
  bar.clear();
});

it('states how many, how fast and how long still', () => {
  expect(barText({ examined: 0, found: 0, isWalked: false }, null)).toBe(`${'░'.repeat(24)} 0/0+  getting ready`);
  expect(barText({ examined: 1500, found: 3000, isWalked: true, leftMs: 100_000 }, 15)).toBe(
    `${'█'.repeat(12)}${'░'.repeat(12)} 1,500/3,000  15.0 photos/s, 1 min 40 s left`,
  );
  expect([bar(0, 7), bar(7, 7), bar(9, 7)].map((text) => text.lastIndexOf('█') + 1)).toEqual([0, 24, 24]);
});
