/**
 * How an operator settles an anomalous debt: GovPay has no way but to change its database (reference 3.1, 8.4). Each choice is a transition of the state
 * table, says why, and leaves a segnalazione beside those that explain the anomaly.
 */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import type { Pendenza, Voce } from "./pendenza.ts";
import { statiPendenza } from "./stati-pendenza.ts";

export const RISOLUZIONI_ANOMALIA = ["PAGATA", "RIMBORSATA", "RIAPERTA"] as const;

export interface RisoluzioneAnomalia {
  readonly risoluzione: (typeof RISOLUZIONI_ANOMALIA)[number];
  readonly motivazione: string;
  /** Cents given back; only with RIMBORSATA. */
  readonly importoRimborsato?: bigint;
  /** Document of the refund or of the decision. */
  readonly riferimento?: string;
}

export type CodiceAnomalia = "VER_003" | "NON_PROCESSABILE";
type Risolta = Esito<Pendenza, Rifiuto<CodiceAnomalia>>;

const EVENTI = { PAGATA: "accettaAnomalia", RIMBORSATA: "rimborsaAnomalia", RIAPERTA: "riapri" } as const;
export const eventoDi = ({ risoluzione }: RisoluzioneAnomalia): (typeof EVENTI)[keyof typeof EVENTI] => EVENTI[risoluzione];

const conStato = (voci: readonly Voce[], stato: Voce["stato"]): readonly Voce[] => voci.map((voce) => ({ ...voce, stato }));

/** A debt accepted as paid, all of whose money is already in the bank, is collected as well. */
const statoDiPagata = (pendenza: Pendenza, stato: Pendenza["stato"]): Pendenza["stato"] => {
  if (!pendenza.voci.every(({ incassata }) => incassata)) return stato;
  const incassata = statiPendenza.next(stato, "incassa");
  return incassata.ok ? incassata.valore : stato;
};

const rimborsa = (pendenza: Pendenza, rimborsato: bigint): Risolta => {
  const { importoPagato } = pendenza;
  if (rimborsato < 1n) return rifiuto("NON_PROCESSABILE", "importoRimborsato: obbligatorio e maggiore di zero con RIMBORSATA");
  if (rimborsato >= importoPagato) {
    const limite = `importoRimborsato: ${formatImportoItaliano(rimborsato)} non è minore del pagato ${formatImportoItaliano(importoPagato)}`;
    return rifiuto("NON_PROCESSABILE", `${limite}; se è stato restituito tutto, la risoluzione è RIAPERTA`);
  }
  return ok({ ...pendenza, voci: conStato(pendenza.voci, "Eseguito"), importoPagato: importoPagato - rimborsato });
};

const riapri = (pendenza: Pendenza): Risolta => {
  if (pendenza.importoIncassato > 0n || pendenza.voci.some(({ incassata }) => incassata))
    return rifiuto("NON_PROCESSABILE", "risoluzione: il pagamento è già riconciliato con la tesoreria, la pendenza non si riapre");
  // What was paid elsewhere is said again by who knows it: the debt is to be paid, and nothing else.
  const { dataPagamento: _, pagataAltrove: _altrove, ...resto } = pendenza;
  const voci = resto.voci.map(({ senzaRpt: _senza, ...voce }): Voce => ({ ...voce, stato: "Non eseguito" }));
  return ok({ ...resto, voci, importoPagato: 0n });
};

const TESTI = {
  PAGATA: "accettata come pagata",
  RIMBORSATA: "annotato il rimborso",
  RIAPERTA: "riaperta al pagamento",
} as const;

const applyScelta = (pendenza: Pendenza, { risoluzione, importoRimborsato }: RisoluzioneAnomalia): Risolta => {
  switch (risoluzione) {
    case "PAGATA":
      return ok({ ...pendenza, voci: conStato(pendenza.voci, "Eseguito") });
    case "RIMBORSATA":
      return rimborsa(pendenza, importoRimborsato ?? 0n);
    case "RIAPERTA":
      return riapri(pendenza);
  }
};

/** The debt once settled. Refused in any other state (VER_003), and when amounts do not allow that choice. `adesso` is an instant. */
export const resolveAnomalia = (pendenza: Pendenza, richiesta: RisoluzioneAnomalia, adesso: string): Risolta => {
  const stato = statiPendenza.next(pendenza.stato, eventoDi(richiesta));
  if (!stato.ok) return rifiuto("VER_003", `la pendenza è nello stato ${pendenza.stato}: si risolve solo quando è ANOMALA`);
  const scelta = applyScelta(pendenza, richiesta);
  if (!scelta.ok) return scelta;
  const { risoluzione, motivazione, importoRimborsato, riferimento } = richiesta;
  const quanto =
    risoluzione === "RIMBORSATA" && importoRimborsato !== undefined ? ` di ${formatImportoItaliano(importoRimborsato)} euro` : "";
  const descrizione = `Anomalia risolta: ${TESTI[risoluzione]}${quanto}`;
  const dettaglio = riferimento === undefined ? motivazione : `${motivazione} (${riferimento})`;
  return ok({
    ...scelta.valore,
    stato: risoluzione === "RIAPERTA" ? stato.valore : statoDiPagata(scelta.valore, stato.valore),
    descrizioneStato: `${descrizione}. ${dettaglio}`,
    segnalazioni: [...pendenza.segnalazioni, { data: adesso, codice: "ANOMALIA_RISOLTA", descrizione, dettaglio }],
    dataUltimoAggiornamento: adesso,
  });
};
