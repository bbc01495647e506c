/** A PSP of the legacy family: it asks, activates, waits for the RPT that the creditor must send by itself, is paid and writes the RT. */
import { randomUUID } from "node:crypto";
import { attendi } from "../comune/guasti.ts";
import { parseImporto } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { STAZIONE_STORICA } from "../credenziali.ts";
import { PSP, type Psp } from "../psp/psp.ts";
import { bustaAttiva, bustaVerifica, type Destinatario, type EsitoChiamata, sendStorica } from "./client.ts";
import type { ChiaveRpt, CodiceEsito, RptAlNodo } from "./modello.ts";
import type { NodoStorico } from "./nodo-storico.ts";
import { esitoDi, isNonEseguito } from "./prova.ts";

export interface Operazione {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly idStazione?: string | undefined;
  readonly psp?: Psp | undefined;
  /** Euro cents; absent = what the verification said. */
  readonly importo?: bigint | undefined;
  readonly esito: CodiceEsito;
  readonly smarrita: boolean;
  readonly soloAttivazione: boolean;
}

export interface EsitoSportello {
  readonly esito: "OK" | "KO" | "RPT_NON_RICEVUTA";
  readonly ccp: string;
  readonly fault?: string;
  readonly rpt?: RptAlNodo;
  readonly scambi: readonly Scambio[];
}

/** How long a person waits at the counter for the creditor's RPT, in real time. */
const ATTESA_RPT_MS = 20_000;
const PASSO_MS = 100;

const faultDi = (esito: EsitoChiamata): string | undefined =>
  esito.tipo === "OK" ? undefined : esito.tipo === "KO" ? esito.faultCode : "PPT_STAZIONE_INT_PA_ERRORE_RESPONSE";

export const createSportelloStorico = (contesto: Contesto, nodo: NodoStorico) => {
  const waitRpt = async (chiave: ChiaveRpt): Promise<RptAlNodo | undefined> => {
    for (let attesa = 0; attesa < ATTESA_RPT_MS; attesa += PASSO_MS) {
      const rpt = nodo.get(chiave);
      if (rpt !== undefined) return rpt;
      await attendi(PASSO_MS);
    }
    return undefined;
  };

  return async (operazione: Operazione): Promise<EsitoSportello> => {
    const { idDominio, numeroAvviso, psp = PSP[0], esito, smarrita, soloAttivazione } = operazione;
    const scambi: Scambio[] = [];
    const ccp = randomUUID().replaceAll("-", "");
    const idStazione = operazione.idStazione ?? STAZIONE_STORICA.idStazione;
    const d: Destinatario = { idDominio, iuv: numeroAvviso.slice(1), ccp, idStazione, idIntermediario: idStazione.split("_")[0] ?? "" };
    const refuse = (fault: string): EsitoSportello => ({ esito: "KO", ccp, fault, scambi });

    const verificata = await sendStorica(contesto, "paaVerificaRPT", bustaVerifica(d, psp), scambi);
    const ostacolo = faultDi(verificata);
    if (ostacolo !== undefined) return refuse(ostacolo);
    const richiesto = verificata.tipo === "OK" ? parseImporto(verificata.importo ?? "") : undefined;
    const attivata = await sendStorica(contesto, "paaAttivaRPT", bustaAttiva(d, psp, operazione.importo ?? richiesto ?? 1n), scambi);
    const rifiuto = faultDi(attivata);
    if (rifiuto !== undefined) return refuse(rifiuto);
    const rpt = await waitRpt(d);
    if (rpt === undefined) return { esito: "RPT_NON_RICEVUTA", ccp, scambi };
    if (soloAttivazione) return { esito: "OK", ccp, rpt, scambi };
    const prova = esito === "0" ? esitoDi([rpt]) : undefined;
    const conclusa = await nodo.conclude(rpt, psp, isNonEseguito(prova) ? "1" : esito, smarrita || prova === "RICEVUTA_SMARRITA", scambi);
    if (prova === "RICEVUTA_DOPPIA") await nodo.resend(conclusa.rpt, scambi);
    return { esito: "OK", ccp, rpt: conclusa.rpt, scambi };
  };
};
