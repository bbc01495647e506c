/** A receipt as people keep it: the message of the Node in its SOAP envelope, or taken out of it. Same limits and same schemas as the Node's own. */
import { NS_PA_FOR_NODE, NS_PPT, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { paSendRT, paSendRTV2 } from "../../contracts/pagopa/primitive.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RicevutaInArrivo } from "../../domain/ricevute/ricevuta-nodo.ts";
import { readConsegnaRt } from "../storico/consegna-rt.ts";
import { openBusta } from "./envelope.ts";
import { type ErroreSintassi, readRichiesta } from "./pa-for-node-parse.ts";
import { type Nodo, parseXml } from "./xml-tree.ts";

export type RicevutaCaricata = Pick<RicevutaInArrivo, "primitiva" | "richiesta" | "rt">;

export interface ErroreRicevutaCaricata {
  readonly codice: ErroreSintassi["faultCode"];
  readonly dettaglio: string;
}

const PRIMITIVE = [paSendRT, paSendRTV2] as const;
const KILOBYTE = paSendRTV2.limiti.bodyKilobytes;

const openRadice = (testo: string): Esito<Nodo> => {
  if (Buffer.byteLength(testo, "utf8") > KILOBYTE * 1024) return ko(`il file supera ${KILOBYTE} kB`);
  const xml = parseXml(testo);
  if (!xml.ok) return xml;
  return xml.valore.ns === NS_SOAP ? openBusta(testo, KILOBYTE, [NS_PA_FOR_NODE, NS_PPT]) : xml;
};

const extraXsd = (dettaglio: string) => ko<ErroreRicevutaCaricata>({ codice: "PAA_SINTASSI_EXTRAXSD", dettaglio });

/** Errors: code of the Node and Italian sentence that names the element. */
export function readRicevutaCaricata(testo: string): Esito<RicevutaCaricata, ErroreRicevutaCaricata> {
  const radice = openRadice(testo);
  if (!radice.ok) return extraXsd(radice.errore);
  const { nome, ns } = radice.valore;
  if (ns === NS_PPT) {
    const consegna = readConsegnaRt(testo);
    return consegna.ok
      ? ok({ primitiva: "paaInviaRT", ...consegna.valore })
      : ko({ codice: "PAA_SINTASSI_XSD", dettaglio: consegna.errore });
  }
  const primitiva = PRIMITIVE.find(({ elemento }) => elemento === nome);
  if (!primitiva || ns !== NS_PA_FOR_NODE) {
    const attesi = PRIMITIVE.map(({ elemento }) => elemento).join(" o ");
    return extraXsd(`l'elemento ${nome.slice(0, 60)} non è ${attesi} del namespace ${NS_PA_FOR_NODE}`);
  }
  const richiesta = readRichiesta(primitiva.id, radice.valore);
  if (!richiesta.ok) return ko({ codice: richiesta.errore.faultCode, dettaglio: richiesta.errore.description });
  return ok({ primitiva: primitiva.id, richiesta: richiesta.valore });
}
