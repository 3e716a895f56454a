// The progress bar: how many, how fast, how long still. On a terminal only, on stderr, gone when the report comes.
import { Presets, SingleBar } from 'cli-progress';
import { wholeDuration } from '../messages/amounts.js';

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

/** Photos after which rate and time left say something. */
const ENOUGH_FOR_RATE = 5;

export function createProgressBar(stream: NodeJS.WriteStream, now: () => number = Date.now): ProgressBar {
  const startedAt = now();
  const bar = new SingleBar(
    {
      ...{ stream, format: '{bar} {value}/{found}  {pace}', barsize: 24, fps: 5 },
      ...{ clearOnComplete: true, hideCursor: true },
      // A signal is for the whole program to handle (signals.ts).
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update(progress) {
      const payload = { found: found(progress), pace: pace(progress, now() - startedAt) };
      if (!isStarted) bar.start(progress.found, progress.examined, payload);
      isStarted = true;
      bar.setTotal(progress.found);
      bar.update(progress.examined, payload);
    },
    clear() {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
}

function found({ found, isWalked }: Progress): string {
  return `${found.toLocaleString('en')}${isWalked ? '' : '+'}`;
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
