/** Where the identity provider answers, and for whom its tokens are. */
import { PROVIDER } from "../credenziali.ts";

export const PERCORSO = "/sandbox/identita";
export const DESTINATARIO = PROVIDER.destinatari[0];
