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
  /** Milliseconds that are probably left for the targets found so far; null if not known yet. */
  readonly leftMs?: number | null;
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
  /** When the first result came: loading the models is no part of the pace. */
  let since: { readonly ms: number; readonly examined: number } | null = null;
  const line = createStatusLine(stream);
  let progress: Progress;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    clearTimeout(timer);
    timer = undefined;
    drawnAt = now();
    line.show(barText(progress, paceOf(progress)));
  };
  const paceOf = ({ examined }: Progress) => {
    if (since === null) return null;
    const ms = now() - since.ms;
    return ms <= 0 ? null : ((examined - since.examined) / ms) * 1000;
  };
  return {
    update(next) {
      progress = next;
      if (next.examined > 0) since ??= { ms: now(), examined: next.examined };
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

/**
 * `████████░░░░░░░░░░░░░░░░ 12/36+  8.1 photos/s, still listing`.
 * @param perSecond photos a second; null if not known yet
 */
export function barText(progress: Progress, perSecond: number | null): string {
  const { examined, found, isWalked } = progress;
  const total = `${found.toLocaleString('en')}${isWalked ? '' : '+'}`;
  return `${bar(examined, found)} ${examined.toLocaleString('en')}/${total}  ${pace(progress, perSecond)}`;
}

/** Of 24 columns; empty where there is nothing to do yet. */
export function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((Math.min(done, total) / total) * BAR_COLUMNS);
  return '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
}

/** `8.1 photos/s, 4 min 52 s left` once enough were examined. */
function pace({ examined, isWalked, leftMs = null }: Progress, perSecond: number | null): string {
  if (examined < ENOUGH_FOR_RATE || perSecond === null) return 'getting ready';
  const rate = `${perSecond.toFixed(1)} photos/s`;
  if (!isWalked) return `${rate}, still listing`;
  return leftMs === null ? rate : `${rate}, ${wholeDuration(leftMs)} left`;
}
