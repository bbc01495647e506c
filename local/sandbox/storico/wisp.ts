/** The page of WISP: a person pays all the RPT of its session, or leaves. Whatever happens, the browser goes back to the creditor's web connector. */
import type { EsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { PSP, type Psp } from "../psp/psp.ts";
import type { CodiceEsito, RptAlNodo } from "./modello.ts";
import type { NodoStorico } from "./nodo-storico.ts";
import { esitoDi } from "./prova.ts";

export const AZIONI_WISP = ["paga", "annulla", "rifiuta", "chiudi", "scade"] as const;
export type AzioneWisp = (typeof AZIONI_WISP)[number];

export interface SceltaWisp {
  readonly psp?: Psp | undefined;
  /** Outcome of the RT, when it is not that of the action. */
  readonly esito?: CodiceEsito | undefined;
  readonly smarrita: boolean;
}

interface EsitoWisp {
  /** Where the browser goes. */
  readonly ritorno: string;
  readonly rpt: readonly RptAlNodo[];
  readonly scambi: readonly Scambio[];
}

const ESITO: Readonly<Record<AzioneWisp, CodiceEsito | undefined>> = {
  paga: "0",
  annulla: "1",
  rifiuta: "1",
  chiudi: undefined,
  scade: undefined,
};
const RITORNO: Readonly<Record<AzioneWisp, string>> = {
  paga: "OK",
  annulla: "CANCEL",
  rifiuta: "ERROR",
  chiudi: "DIFFERITO",
  scade: "ERROR",
};

/** Where a magic value makes "paga" something else. */
const AZIONE_DI_PROVA: Readonly<Partial<Record<EsitoProva, AzioneWisp>>> = {
  ...{ RIFIUTATO: "rifiuta", RICEVUTA_KO: "rifiuta" },
  ...{ ANNULLATO: "annulla", ABBANDONATO: "chiudi" },
};

export const isInAttesa = ({ stato }: RptAlNodo): boolean => stato === "RPT_PARCHEGGIATA_NODO";

/** Undefined when the session does not exist or was already used. */
export const createWisp =
  (contesto: Contesto, nodo: NodoStorico) =>
  async (idSessione: string, premuta: AzioneWisp, chiesta: SceltaWisp): Promise<EsitoWisp | undefined> => {
    const aperte = nodo.sessione(idSessione).filter(isInAttesa);
    const [prima] = aperte;
    if (prima === undefined) return undefined;
    const prova = premuta === "paga" && chiesta.esito === undefined ? esitoDi(aperte) : undefined;
    const azione = AZIONE_DI_PROVA[prova ?? "PAGATO"] ?? premuta;
    const scelta = { ...chiesta, smarrita: chiesta.smarrita || prova === "RICEVUTA_SMARRITA" };
    const scambi: Scambio[] = [];
    const esito = azione === "chiudi" ? undefined : (scelta.esito ?? ESITO[azione]);
    // Claimed at once: a second click finds nothing to pay.
    const prese =
      azione === "chiudi" ? aperte : aperte.map((rpt) => nodo.move(rpt, azione === "scade" ? "RPT_DECORSI_TERMINI" : "RPT_ACCETTATA_PSP"));
    const rpt: RptAlNodo[] = [];
    for (const una of prese)
      rpt.push(esito === undefined ? una : (await nodo.conclude(una, scelta.psp ?? PSP[1], esito, scelta.smarrita, scambi)).rpt);
    if (prova === "RICEVUTA_DOPPIA") for (const una of rpt) await nodo.resend(una, scambi);
    const parametri = new URLSearchParams({ idDominio: prima.idDominio, idSession: idSessione, esito: RITORNO[azione] });
    return { ritorno: `${contesto.macchina.baseUrl}/pagamento/psp?${parametri.toString()}`, rpt, scambi };
  };
