/** Proposals, decisions and what is known of transfers, flows and movements; and back from the bodies of the decisions. */
import type * as z from "zod";
import type { NuovaRegola as CorpoRegola } from "../../contracts/riconciliazione/proposte.ts";
import type { Abbinamento, PropostaAperta, RegolaRegistrata, RiscontroFlusso } from "../../domain/abbinamenti/abbinamento.ts";
import type { ImpostazioniRiscontri } from "../../domain/abbinamenti/impostazioni.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { AnomaliaRiscontro, EsitoTrasferimento } from "../../domain/riscontri/esiti.ts";
import type { OggettoCollegato } from "../../domain/riscontri/evidenze.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

const presentOggetto = (oggetto: OggettoCollegato) =>
  oggetto.tipo === "FLUSSO"
    ? { tipo: oggetto.tipo, idFlusso: oggetto.idFlusso, idPsp: oggetto.idPsp }
    : { tipo: oggetto.tipo, iuv: oggetto.iuv, iur: oggetto.iur, indice: oggetto.indice };

export const presentProposta = (p: PropostaAperta) => ({
  id: p.id,
  idDominio: p.idDominio,
  idMovimento: p.idMovimento,
  dataContabile: p.dataContabile,
  importo: toNumeroJson(p.importo),
  oggetti: p.oggetti.map(({ oggetto, importo }) => ({ oggetto: presentOggetto(oggetto), importo: toNumeroJson(importo) })),
  fiducia: p.fiducia,
  motivi: p.motivi.map(({ codice }) => codice),
  frase: p.frase,
  versione: p.versione,
});

export const presentRegola = (r: RegolaRegistrata) => ({
  id: r.id,
  idDominio: r.idDominio,
  idMovimento: r.idMovimento,
  decisione: r.decisione,
  oggetti: r.oggetti.map(({ oggetto, importo }) => ({
    oggetto: presentOggetto(oggetto),
    ...(importo !== undefined && { importo: toNumeroJson(importo) }),
  })),
  origine: r.origine,
  principal: r.principal,
  data: toIsoRoma(r.data),
  ...definiti({ chiude: r.chiude, idProposta: r.idProposta, nota: r.nota }),
  ...(r.revoca && { revoca: { ...r.revoca, data: toIsoRoma(r.revoca.data) } }),
});

/** The error names the amount that is not one. */
export const toNuovaRegola = ({ oggetti = [], chiude, nota, ...resto }: z.output<typeof CorpoRegola>): Esito<NuovaRegolaLetta> => {
  const letti: { oggetto: OggettoCollegato; importo?: bigint }[] = [];
  for (const { oggetto, importo } of oggetti) {
    const centesimi = importo === undefined ? undefined : fromNumeroJson(importo);
    if (centesimi && !centesimi.ok) return centesimi;
    letti.push({ oggetto, ...(centesimi && { importo: centesimi.valore }) });
  }
  return ok({ ...resto, oggetti: letti, ...definiti({ chiude, nota }) });
};

interface NuovaRegolaLetta {
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly decisione: RegolaRegistrata["decisione"];
  readonly oggetti: RegolaRegistrata["oggetti"];
  readonly chiude?: true;
  readonly nota?: string;
}

/** `"3"` or `3`, as clients write it; anything else is no version that we gave, and refused as such. */
export const toVersione = (ifMatch: string | undefined): { readonly versione?: number } => {
  if (ifMatch === undefined || ifMatch === "*") return {};
  const numero = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  return { versione: numero === undefined ? -1 : Number(numero) };
};

export const presentImpostazioni = ({ tolleranza, principal, data, pagamentiEsterni, ...resto }: ImpostazioniRiscontri) => ({
  ...resto,
  ...(pagamentiEsterni && { pagamentiEsterni: { regole: [...pagamentiEsterni.regole] } }),
  tolleranza: toNumeroJson(tolleranza),
  ...(data !== "" && { principal, data: toIsoRoma(data) }),
});

interface FiltriLista {
  readonly idDominio?: string;
  readonly dataDa?: string | undefined;
  readonly dataA?: string | undefined;
  readonly ordinamento: string;
}

export const toFiltriRegole = (query: FiltriLista & { readonly idMovimento?: string; readonly revocate?: boolean }) => {
  const { idDominio, idMovimento, revocate } = query;
  return { ...toIntervallo(query), ordine: toOrdine(query.ordinamento), ...definiti({ idDominio, idMovimento, revocate }) };
};

export const toFiltriRiscontri = (
  query: FiltriLista & { readonly idDominio: string; readonly iuv?: string; readonly etichetta?: string; readonly qualifica?: string },
) => {
  const { idDominio, iuv, etichetta, qualifica } = query;
  return { idDominio, ...toIntervallo(query), ordine: toOrdine(query.ordinamento), ...definiti({ iuv, etichetta, qualifica }) };
};

export interface RiscontroTrasferimento {
  readonly trasferimento: EsitoTrasferimento;
  readonly anomalie: readonly AnomaliaRiscontro[];
}

export const presentTrasferimento = ({ trasferimento: t, anomalie }: RiscontroTrasferimento) => ({
  soggetto: "TRASFERIMENTO" as const,
  idDominio: t.idDominio,
  iuv: t.iuv,
  iur: t.iur,
  indice: t.indice,
  importo: toNumeroJson(t.importo),
  etichette: [...t.etichette],
  avanzamento: t.avanzamento,
  qualifiche: [...t.qualifiche],
  ...(t.flusso && { flusso: { idFlusso: t.flusso.idFlusso, idPsp: t.flusso.idPsp, revisione: t.flusso.revisione } }),
  movimenti: [...t.idMovimenti],
  anomalie: anomalie.map(({ codice, frase, dal }) => ({ codice, frase, ...definiti({ dal }) })),
});

export const presentRiscontroFlusso = (f: RiscontroFlusso) => ({
  soggetto: "FLUSSO" as const,
  idDominio: f.idDominio,
  idFlusso: f.idFlusso,
  idPsp: f.idPsp,
  revisione: f.revisione,
  dataRegolamento: f.dataRegolamento,
  importo: toNumeroJson(f.importo),
  importoCollegato: toNumeroJson(f.importoCollegato),
  copertura: f.copertura,
  etichette: [...f.etichette],
  movimenti: [...f.idMovimenti],
});

export const presentAbbinamento = (a: Abbinamento) => ({
  soggetto: "MOVIMENTO" as const,
  idDominio: a.idDominio,
  idMovimento: a.idMovimento,
  dataContabile: a.dataContabile,
  importo: toNumeroJson(a.importo),
  importoCollegato: toNumeroJson(a.importoCollegato),
  residuo: toNumeroJson(a.residuo),
  stato: a.stato,
  etichette: [...a.etichette],
  collegamenti: a.collegamenti.map(({ oggetto, importo, origine, fiducia, frase, idRegola }) => ({
    oggetto: presentOggetto(oggetto),
    importo: toNumeroJson(importo),
    origine,
    fiducia,
    frase,
    ...definiti({ idRegola }),
  })),
});
