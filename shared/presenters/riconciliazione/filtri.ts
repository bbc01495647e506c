/** From query parameters to the filters of the use cases: names of the domain, days to instants, absent when not asked. */
import { definiti } from "../../domain/definiti.ts";
import { parseIstante } from "../../domain/valori/date.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";
import { toStatoFlusso } from "./flusso.ts";

interface Comuni {
  readonly idDominio?: string | undefined;
  readonly dataDa?: string | undefined;
  readonly dataA?: string | undefined;
  readonly ordinamento?: string | undefined;
}

const toComuni = (query: Comuni) => ({
  ...definiti({ idDominio: query.idDominio }),
  ...toIntervallo(query),
  ordine: toOrdine(query.ordinamento ?? "-data"),
});

export const toFiltriFlussi = (
  query: Comuni & {
    readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
    readonly iuv?: string;
    readonly idFlusso?: string;
    readonly escludiObsoleti?: boolean;
  },
) => {
  const { stato, iuv, idFlusso, escludiObsoleti = false } = query;
  return { ...toComuni(query), escludiObsoleti, ...definiti({ stato: stato && toStatoFlusso(stato), iuv, idFlusso }) };
};

export const toFiltriRicevute = (
  query: Comuni & { readonly iuv?: string; readonly idRicevuta?: string; readonly numeroAvviso?: string },
) => {
  const { iuv, idRicevuta, numeroAvviso } = query;
  return { ...toComuni(query), ...definiti({ iuv, idRicevuta, numeroAvviso }) };
};

export const toFiltriRiscossioni = (
  query: Comuni & {
    readonly stato?: string;
    readonly tipo?: readonly string[];
    readonly iur?: string;
    readonly idA2A?: string;
    readonly idPendenza?: string;
  },
) => {
  const { stato, tipo, iur, idA2A, idPendenza } = query;
  return { ...toComuni(query), ...definiti({ stato, tipi: tipo, iur, idA2A, idPendenza }) };
};

export const toFiltriRiconciliazioni = (query: Comuni & { readonly sct?: string }) => ({
  ...toComuni(query),
  ...definiti({ sct: query.sct }),
});

/** @param massimo rows that the answer may carry. */
export const toTratto = (query: { readonly pagina?: number; readonly risultatiPerPagina?: number }, massimo: number) => ({
  massimo,
  ...definiti({ pagina: query.pagina, perPagina: query.risultatiPerPagina }),
});

/** The same, of some kinds of collected amounts only. */
export const toTrattoConTipi = (
  query: { readonly pagina?: number; readonly risultatiPerPagina?: number; readonly "riscossioni.tipo"?: readonly string[] },
  massimo: number,
) => ({ ...toTratto(query, massimo), ...definiti({ tipi: query["riscossioni.tipo"] }) });

/** The contract has checked the form; without an offset it is a wall clock in Rome. */
export const toFlussoRichiesto = ({
  dataOraFlusso,
  ...chiave
}: {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly dataOraFlusso: string;
}) => {
  const istante = parseIstante(dataOraFlusso);
  return { ...chiave, dataFlusso: istante.ok ? istante.valore : dataOraFlusso };
};

/** Whichever creditor of the caller has it. */
export const toFlussoEmesso = ({ idFlusso, dataOraFlusso }: { readonly idFlusso: string; readonly dataOraFlusso: string }) => {
  const istante = parseIstante(dataOraFlusso);
  return { idFlusso, dataFlusso: istante.ok ? istante.valore : dataOraFlusso };
};

/** `{idDominio}/{idFlusso}`, or the older form `{idFlusso}/{dataOraFlusso}` in the same places: the date tells it. */
export const toFlussoPerDominio = ({ idDominio, idFlusso }: { readonly idDominio: string; readonly idFlusso: string }) => {
  const istante = parseIstante(idFlusso);
  return istante.ok ? { idFlusso: idDominio, dataFlusso: istante.valore } : { idDominio, idFlusso };
};
