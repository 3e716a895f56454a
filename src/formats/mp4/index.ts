// MP4, QuickTime and 3GPP: videos made of boxes.
import { type Format, SOUND_ONLY } from '../format.js';
import { brandsOf, firstBox } from '../isobmff/identify.js';
import { isSoundByName } from '../sound.js';
import { GPP, GPP2, M4V, MP4, QUICKTIME, typeByMajorBrand } from './brands.js';

/** First boxes of QuickTime files that are older than brands. */
const OLD_QUICKTIME: ReadonlySet<string> = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** Types of files that may hold only sound, without stating so in their first bytes. */
const SHARED_WITH_SOUND: ReadonlySet<string> = new Set([MP4, GPP]);

export const mp4: Format = {
  id: 'mp4',
  mediaTypes: [
    { type: MP4, name: 'MP4', kind: 'video', extensions: ['mp4', 'f4v', 'insv', 'lrv'], demuxer: 'mov' },
    { type: QUICKTIME, name: 'QuickTime', kind: 'video', extensions: ['mov', 'qt'], demuxer: 'mov' },
    { type: GPP, name: '3GPP', kind: 'video', extensions: ['3gp', '3gpp'], demuxer: 'mov' },
    { type: GPP2, name: '3GPP2', kind: 'video', extensions: ['3g2', '3gp2'], demuxer: 'mov' },
    { type: M4V, name: 'M4V', kind: 'video', extensions: ['m4v'], demuxer: 'mov' },
  ],
  identify({ text, extension }) {
    const brands = brandsOf(text);
    const type = brands.length > 0 ? (typeByMajorBrand(brands) ?? MP4) : oldQuicktime(text);
    return type !== null && SHARED_WITH_SOUND.has(type) && isSoundByName(extension) ? SOUND_ONLY : type;
  },
  reader: async () => (await import('./reader.js')).reader,
};

/** Printable characters before the name of a box are no size: the file is a text. */
function oldQuicktime(text: string): string | null {
  return OLD_QUICKTIME.has(firstBox(text)) && !/^[ -~]{4}/.test(text) ? QUICKTIME : null;
}
