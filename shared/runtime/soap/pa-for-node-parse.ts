/**
 * Reading of a paForNode request in two steps, so that the order of checks of the protocol can be kept (pagopa.md 3.2): first the header, on which domain,
 * broker and station are judged; then the whole body against its schema.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { NomePrimitiva, RichiesteNodo, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { SCHEMI, testata } from "./pa-for-node-schema.ts";
import { type ErroreSchema, sequenza } from "./schema.ts";
import type { Nodo } from "./xml-tree.ts";

/** A syntax fault: code of the protocol and a sentence that names element and limit. */
export interface ErroreSintassi {
  readonly faultCode: "PAA_SINTASSI_EXTRAXSD" | "PAA_SINTASSI_XSD";
  readonly description: string;
}

const schemaTestata = sequenza(testata);
const LUNGHEZZA_TESTATA = Object.keys(testata).length;

const nonValido = (radice: Nodo, errore: ErroreSchema): { readonly ok: false; readonly errore: ErroreSintassi } =>
  ko({ faultCode: "PAA_SINTASSI_XSD", description: `${[radice.nome, ...errore.percorso].join("/")}: ${errore.motivo}` });

/** idPA, idBrokerPA and idStation: the first three children of the root, whatever follows. */
export function readTestata(radice: Nodo): Esito<Testata, ErroreSintassi> {
  const letta = schemaTestata({ ...radice, figli: radice.figli.slice(0, LUNGHEZZA_TESTATA) });
  return letta.ok ? ok(letta.valore) : nonValido(radice, letta.errore);
}

/** The whole request of a primitive, every rule of the XSD applied. */
export function readRichiesta<const P extends NomePrimitiva>(primitiva: P, radice: Nodo): Esito<RichiesteNodo[P], ErroreSintassi> {
  const letta = SCHEMI[primitiva](radice);
  return letta.ok ? letta : nonValido(radice, letta.errore);
}
