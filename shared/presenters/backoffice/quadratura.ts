/** Totals as the reports tell them, each with the list of what it counts. */
import type * as z from "zod";
import type { findQuadratureRendicontazioni, findQuadratureRiscossioni } from "../../contracts/backoffice/quadrature.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Gruppo, Totale } from "../../domain/statistiche/caselle.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo } from "../comuni/filtri.ts";

type QueryRiscossioni = z.output<typeof findQuadratureRiscossioni.query>;
type QueryRendicontazioni = z.output<typeof findQuadratureRendicontazioni.query>;
type Dettaglio = Readonly<Record<string, string | readonly string[] | undefined>>;

const GRUPPI = {
  DOMINIO: "idDominio",
  UNITA_OPERATIVA: "idUnitaOperativa",
  TIPO_PENDENZA: "idTipoPendenza",
  DIVISIONE: "divisione",
  DIREZIONE: "direzione",
  TASSONOMIA: "tassonomia",
  APPLICAZIONE: "idA2A",
} as const satisfies Readonly<Record<string, Gruppo>>;

const toGiorni = (query: { readonly dataDa?: string | undefined; readonly dataA?: string | undefined }): { da?: string; a?: string } => {
  const { da, a } = toIntervallo(query);
  return definiti({ da: da === undefined ? undefined : giornoDi(da), a: a === undefined ? undefined : giornoDi(a) });
};

const uno = (valore: string | undefined): readonly string[] | undefined => (valore === undefined ? undefined : [valore]);

export const toRichiestaRiscossioni = (query: QueryRiscossioni) => ({
  ...definiti({ idDominio: query.idDominio }),
  ...toGiorni(query),
  gruppi: query.gruppi.map((gruppo) => GRUPPI[gruppo]),
  filtri: definiti({
    ...{ idUnitaOperativa: uno(query.idUnita), idTipoPendenza: uno(query.idTipoPendenza), idA2A: uno(query.idA2A) },
    ...{ divisione: query.divisione, direzione: query.direzione, tassonomia: query.tassonomia, tipo: query.tipo },
  }),
});

export const toRichiestaRendicontazioni = (query: QueryRendicontazioni) => ({
  ...definiti({
    da: query["flussoRendicontazione.dataFlussoDa"],
    a: query["flussoRendicontazione.dataFlussoA"],
    iuv: query.iuv,
  }),
  pagamento: toGiorni(query),
  gruppi: query.gruppi.flatMap((gruppo): readonly Gruppo[] => {
    if (gruppo === "FLUSSO_RENDICONTAZIONE") return ["idDominio", "idFlusso", "idPsp"];
    return [GRUPPI[gruppo]];
  }),
  filtri: definiti({ idFlusso: uno(query.idFlusso), divisione: query.divisione, direzione: query.direzione }),
});

/** Path of a list of the same API, with the filters of the report and the values of the group. */
const dettaglioDi = (elenco: string, parametri: Dettaglio): string => {
  const query = new URLSearchParams(
    Object.entries(parametri).flatMap(([nome, valore]) => (valore === undefined ? [] : [[nome, String(valore)]])),
  );
  return `${elenco}?${query.toString()}`;
};

const totaliDi = ({ numero, importo, gruppo }: Totale) => ({
  numeroPagamenti: numero,
  importo: toNumeroJson(importo),
  ...definiti({ direzione: gruppo.direzione, divisione: gruppo.divisione }),
});

export const presentQuadraturaRiscossioni =
  (query: QueryRiscossioni, { nomi, da, a }: { readonly nomi: ReadonlyMap<string, string>; readonly da: string; readonly a: string }) =>
  (totale: Totale) => {
    const { idDominio, idUnitaOperativa, idTipoPendenza, idA2A, tassonomia, direzione, divisione } = totale.gruppo;
    return {
      ...totaliDi(totale),
      dettaglio: dettaglioDi("/riscossioni", {
        ...{ dataDa: da, dataA: a, idDominio: idDominio ?? query.idDominio, idUnita: idUnitaOperativa ?? query.idUnita },
        ...{ idTipoPendenza: idTipoPendenza ?? query.idTipoPendenza, idA2A: idA2A ?? query.idA2A, tipo: query.tipo },
        ...{ direzione: direzione ?? query.direzione, divisione: divisione ?? query.divisione, tassonomia: tassonomia ?? query.tassonomia },
      }),
      ...definiti({
        dominio: idDominio === undefined ? undefined : { idDominio, ragioneSociale: nomi.get(idDominio) ?? idDominio },
        unitaOperativa: idUnitaOperativa === undefined ? undefined : { idUnita: idUnitaOperativa },
        tipoPendenza: idTipoPendenza === undefined ? undefined : { idTipoPendenza },
        applicazione: idA2A === undefined ? undefined : { idA2A },
        tassonomia,
      }),
    };
  };

export const presentQuadraturaRendicontazioni =
  (query: QueryRendicontazioni, { da, a }: { readonly da: string; readonly a: string }) =>
  (totale: Totale) => {
    const { idDominio, idFlusso, idPsp, direzione, divisione } = totale.gruppo;
    return {
      ...totaliDi(totale),
      dettaglio: dettaglioDi("/rendicontazioni", {
        ...{ "flussoRendicontazione.dataFlussoDa": da, "flussoRendicontazione.dataFlussoA": a, dataDa: query.dataDa, dataA: query.dataA },
        ...{ idDominio, idFlusso: idFlusso ?? query.idFlusso, iuv: query.iuv },
        ...{ direzione: direzione ?? query.direzione, divisione: divisione ?? query.divisione },
      }),
      ...(idDominio !== undefined &&
        idFlusso !== undefined &&
        idPsp !== undefined && { flussoRendicontazione: { idFlusso, idPsp, idDominio } }),
    };
  };
