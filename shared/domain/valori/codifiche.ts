/** Names of the encodings that a message of the Node may have: apart from what reads them, because every map of the archive knows them. */
export const CODIFICHE = ["UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"] as const;
export type Codifica = (typeof CODIFICHE)[number];
