// For xargs, rsync and rclone: bare paths exactly as they are, one after the other. What was
// selected is not decided here.
import { hasControls } from '../terminal/escape.js';
import type { Reporter } from './reporter.js';

export const paths: Reporter = {
  format: 'paths',
  order: 'sorted',
  isPathList: true,
  /** A name with a line break would pass for two. */
  canHold: (path, { isNullSeparated }) => isNullSeparated || !hasControls(path),
  async *render(_head, events, { isNullSeparated }) {
    const end = isNullSeparated ? '\0' : '\n';
    for await (const event of events) {
      if (event.type === 'photo') yield event.photo.path + end;
    }
  },
};
