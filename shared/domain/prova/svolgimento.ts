/**
 * How a payment in prova goes, outcome by outcome: what an installation can play by itself, without pagoPA. What needs the other parties (flows, the treasurer, a
 * recovery) belongs to the sandbox.
 */
import { type DatiProva, type EsitoProva, findEsitoProva } from "./valori-magici.ts";

export interface Svolgimento {
  /** The notice is activated, as a PSP would. */
  readonly attiva: boolean;
  /** Absent = none arrives. */
  readonly ricevuta?: {
    readonly esito: "OK" | "KO";
    readonly volte: 1 | 2;
    /** With less money in it than was due. */
    readonly diversa?: true;
    readonly tardi?: true;
    /** Paid elsewhere: it does not name this payment. */
    readonly altrove?: true;
  };
  /** With which the browser goes back to the portal; absent = it does not. */
  readonly ritorno?: "ok" | "errore" | "annullato";
}

const UNA = { esito: "OK", volte: 1 } as const;

export const SVOLGIMENTI = {
  PAGATO: { attiva: true, ricevuta: UNA, ritorno: "ok" },
  RIFIUTATO: { attiva: true, ritorno: "errore" },
  IN_CORSO: { attiva: true, ritorno: "errore" },
  IMPORTO_CAMBIATO: { attiva: true, ricevuta: UNA, ritorno: "ok" },
  ANNULLATO: { attiva: false, ritorno: "annullato" },
  ABBANDONATO: { attiva: true },
  MAI_TORNATO: { attiva: true, ricevuta: UNA },
  PAGATO_ALTROVE: { attiva: true, ricevuta: { ...UNA, altrove: true }, ritorno: "errore" },
  RICEVUTA_TARDI: { attiva: true, ricevuta: { ...UNA, tardi: true }, ritorno: "ok" },
  RICEVUTA_DOPPIA: { attiva: true, ricevuta: { esito: "OK", volte: 2 }, ritorno: "ok" },
  RICEVUTA_DIVERSA: { attiva: true, ricevuta: { ...UNA, diversa: true }, ritorno: "ok" },
  RICEVUTA_KO: { attiva: true, ricevuta: { esito: "KO", volte: 1 }, ritorno: "errore" },
} as const satisfies Partial<Record<EsitoProva, Svolgimento>>;

export type EsitoPagina = keyof typeof SVOLGIMENTI;

const isEsitoPagina = (esito: EsitoProva | undefined): esito is EsitoPagina => esito !== undefined && esito in SVOLGIMENTI;

export const ESITI_PAGINA: readonly EsitoPagina[] = Object.keys(SVOLGIMENTI).filter((esito): esito is EsitoPagina => esito in SVOLGIMENTI);

/** What the debts of a payment ask for with their amount or debtor: that of the first which asks for something. */
export const findPrevisto = (debiti: readonly DatiProva[]): EsitoPagina | undefined => {
  for (const debito of debiti) {
    const esito = findEsitoProva(debito, ["pagamento", "checkout", "ricevuta"]);
    if (isEsitoPagina(esito)) return esito;
  }
  return undefined;
};
