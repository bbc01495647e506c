/** Treasury movements for operators: the reconciliations under the names that this API has always had, and back from its body. */
import type * as z from "zod";
import type { NuovoIncasso, STATI_INCASSO } from "../../contracts/backoffice/incassi.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { type Nomi, presentDominio, presentSegnalazioni } from "../riconciliazione/comune.ts";
import type { RiconciliazioneConRiscossioni } from "../riconciliazione/riconciliazione.ts";
import { presentRiscossione } from "./riscossione.ts";

type StatoIncasso = (typeof STATI_INCASSO)[number];
const STATI = {
  IN_ELABORAZIONE: "IN_ELABORAZIONE",
  ACQUISITA: "ACQUISITO",
  ERRORE: "ERRORE",
  IN_ANNULLAMENTO: "IN_ANNULLAMENTO",
  ANNULLATA: "ANNULLATO",
} as const satisfies Readonly<Record<Riconciliazione["stato"], StatoIncasso>>;
const STATI_INTERNI = {
  IN_ELABORAZIONE: "IN_ELABORAZIONE",
  ACQUISITO: "ACQUISITA",
  ERRORE: "ERRORE",
  IN_ANNULLAMENTO: "IN_ANNULLAMENTO",
  ANNULLATO: "ANNULLATA",
} as const satisfies Readonly<Record<StatoIncasso, Riconciliazione["stato"]>>;

/** Stored state of a name of the API. */
export const toStatoRiconciliazione = (esposto: StatoIncasso) => STATI_INTERNI[esposto];

export const presentIncassoIndex = (nomi: Nomi) => (riconciliazione: Riconciliazione) => {
  const { id, idDominio, descrizioneStato, dataValuta, dataContabile, contoAccredito, sct, causale, iuv, idFlusso } = riconciliazione;
  return definiti({
    idIncasso: id,
    dominio: presentDominio(idDominio, nomi),
    stato: STATI[riconciliazione.stato],
    descrizioneStato,
    importo: toNumeroJson(riconciliazione.importo),
    data: toIsoRoma(riconciliazione.data),
    dataValuta,
    dataContabile,
    ibanAccredito: contoAccredito,
    // A movement registered without the name of its transfer has that of the movement in its place.
    sct: sct === id ? undefined : sct,
    trn: idFlusso ?? iuv,
    causale,
    iuv,
    idFlusso,
  });
};

export const presentIncasso = (dettaglio: RiconciliazioneConRiscossioni) => {
  const { riconciliazione, riscossioni, creditori } = dettaglio;
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return {
    ...presentIncassoIndex(nomi)(riconciliazione),
    segnalazioni: presentSegnalazioni(riconciliazione.segnalazioni),
    riscossioni: riscossioni.map(presentRiscossione(dettaglio)),
  };
};

/** The movement of a request; the error names the amount that is not one. */
export const toIncasso = (idDominio: string, { importo, ibanAccredito, ...resto }: z.output<typeof NuovoIncasso>) => {
  const centesimi = fromNumeroJson(importo);
  if (!centesimi.ok) return centesimi;
  return ok({
    ...resto,
    idDominio,
    importo: centesimi.valore,
    ...(ibanAccredito !== undefined && { contoAccredito: ibanAccredito }),
  }) satisfies Esito<unknown>;
};
