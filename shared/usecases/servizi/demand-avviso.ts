/**
 * paDemandPaymentNotice: a citizen asks a PSP for a service of the catalogue and gets a notice to pay. The creditor's mapping turns the request into the body of
 * a PUT, which is loaded by the same rules as any other; then the notice is verified as a PSP would, so that nothing is answered that could not be paid.
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import type { CodiceFaultPa, EsitoNodo, RichiestaSpontanea } from "../../domain/pagamenti/messaggi-nodo.ts";
import { toChiamante } from "../../domain/pendenze/attualizzazione.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { findServizio, mapRichiesta } from "../../domain/servizi/mappatura.ts";
import type { DatiServizio, SchemaServizio } from "../../domain/servizi/servizio.ts";
import { giornoDi, isTrascorso } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { verifyAvviso } from "../pagamenti/verify-avviso.ts";
import type { savePendenza } from "../pendenze/save-pendenza.ts";
import { findNomeLibero } from "./find-nome-libero.ts";

/** A request read against the schema of its service. */
export interface DatiLetti {
  readonly dati: DatiServizio;
  /** Name derived from creditor, service and data: the same request has the same. */
  readonly nome: string;
}

export interface PorteSpontaneo {
  readonly posizioni: Pick<Posizioni, "readPendenzaById">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly save: ReturnType<typeof savePendenza>;
  readonly verify: ReturnType<typeof verifyAvviso>;
  readDati(richiesta: RichiestaSpontanea, schema: SchemaServizio): Esito<DatiLetti>;
  readPendenza(corpo: unknown): Esito<NuovaPendenza>;
}

export interface EsitoSpontaneo {
  readonly esito: EsitoNodo<"paDemandPaymentNotice">;
  readonly pendenza?: Pendenza;
}

type Rifiuto = { readonly faultCode: CodiceFaultPa; readonly description: string };
const refuse = (description: string, faultCode: CodiceFaultPa = "PAA_SEMANTICA"): Esito<never, Rifiuto> => ko({ faultCode, description });

/** Ours, not of the request: whoever asks again may be luckier. */
const TRANSITORI: readonly string[] = ["CONFLITTO", "VER_003"];
const TENTATIVI = 3;
/** The debt was paid or annulled after it was loaded: another is made. */
const CHIUSE: readonly string[] = ["PAA_PAGAMENTO_DUPLICATO", "PAA_PAGAMENTO_ANNULLATO", "PAA_PAGAMENTO_SCADUTO"];

export type DemandAvviso = (richiesta: RichiestaSpontanea, creditore: Creditore, transactionId: string) => Promise<EsitoSpontaneo>;

export const demandAvviso = (porte: PorteSpontaneo): DemandAvviso => {
  const { posizioni, anagrafiche, clock, ids, save, verify } = porte;

  /** The debt of the request: written now, or already there. */
  const load = async (richiesta: RichiestaSpontanea, creditore: Creditore, transactionId: string): Promise<Esito<Pendenza, Rifiuto>> => {
    const { idDominio } = creditore.dominio;
    const { idServizio, idSoggettoServizio } = richiesta;
    const inizio = clock.now();
    const oggi = giornoDi(inizio);
    const trovato = findServizio(creditore.tipiPendenza, idServizio, idSoggettoServizio, oggi);
    if (!trovato)
      return refuse(`idServizio ${idServizio}, idSoggettoServizio ${idSoggettoServizio}: servizio non erogato dal dominio ${idDominio}`);
    const { idA2A, schema } = trovato.servizio;
    const letti = porte.readDati(richiesta, schema);
    if (!letti.ok) return refuse(`datiSpecificiServizioRequest: ${letti.errore}`, "PAA_SINTASSI_XSD");
    const debito = mapRichiesta(trovato, letti.valore.dati, idDominio, oggi);
    if (!debito.ok) return refuse(debito.errore);
    const nuova = porte.readPendenza({ ...debito.valore.corpo, idDominio, idTipoPendenza: trovato.idTipoPendenza });
    if (!nuova.ok) return refuse(nuova.errore);
    // The protocol's amounts start from one cent: nobody could pay it.
    if (nuova.valore.importo < 1n) return refuse("importo: la richiesta dà una pendenza senza importo da pagare");
    const applicazione = await anagrafiche.getApplicazione(idA2A);
    if (!applicazione?.abilitato) return refuse(`l'applicazione ${idA2A} del servizio non è abilitata`);
    const isAperta = ({ stato, dataScadenza }: Pendenza): boolean =>
      stato === "NON_ESEGUITA" && !(dataScadenza !== undefined && isTrascorso(dataScadenza, oggi));
    const evento = (campi: CampiEvento = {}): Evento => ({
      ...{ id: ids.next(), componente: "API_PAGOPA", categoriaEvento: "INTERNO", ruolo: "SERVER", tipoEvento: "addPendenza" },
      ...{ esito: "OK", severita: 0, dataEvento: inizio, durataMillisecondi: 0, transactionId, principal: applicazione.principal },
      ...campi,
    });
    const base = debito.valore.idPendenza ?? letti.valore.nome;
    for (let tentativo = 1; ; tentativo++) {
      const idPendenza = await findNomeLibero(base, (nome) => posizioni.readPendenzaById(idA2A, nome), isAperta);
      const salvata = await save({
        ...{ idA2A, idPendenza, nuova: nuova.valore, tipo: "spontaneo", chiamante: toChiamante(applicazione) },
        traccia: { transactionId, inizio, evento, omit: () => {} },
      });
      if (salvata.ok) return ok(salvata.valore.pendenza);
      const { codice, dettaglio = "" } = salvata.errore;
      // Paid, or loaded by another request, in the meantime: the search for its name is done again.
      if (!TRANSITORI.includes(codice)) return refuse(`${codice} ${dettaglio}`.trim());
      if (tentativo === TENTATIVI) throw new Error(`pendenza spontanea ${idPendenza} contesa: ${codice} ${dettaglio}`);
    }
  };

  return async (richiesta, creditore, transactionId) => {
    const { idDominio: id } = creditore.dominio;
    for (let tentativo = 1; ; tentativo++) {
      const caricata = await load(richiesta, creditore, transactionId);
      if (!caricata.ok) return { esito: ko({ id, ...caricata.errore }) };
      const pendenza = caricata.valore;
      const qrCode = { fiscalCode: id, noticeNumber: pendenza.numeroAvviso };
      const { esito } = await verify({ ...richiesta, qrCode }, creditore, transactionId);
      if (esito.ok) return { esito: ok({ ...esito.valore, qrCode }), pendenza };
      if (!CHIUSE.includes(esito.errore.faultCode) || tentativo === TENTATIVI) return { esito, pendenza };
    }
  };
};
