/** `notifica` of the API EC v1 (reference 1.13): the attempt as data, and with its receipt what was collected. */
import { definiti } from "../../domain/definiti.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta, Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import type { Posizione } from "../../ports/posizioni.ts";

/** No links: this API has none of ours to point to. */
const presentRiscossione = (riscossione: Riscossione) =>
  definiti({
    ...{ idDominio: riscossione.idDominio, iuv: riscossione.iuv, iur: riscossione.iur, indice: riscossione.indice },
    ...{ idVocePendenza: riscossione.idVocePendenza, stato: riscossione.stato, tipo: riscossione.tipo },
    ...{ importo: toNumeroJson(riscossione.importo), data: giornoDi(riscossione.data) },
    commissioni: riscossione.commissioni === undefined ? undefined : toNumeroJson(riscossione.commissioni),
    allegato: riscossione.allegato === undefined ? undefined : { tipo: "Marca da bollo" as const, testo: riscossione.allegato },
  });

/** A receipt without an attempt has an empty `rpt`, which the API requires: nobody asked us anything. */
export const presentNotificaPagamento = ({ pendenza, riscossioni }: Posizione, tentativo: Tentativo | undefined, ricevuta?: Ricevuta) => ({
  ...definiti({ idA2A: tentativo?.idA2A ?? pendenza?.idA2A, idPendenza: tentativo?.idPendenza ?? pendenza?.idPendenza }),
  rpt: { ...tentativo?.rpt },
  ...(ricevuta && {
    rt: { ...ricevuta.rt },
    riscossioni: riscossioni.filter(({ idRicevuta }) => idRicevuta === ricevuta.idRicevuta).map(presentRiscossione),
  }),
});
