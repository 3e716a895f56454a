// The registry of kinds of screen: of two that fit equally well the first is taken; a screen that none fits is a plain one.
import type { Screen } from '../kinds/kind.js';
import { banking } from './banking.js';
import { chat } from './chat.js';
import { mail } from './mail.js';
import { map } from './map.js';

export const SCREENS: readonly Screen[] = [mail, chat, banking, map];
