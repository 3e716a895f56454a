// The entry of a worker process: examines targets from the main process one at a time until it
// disconnects.
import { loadDetectors } from '../detectors/index.js';
import { UsageError } from '../errors.js';
import { loadSharp } from '../image/sharp.js';
import { createEngine, verifyModels } from '../inference/index.js';
import { type ExamineContext, examine } from './examine.js';
import { EVERYTHING, type FromWorker, type ToWorker, type WorkerSettings } from './protocol.js';
import { makeThumbnail } from './thumbnail.js';

// Loads while the main process parses its options. If fewer detectors are needed, only this loading
// was in vain.
if (process.argv.includes(EVERYTHING)) void Promise.all([loadSharp(), loadDetectors()]);

const send = (message: FromWorker) => process.send?.(message);

async function prepare(settings: WorkerSettings): Promise<ExamineContext> {
  const detectors = await loadDetectors(settings.detectors);
  await verifyModels(
    [...new Set(detectors.flatMap(({ models, optionalModels = [] }) => [...models, ...optionalModels]))],
    settings.engine,
  );
  return {
    engine: await createEngine(settings.engine),
    detectors,
    isFast: settings.isFast,
    isValueShown: settings.isValueShown,
    videos: { ...settings.videoSettings, onProgram: (pid) => send({ type: 'program', pid }) },
    onInnerPicture: () => send({ type: 'inner-picture' }),
  };
}

/** A broken installation ends the run. Any other error here is a bug and ends this process. */
function fail(error: unknown): void {
  if (!(error instanceof UsageError)) throw error;
  send({ type: 'unusable', message: error.message });
}

let context: Promise<ExamineContext>;

process.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'settings':
      context = prepare(message.settings);
      context.then(
        () => send({ type: 'ready' }),
        (error: Error) => send({ type: 'unusable', message: error.message }),
      );
      return;
    case 'examine':
      void context.then((ready) =>
        examine(message.target, ready)
          .then((result) => send({ type: 'result', result, memoryBytes: process.memoryUsage.rss() }))
          .catch(fail),
      );
      return;
    case 'thumbnail':
      void context.then((ready) =>
        makeThumbnail(message.request, ready.videos)
          .then((picture) => send({ type: 'thumbnail', picture, memoryBytes: process.memoryUsage.rss() }))
          .catch(fail),
      );
      return;
    default:
      message satisfies never;
  }
});

// A worker ends together with its main process.
process.on('disconnect', () => process.exit());
