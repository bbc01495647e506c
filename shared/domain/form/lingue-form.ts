/** Languages in which a form, or a payment page, speaks; apart from what reads a form, because the maps of the registry know only them. */
export const LINGUE_FORM = ["it", "en", "de", "fr", "sl"] as const;
export type LinguaForm = (typeof LINGUE_FORM)[number];
