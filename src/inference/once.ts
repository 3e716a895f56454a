// Loads each model on first use and keeps it.
import type { Model } from './engine.js';
import type { ModelId } from './models.js';

/** Calls that come while a model is still loading wait for the same one. A failure is kept too: nothing mends it in this process. */
export function once(load: (id: ModelId) => Promise<Model>): (id: ModelId) => Promise<Model> {
  const models = new Map<ModelId, Promise<Model>>();
  return (id) => {
    const model = models.get(id) ?? load(id);
    models.set(id, model);
    return model;
  };
}
