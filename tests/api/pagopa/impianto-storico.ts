/** The address of legacy stations and the consumer of receipts over the memory store: the test station speaks version 1. */
import "./variabili.ts";
import { paaAttivaRPT, paaInviaRT, paaVerificaRPT } from "../../../shared/contracts/pagopa/primitive-storiche.ts";
import { ko, ok } from "../../../shared/domain/esito.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { rptFromJson } from "../../../shared/domain/storico/rpt.ts";
import { soapOperation } from "../../../shared/runtime/soap-operation.ts";
import { servizioStorico } from "../../../shared/runtime/storico/servizio.ts";
import { acceptRicevuta } from "../../../shared/usecases/pagamenti/accept-ricevuta.ts";
import { riferimentiDi } from "../../../shared/usecases/pagamenti/activate-pagamento.ts";
import { acceptRt } from "../../../shared/usecases/pagamenti/storico/accept-rt.ts";
import { activateRpt } from "../../../shared/usecases/pagamenti/storico/activate-rpt.ts";
import { checkIntestazione } from "../../../shared/usecases/pagamenti/storico/check-intestazione.ts";
import { verifyRpt } from "../../../shared/usecases/pagamenti/storico/verify-rpt.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { type RtDiProva, righeDi } from "../../sostegno/storico.ts";
import { IUV, pendenza } from "./debito.ts";
import { contesto, createImpianto, eventoNodo } from "./impianto.ts";
import { attivaRpt, bustaStorica, CCP, consegnaRt, type IntestazioneDiProva, intestazione } from "./messaggi-storici.ts";

export interface RispostaStorica {
  readonly status: number;
  readonly xml: string;
  readonly esito: string | undefined;
  readonly faultCode: string | undefined;
  readonly description: string | undefined;
}

const estratto = (xml: string, nome: string): string | undefined => new RegExp(`<${nome}>([^<]*)</${nome}>`).exec(xml)?.[1];
export const chiave = { idDominio: COMUNE, iuv: IUV };

/** The three primitives, as their entries wire them. */
function serviziStorici({ impianto, letture }: { impianto: Awaited<ReturnType<typeof createImpianto>>; letture: unknown[] }) {
  const { posizioni, anagrafiche, clock, ids, unitOfWork, attualizza, documenti, coda } = impianto;
  const porte = { posizioni, anagrafiche, clock, ids, unitOfWork, attualizza };
  const intestazioni = checkIntestazione({ anagrafiche });
  const verify = verifyRpt(porte);
  const activate = activateRpt(porte);
  const accept = acceptRt({
    posizioni,
    accept: acceptRicevuta({ coda, documenti, ids }),
    onLetturaFallita: (errore) => letture.push(errore),
  });
  const riferimento = (p: Pendenza | undefined) => p && { idA2A: p.idA2A, idPendenza: p.idPendenza };
  return [
    servizioStorico(paaVerificaRPT, intestazioni, async ({ intestazione: testata, creditore, scambio: { transactionId } }) => {
      const { esito, pendenza: p } = await verify({ intestazione: testata, creditore, transactionId });
      return { esito, riferimento: riferimento(p), registrato: false };
    }),
    servizioStorico(paaAttivaRPT, intestazioni, async ({ intestazione: testata, corpo, creditore, scambio, evento }) => {
      const richiesta = { intestazione: testata, corpo, creditore, transactionId: scambio.transactionId };
      const { esito, pendenza: p } = await activate(richiesta, (dati, tentativo) => evento(dati, riferimentiDi(tentativo)));
      return { esito, riferimento: riferimento(p), registrato: esito.ok };
    }),
    servizioStorico(paaInviaRT, intestazioni, async ({ intestazione: testata, corpo: { rt }, scambio }) => {
      const { principal, busta, codifica, ricevutaAlle } = scambio;
      const consegna = { intestazione: testata, rt, principal, busta, codifica, ricevutaAlle, durataMillisecondi: scambio.durata() };
      const { fault, inCoda } = await accept(consegna);
      return { esito: fault ? ko(fault) : ok(undefined), registrato: inCoda };
    }),
  ];
}

export async function createImpiantoStorico() {
  const impianto = await createImpianto();
  const letture: unknown[] = [];
  const stazione = await impianto.anagrafiche.getStazione(STAZIONE);
  if (!stazione) throw new Error("manca la stazione di prova");
  await impianto.write({ azione: "sostituisci", entita: "stazione", valore: { ...stazione, versioneStazione: "V1" } });
  // The cache of the instance still holds the old version.
  impianto.clock.advance(3_600_000);
  const handler = soapOperation(impianto.endpoint, [...serviziStorici({ impianto, letture }), ...impianto.servizi]);
  const call = async (busta: string): Promise<RispostaStorica> => {
    const { statusCode = 0, body = "" } = await handler(eventoNodo(busta), contesto);
    return {
      status: statusCode,
      xml: body,
      esito: estratto(body, "esito"),
      faultCode: estratto(body, "faultCode"),
      description: estratto(body, "description"),
    };
  };
  const posizione = () => impianto.posizioni.getPosizione(chiave);
  return {
    ...impianto,
    letture,
    call,
    posizione,
    load: (altro: Parameters<typeof pendenza>[0] = {}) => impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) }),
    activate: (altro: IntestazioneDiProva = {}, importo?: string) => call(bustaStorica(attivaRpt(importo), intestazione(altro))),
    deliver: (rt: RtDiProva = {}, altro: IntestazioneDiProva = {}) => call(consegnaRt(rt, altro)),
    /** Rows and reference of the RT that answers an attempt, all paid unless `pagate` says otherwise. */
    risposta: async (ccp = CCP, pagate?: (indice: number) => boolean): Promise<RtDiProva> => {
      const tentativo = (await posizione()).tentativi.find((t) => t.ccp === ccp);
      if (!tentativo) throw new Error(`manca il tentativo ${ccp}`);
      const rpt = rptFromJson(tentativo.rpt);
      return { ccp, riferimento: rpt.identificativoMessaggioRichiesta, righe: righeDi(rpt, pagate) };
    },
    setStazione: async (modifica: object): Promise<void> => {
      const attuale = await impianto.anagrafiche.getStazione(STAZIONE);
      if (attuale) await impianto.write({ azione: "sostituisci", entita: "stazione", valore: { ...attuale, ...modifica } });
      impianto.clock.advance(3_600_000);
    },
    intermediario: INTERMEDIARIO,
  };
}

export type ImpiantoStorico = Awaited<ReturnType<typeof createImpiantoStorico>>;
