/** Reconciliations in v1: a movement of cash, known by the bank's text; and back from its body. */
import type * as z from "zod";
import type { incassoPost } from "../../contracts/riconciliazione-v1/incassi.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import { type Nomi, presentDominio } from "../riconciliazione/comune.ts";
import type { RiconciliazioneConRiscossioni } from "../riconciliazione/riconciliazione.ts";
import { presentRiscossioneV1 } from "./riscossione.ts";

/** v1 has no word for a movement that failed or was undone: there is none. */
export const VISIBILI = { stati: ["IN_ELABORAZIONE", "ACQUISITA"] } as const satisfies {
  readonly stati: readonly Riconciliazione["stato"][];
};
export const isVisibile = ({ stato }: Riconciliazione): boolean => VISIBILI.stati.some((visibile) => visibile === stato);

const present = (riconciliazione: Riconciliazione, nomi: Nomi) => {
  const { id, idDominio, importo, causale, dataValuta, dataContabile, contoAccredito, sct } = riconciliazione;
  return {
    idIncasso: id,
    dominio: presentDominio(idDominio, nomi),
    importo: toNumeroJson(importo),
    // A movement registered without the name of its transfer has that of the movement in its place.
    ...definiti({ causale, dataValuta, dataContabile, ibanAccredito: contoAccredito, sct: sct === id ? undefined : sct }),
  };
};

export const presentIncassoIndexV1 = (nomi: Nomi, campi?: readonly string[]) => (riconciliazione: Riconciliazione) =>
  selectCampi(present(riconciliazione, nomi), campi);

export const presentIncassoV1 = (dettaglio: RiconciliazioneConRiscossioni) => {
  const { riconciliazione, riscossioni, creditori } = dettaglio;
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  return { ...present(riconciliazione, nomi), riscossioni: riscossioni.map(presentRiscossioneV1(dettaglio)) };
};

/** The movement of a request; the error names the amount that is not one. */
export const toIncassoV1 = (idDominio: string, { importo, ibanAccredito, ...resto }: z.output<typeof incassoPost>) => {
  const centesimi = fromNumeroJson(importo);
  if (!centesimi.ok) return centesimi;
  return ok({
    ...{ ...resto, idDominio, importo: centesimi.valore },
    ...(ibanAccredito !== undefined && { contoAccredito: ibanAccredito }),
  }) satisfies Esito<unknown>;
};
