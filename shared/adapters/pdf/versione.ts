/**
 * Version of the layout, part of the name under which a printed notice is kept: whoever changes how a notice looks raises it, or the old sheets
 * go on being given out. A test compares the bytes of some samples with those of this version.
 */
export const VERSIONE_IMPAGINAZIONE = 1;
