// Loads each model on first use and keeps it.
import type { Model } from './engine.js';
import type { ModelId } from './models.js';

/**
 * Concurrent calls share one load. A failure is kept as well, because nothing can fix it within
 * this process.
 */
export function once(load: (id: ModelId) => Promise<Model>): (id: ModelId) => Promise<Model> {
  const models = new Map<ModelId, Promise<Model>>();
  return (id) => {
    const model = models.get(id) ?? load(id);
    models.set(id, model);
    return model;
  };
}
