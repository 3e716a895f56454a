/**
 * Characters that affect a terminal or the reading order: controls, line separators, bidirectional
 * controls.
 */
export const ACTS = /\p{Cc}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\ufeff/u;
