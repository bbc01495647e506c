/** Credentials never reach the journal: headers that carry them are masked whatever their case, and so is the station's password inside a SOAP message. */
import type { IntestazioneEvento } from "../eventi.ts";

const RISERVATA = /authorization|subscription-key|api-?key|secret|token|password|cookie/i;
const PASSWORD_SOAP = /(<(?:[\w.-]+:)?password\b[^>]*>)[^<]*(?=<)/gi;
const MASCHERA = "***";

export const maskIntestazioni = (headers: Readonly<Record<string, string>>): readonly IntestazioneEvento[] =>
  Object.entries(headers).map(([nome, valore]) => ({ nome, valore: RISERVATA.test(nome) ? MASCHERA : valore }));

/** Everything else stays as it travelled, character by character. */
export const maskMessaggio = (testo: string): string => testo.replace(PASSWORD_SOAP, `$1${MASCHERA}`);

/** Values of query parameters that are credentials. */
export const maskUrl = (url: string): string => url.replace(/([?&][^=&#]*(?:key|token|secret|password)[^=&#]*=)[^&#]*/gi, `$1${MASCHERA}`);
