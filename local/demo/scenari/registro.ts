/**
 * The stories that `npm run demo -- --scenario <nome>` can tell. One file per scenario in this folder, loaded only when it is asked for; what
 * a scenario is, how it is added and what it may use is in `local/demo/README.md`.
 */
import type { Racconto } from "../racconto.ts";

export interface Scenario {
  /** One line for the list of `--help`. */
  readonly descrizione: string;
  /** It starts a machine of its own besides the one it is told on: too much for the journey that tells all the others. */
  readonly altraMacchina?: true;
  readonly load: () => Promise<{ readonly run: Racconto }>;
}

export const SCENARI: ReadonlyMap<string, Scenario> = new Map<string, Scenario>([
  [
    "stand-in",
    {
      descrizione: "la stazione si ferma, la piattaforma incassa al suo posto, le ricevute arrivano al rientro",
      load: () => import("./stand-in.ts"),
    },
  ],
  [
    "legacy",
    {
      descrizione: "la famiglia storica: RPT e RT su WISP e allo sportello, una RT recuperata, flussi da FdR-1",
      load: () => import("./legacy.ts"),
    },
  ],
  [
    "multibeneficiario",
    {
      descrizione: "un avviso con voci di due enti: ognuno ha la sua ricevuta e la sua cassa",
      load: () => import("./multibeneficiario.ts"),
    },
  ],
  [
    "bollo",
    {
      descrizione: "la marca da bollo digitale: chiesta, acquistata, verificata, conservata, mai riversata; e una contraffatta",
      load: () => import("./bollo.ts"),
    },
  ],
  [
    "smarrite",
    {
      descrizione: "ricevute che il Nodo non consegna: rilevate dai flussi, recuperate da pagoPA, caricate a mano, riconciliate",
      load: () => import("./smarrite.ts"),
    },
  ],
  [
    "gpd",
    {
      descrizione: "gli archivi di pagoPA (ACA e GPD) seguono le pendenze: rettifiche, annullamenti, stand-in, guasti, confronto notturno",
      load: () => import("./gpd.ts"),
    },
  ],
  [
    "installazione",
    {
      descrizione: "200 enti configurati con le API, esportati in un documento, importati in un'installazione vuota: nessuna differenza",
      altraMacchina: true,
      load: () => import("./installazione.ts"),
    },
  ],
  [
    "mese",
    {
      descrizione: "un mese di tesoreria: giornali OPI, camt, Poste e CSV, abbinamenti, proposte, anomalie, un doppio pagamento, reversali",
      load: () => import("./mese.ts"),
    },
  ],
  ["rate", { descrizione: "un documento in tre rate e in soluzione unica: un avviso per ciascuna", load: () => import("./rate.ts") }],
]);
