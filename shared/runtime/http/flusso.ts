/** The two representations of a settlement flow, shared by the operations that give its detail. */
import { RIGHE_MASSIME } from "../../contracts/riconciliazione/parametri.ts";
import { type FlussoConRighe, presentFlusso } from "../../presenters/riconciliazione/flusso.ts";
import { presentFlussoRiversamento } from "../../presenters/riconciliazione/flusso-riversamento.ts";
import { file, reply } from "./richiesta.ts";

const XML = "application/xml";
/** About 330 bytes a row, and no page: the document is one. */
const RIGHE_XML_MASSIME = 15_000;

export const conRiscossioni = (accept: string): boolean => accept !== XML;
export const massimoRighe = (accept: string): number => (accept === XML ? RIGHE_XML_MASSIME : RIGHE_MASSIME);

export const replyRiversamento = ({ flusso, righe, creditori }: FlussoConRighe) => {
  const ragioneSociale = creditori.get(flusso.idDominio)?.dominio.ragioneSociale ?? flusso.idDominio;
  return reply(200, file(XML, presentFlussoRiversamento(flusso, righe, ragioneSociale), `${flusso.idFlusso}.xml`));
};

/** @param present the JSON of the API that was asked. */
export const replyFlussoCon = <B>(present: (dettaglio: FlussoConRighe) => B, dettaglio: FlussoConRighe, accept: string) =>
  accept === XML ? replyRiversamento(dettaglio) : reply(200, present(dettaglio));

export const replyFlusso = (dettaglio: FlussoConRighe, accept: string) => replyFlussoCon(presentFlusso, dettaglio, accept);
