/** Statistics from the counters: one request for a year, however many debts there are. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { elencoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;

const comune = {
  api: "backoffice",
  risorsa: "statistiche",
  method: "GET",
  auth: ["operatore"],
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  errors: ["PARAMETRO_NON_VALIDO"],
} as const;

export const DIMENSIONI = {
  pendenze: ["idUnitaOperativa", "idTipoPendenza", "idA2A", "stato"],
  riscossioni: ["idUnitaOperativa", "idTipoPendenza", "divisione", "direzione", "tassonomia", "idA2A", "tipo", "stato"],
  ricevute: ["idPsp", "idCanale", "metodoPagamento", "esito"],
} as const;

const queryDi = <const G extends readonly string[]>(gruppi: G) =>
  z.strictObject({
    idDominio: opz(idDominio),
    passo: z.enum(["giorno", "mese"]).default("mese"),
    dataDa: opz(z.iso.date()),
    dataA: opz(z.iso.date()),
    gruppi: elencoQuery(z.enum(gruppi), gruppi.length).prefault("periodo"),
  });

const TotaleStatistica = z.strictObject({
  periodo: opz(z.string().meta({ description: "2026-11-26, o 2026-11" })),
  idDominio: opz(idDominio),
  numero: z.number().int(),
  importo: z.number(),
});

const rispostaDi = <T extends z.ZodType>(totale: T) =>
  z.strictObject({ dataDa: z.string(), dataA: z.string(), risultati: z.array(totale) });

const testo = opz(z.string());

export const TotalePendenze = TotaleStatistica.extend({ idUnitaOperativa: testo, idTipoPendenza: testo, idA2A: testo, stato: testo }).meta({
  id: "TotalePendenze",
});
export const TotaleRiscossioni = TotaleStatistica.extend({
  ...{ idUnitaOperativa: testo, idTipoPendenza: testo, divisione: testo, direzione: testo },
  ...{ tassonomia: testo, idA2A: testo, tipo: testo, stato: testo },
}).meta({ id: "TotaleRiscossioni" });
export const TotaleRicevute = TotaleStatistica.extend({ idPsp: testo, idCanale: testo, metodoPagamento: testo, esito: testo }).meta({
  id: "TotaleRicevute",
});

const description =
  "Con passo mese si contano mesi interi e il periodo è al massimo di dieci anni, con passo giorno di 92 giorni; senza date, gli ultimi dodici mesi o gli " +
  "ultimi 31 giorni. Senza idDominio si conta tutta l'installazione, a mesi, con i soli gruppi periodo, idDominio e stato (idPsp per le ricevute). " +
  "I contatori sono tenuti mentre le cose accadono, in ritardo di pochi secondi.";

export const getStatistichePendenze = defineOperation({
  ...comune,
  id: "getStatistichePendenze",
  path: "/statistiche/pendenze",
  summary: "Pendenze per giorno o mese di caricamento, tipo, stato, applicazione",
  description,
  acl: { servizi: ["Pendenze"], diritto: "R" },
  query: queryDi(["periodo", "idDominio", ...DIMENSIONI.pendenze]),
  responses: { 200: rispostaDi(TotalePendenze) },
});

export const getStatisticheRiscossioni = defineOperation({
  ...comune,
  id: "getStatisticheRiscossioni",
  path: "/statistiche/riscossioni",
  summary: "Riscossioni per giorno o mese di pagamento, tipo, stato, classificazione",
  description,
  acl: { servizi: ["Rendicontazioni e Incassi"], diritto: "R" },
  query: queryDi(["periodo", "idDominio", ...DIMENSIONI.riscossioni]),
  responses: { 200: rispostaDi(TotaleRiscossioni) },
});

export const getStatisticheRicevute = defineOperation({
  ...comune,
  id: "getStatisticheRicevute",
  path: "/statistiche/ricevute",
  summary: "Pagamenti per giorno o mese, PSP, canale, metodo",
  description,
  acl: { servizi: ["Rendicontazioni e Incassi"], diritto: "R" },
  query: queryDi(["periodo", "idDominio", ...DIMENSIONI.ricevute]),
  responses: { 200: rispostaDi(TotaleRicevute) },
});
