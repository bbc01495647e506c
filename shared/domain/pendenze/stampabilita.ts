/** Which debts have a printed notice, and in which order those of one document are printed (reference 3.11, 3.12). */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { giornoDi, giornoItaliano, isTrascorso } from "../valori/date.ts";
import { isDiSoliBolli } from "./nuova-pendenza.ts";
import type { Documento, Pendenza } from "./pendenza.ts";

export type CodiceStampa = "NON_TROVATO" | "PAG_006" | "PAG_007";

const STATI_NON_PAGABILI: Readonly<Record<Exclude<Pendenza["stato"], "NON_ESEGUITA">, string>> = {
  ESEGUITA: "già pagata",
  INCASSATA: "già pagata",
  ESEGUITA_PARZIALE: "già pagata in parte",
  ANNULLATA: "annullata",
  ANOMALA: "pagata con anomalie",
};

/** A sheet that invites to pay what nobody can pay any more is worse than no sheet. `oggi`: day in Europe/Rome. */
export const checkStampabile = (pendenza: Pendenza, oggi: string): Esito<void, Rifiuto<CodiceStampa>> => {
  const { numeroAvviso, stato, dataScadenza, dataPagamento } = pendenza;
  const avviso = `avviso ${numeroAvviso} non stampabile: la pendenza`;
  if (isDiSoliBolli(pendenza)) return rifiuto("NON_TROVATO", `${avviso} è di soli bolli e non ha un avviso stampato`);
  if (stato !== "NON_ESEGUITA") {
    const quando = dataPagamento === undefined || stato === "ANNULLATA" ? "" : ` il ${giornoItaliano(giornoDi(dataPagamento))}`;
    return rifiuto("PAG_006", `${avviso} è ${STATI_NON_PAGABILI[stato]}${quando}`);
  }
  if (dataScadenza !== undefined && isTrascorso(dataScadenza, oggi)) {
    return rifiuto("PAG_007", `${avviso} è scaduta il ${giornoItaliano(dataScadenza)}`);
  }
  if (pendenza.importo < 1n) return rifiuto("PAG_006", `${avviso} non ha un importo da pagare`);
  return ok(undefined);
};

const ORDINE_SOGLIE = ["SCONTATO", "RIDOTTO", "ENTRO", "OLTRE"] as const;

/** Group, then position in the group: single solution, instalments by number, thresholds from the nearest. */
const postoDi = (documento: Documento | undefined): readonly [number, number] => {
  if (documento?.rata !== undefined) return [1, documento.rata];
  if (documento?.soglia === undefined) return [0, 0];
  const { tipo, giorni = 0 } = documento.soglia;
  return [2 + ORDINE_SOGLIE.indexOf(tipo), giorni];
};

/** The debts of a document in the order of its notices; equal ones by notice number. */
export const sortPerStampa = (pendenze: readonly Pendenza[]): readonly Pendenza[] =>
  pendenze.toSorted((a, b) => {
    const [gruppoA, ordineA] = postoDi(a.documento);
    const [gruppoB, ordineB] = postoDi(b.documento);
    return gruppoA - gruppoB || ordineA - ordineB || (a.numeroAvviso < b.numeroAvviso ? -1 : 1);
  });
