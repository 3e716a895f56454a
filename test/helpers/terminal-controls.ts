/** What acts on a terminal or on the order in which a person reads: controls, line separators, bidirectional controls. */
export const ACTS = /\p{Cc}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|\ufeff/u;
