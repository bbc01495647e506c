/** An attachment on the wire: always a file to save, never a page of ours, whatever type its author declared. */
import type { Allegato } from "../../domain/pendenze/allegati.ts";

/** A media type as a header may carry it (RFC 9110). */
const TIPO = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(?:; ?[\x20-\x7e]{1,100})?$/;

export const presentTipo = ({ tipo }: Allegato): string => (TIPO.test(tipo) ? tipo : "application/octet-stream");
