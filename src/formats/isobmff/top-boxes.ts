// Types of boxes at the top of a video (ISO/IEC 14496-12, QuickTime File Format, DASH, C2PA), and
// those in which camera makers keep their settings.

const TOP_BOXES: ReadonlySet<string> = new Set([
  ...['ftyp', 'styp', 'moov', 'mdat', 'imda', 'moof', 'mfra', 'meta', 'free', 'skip', 'wide', 'junk', 'uuid', 'udta'],
  ...['sidx', 'ssix', 'prft', 'pdin', 'emsg', 'pnot', 'PICT', 'clip', 'jumb', 'mpvd', 'sefd', 'beam'],
]);

/** Whether a box of this type is known at the top of a video. */
export function isTopBox(type: string): boolean {
  return TOP_BOXES.has(type);
}
