/** Routing rules and summaries between wire and domain. */
import type * as z from "zod";
import type { Instradamento as Corpo } from "../../contracts/riconciliazione/instradamenti.ts";
import type { Anomalia } from "../../domain/anomalie/anomalia.ts";
import { CATALOGO_ANOMALIE } from "../../domain/anomalie/catalogo.ts";
import { CODICI_ANOMALIA, type CodiceAnomalia, isCodiceAnomalia } from "../../domain/anomalie/codici-anomalia.ts";
import type { CondizioniInstradamento, Instradamento, RegolaInstradamento } from "../../domain/anomalie/instradamento.ts";
import type { Riepilogo } from "../../domain/anomalie/riepilogo.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";
import { presentAnomaliaIndex } from "./anomalia.ts";

type Quando = z.output<typeof Corpo>["regole"][number]["quando"];

const toCodici = (codici: readonly string[] | undefined, dove: string): Esito<readonly CodiceAnomalia[] | undefined> => {
  const noti = codici?.filter(isCodiceAnomalia);
  const ignoto = codici?.find((codice) => !isCodiceAnomalia(codice));
  return ignoto === undefined ? ok(noti) : ko(`${dove}.codici: «${ignoto}» non è un codice; sono ammessi ${CODICI_ANOMALIA.join(", ")}`);
};

const toCondizioni = ({ importoMinimo, importoMassimo, codici, ...resto }: Quando, dove: string): Esito<CondizioniInstradamento> => {
  const noti = toCodici(codici, dove);
  if (!noti.ok) return noti;
  const minimo = importoMinimo === undefined ? ok(undefined) : fromNumeroJson(importoMinimo, `${dove}.importoMinimo`);
  if (!minimo.ok) return minimo;
  const massimo = importoMassimo === undefined ? ok(undefined) : fromNumeroJson(importoMassimo, `${dove}.importoMassimo`);
  if (!massimo.ok) return massimo;
  return ok({ ...resto, ...definiti({ codici: noti.valore, importoMinimo: minimo.valore, importoMassimo: massimo.valore }) });
};

/** The error names the rule and its field. */
export const toInstradamento = (
  idDominio: string,
  corpo: z.output<typeof Corpo>,
): Esito<Omit<Instradamento, "versione">, Rifiuto<"NON_PROCESSABILE">> => {
  const regole: RegolaInstradamento[] = [];
  for (const [i, { quando, ...regola }] of corpo.regole.entries()) {
    const condizioni = toCondizioni(quando, `regole[${i}].quando`);
    if (!condizioni.ok) return rifiuto("NON_PROCESSABILE", condizioni.errore);
    regole.push({ ...regola, quando: condizioni.valore });
  }
  const { codaPredefinita, riepiloghi, secondaPersonaPerRimborsi } = corpo;
  return ok({ idDominio, codaPredefinita, regole, secondaPersonaPerRimborsi, ...(riepiloghi && { riepiloghi }) });
};

export const presentInstradamento = ({ codaPredefinita, regole, riepiloghi, secondaPersonaPerRimborsi }: Instradamento) => ({
  codaPredefinita,
  regole: regole.map(({ quando: { codici, tipiPendenza, unitaOperative, prefissoIuv, importoMinimo, importoMassimo }, ...regola }) => ({
    ...regola,
    quando: definiti({
      codici: codici && [...codici],
      tipiPendenza: tipiPendenza && [...tipiPendenza],
      unitaOperative: unitaOperative && [...unitaOperative],
      prefissoIuv,
      importoMinimo: importoMinimo === undefined ? undefined : toNumeroJson(importoMinimo),
      importoMassimo: importoMassimo === undefined ? undefined : toNumeroJson(importoMassimo),
    }),
  })),
  ...(riepiloghi && { riepiloghi: { ...riepiloghi } }),
  secondaPersonaPerRimborsi,
});

interface Prova {
  readonly anomalia: Anomalia;
  readonly coda: string;
  readonly regola?: string;
  readonly chiusa: boolean;
}

/** @param adesso instant. */
export const presentProva = (adesso: string, prove: readonly Prova[], altre: boolean) => {
  const code = new Map<string, { coda: string; numero: number; chiuse: number }>();
  for (const { coda, chiusa } of prove) {
    const nota = code.get(coda) ?? { coda, numero: 0, chiuse: 0 };
    code.set(coda, { coda, numero: nota.numero + 1, chiuse: nota.chiuse + (chiusa ? 1 : 0) });
  }
  const present = presentAnomaliaIndex(adesso);
  const cambiate = prove.filter(({ anomalia, coda, chiusa }) => chiusa || anomalia.coda !== coda);
  return {
    code: [...code.values()].sort((a, b) => b.numero - a.numero),
    cambiate: cambiate.map(({ anomalia, coda, regola, chiusa }) => ({
      ...{ anomalia: present(anomalia), coda, chiusa },
      ...(regola !== undefined && { regola }),
    })),
    altre,
  };
};

export const presentRiepilogo = (riepilogo: Riepilogo) => {
  const { idDominio, coda, id, numero, righe, anomalie, continua, consegna } = riepilogo;
  const istante = (quando: string | undefined): string | undefined => (quando === undefined ? undefined : toIsoRoma(quando));
  return {
    ...{ idDominio, coda, id, numero, continua, anomalie: [...anomalie] },
    ...(consegna && {
      consegna: definiti({
        ...consegna,
        dataUltimoTentativo: istante(consegna.dataUltimoTentativo),
        dataProssimoTentativo: istante(consegna.dataProssimoTentativo),
      }),
    }),
    data: toIsoRoma(riepilogo.data),
    da: toIsoRoma(riepilogo.da),
    a: toIsoRoma(riepilogo.a),
    righe: righe.map(({ codice, numero: quante, importo }) => ({
      ...{ codice, titolo: CATALOGO_ANOMALIE[codice].titolo, numero: quante },
      importo: toNumeroJson(importo),
    })),
  };
};

export const toFiltriRiepiloghi = (query: {
  readonly idDominio?: string;
  readonly coda?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
}) => {
  const { idDominio, coda } = query;
  return { ...toIntervallo(query), ordine: toOrdine(query.ordinamento), ...definiti({ idDominio, coda }) };
};
