// The progress bar: photos examined, photos a second, time left. Only on a terminal, on stderr; it
// is erased before the report.
import { wholeDuration } from '../messages/amounts.js';
import { createStatusLine } from './status-line.js';

/** How far a run is. */
export interface Progress {
  readonly examined: number;
  /** Targets found so far; the final number once `isWalked`. */
  readonly found: number;
  readonly isWalked: boolean;
}

export interface ProgressBar {
  update(progress: Progress): void;
  /** Takes the bar off the screen. */
  clear(): void;
}

/** Photos after which the rate and the time left are shown. */
const ENOUGH_FOR_RATE = 5;
const BAR_COLUMNS = 24;
/** Milliseconds between two drawings. */
const REDRAW_MS = 200;

/** @param stream a terminal */
export function createProgressBar(stream: NodeJS.WriteStream, now: () => number = Date.now): ProgressBar {
  const startedAt = now();
  const line = createStatusLine(stream);
  let progress: Progress;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    clearTimeout(timer);
    timer = undefined;
    drawnAt = now();
    line.show(barText(progress, now() - startedAt));
  };
  return {
    update(next) {
      progress = next;
      if (now() - drawnAt >= REDRAW_MS) draw();
      // An update in between is drawn a little later, unless a newer one replaces it.
      else timer ??= setTimeout(draw, REDRAW_MS).unref();
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      drawnAt = Number.NEGATIVE_INFINITY;
      line.clear();
    },
  };
}

/** `████████░░░░░░░░░░░░░░░░ 12/36+  8.1 photos/s, still listing`. */
export function barText(progress: Progress, elapsedMs: number): string {
  const { examined, found, isWalked } = progress;
  const total = `${found.toLocaleString('en')}${isWalked ? '' : '+'}`;
  return `${bar(examined, found)} ${examined.toLocaleString('en')}/${total}  ${pace(progress, elapsedMs)}`;
}

/** Of 24 columns; empty where there is nothing to do yet. */
export function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((Math.min(done, total) / total) * BAR_COLUMNS);
  return '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
}

/** `8.1 photos/s, 4 min 52 s left` once enough were examined. */
function pace({ examined, found, isWalked }: Progress, elapsedMs: number): string {
  if (examined < ENOUGH_FOR_RATE || elapsedMs <= 0) return 'getting ready';
  const perSecond = (examined / elapsedMs) * 1000;
  const rate = `${perSecond.toFixed(1)} photos/s`;
  return isWalked
    ? `${rate}, ${wholeDuration(((found - examined) / perSecond) * 1000)} left`
    : `${rate}, still listing`;
}
