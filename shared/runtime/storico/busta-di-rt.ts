/**
 * A bare RT, as people keep it, in the envelope in which the Node would have delivered it: so that it is read, checked and registered as any other. Creditor,
 * payment code and context are its own; the station is the one that it names, or that of the creditor today.
 */
import { NS_PAGAMENTI, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import { presentBustaRt } from "../../presenters/storico/busta-rt.ts";
import { readRt } from "./read-rt.ts";

/** Inside a message of the Node an RT is base64: its namespace is written only where it stands alone. */
export const isRtSola = (testo: string): boolean => testo.includes(NS_PAGAMENTI) && !testo.includes(NS_SOAP);

type CodiceRtSola = "PAA_SINTASSI_XSD" | "PAA_ID_DOMINIO_ERRATO" | "PAA_STAZIONE_INT_ERRATA";

/** @param contenuto the bytes of `testo`, as they came. */
export const bustaDiRt = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore" | "getStazione">,
  testo: string,
  contenuto: Uint8Array,
): Promise<Esito<string, Rifiuto<CodiceRtSola>>> => {
  const rt = readRt(testo);
  if (!rt.ok) return rifiuto("PAA_SINTASSI_XSD", rt.errore);
  const { dominio, datiPagamento } = rt.valore;
  const { identificativoDominio } = dominio;
  const creditore = await anagrafiche.getCreditore(identificativoDominio);
  if (!creditore) return rifiuto("PAA_ID_DOMINIO_ERRATO", `identificativoDominio: il dominio ${identificativoDominio} non è registrato`);
  const idStazione = dominio.identificativoStazioneRichiedente ?? creditore.dominio.stazione;
  const stazione = idStazione === undefined ? undefined : await anagrafiche.getStazione(idStazione);
  if (!stazione)
    return rifiuto("PAA_STAZIONE_INT_ERRATA", `identificativoStazioneRichiedente: la stazione ${idStazione ?? ""} non è registrata`);
  const intestazione = {
    identificativoIntermediarioPA: stazione.idIntermediario,
    identificativoStazioneIntermediarioPA: stazione.idStazione,
    identificativoDominio,
    identificativoUnivocoVersamento: datiPagamento.identificativoUnivocoVersamento,
    codiceContestoPagamento: datiPagamento.CodiceContestoPagamento,
  };
  return ok(presentBustaRt(intestazione, Buffer.from(contenuto).toString("base64")));
};
