// The registry of screen kinds. Of two kinds that match equally well, the first one wins. A screen
// that matches none is a plain screenshot.
import type { Screen } from '../kinds/kind.js';
import { banking } from './banking.js';
import { chat } from './chat.js';
import { mail } from './mail.js';
import { map } from './map.js';

export const SCREENS: readonly Screen[] = [mail, chat, banking, map];
