/** Totals of collected amounts and of settlement rows (reference 1.11, rows 4 and 5). */
import * as z from "zod";
import { idA2A, idDominio, identificativo35, idTipoPendenza, iuv } from "../comuni/campi.ts";
import { dataFiltro, elencoQuery, listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { TIPI_RISCOSSIONE } from "../riconciliazione/modelli.ts";
import { filtriClassificazione, filtroTassonomia, LETTURA_CONTABILE } from "./contabilita.ts";

const opz = z.exactOptional;
const risorsa = "quadrature";
const PERIODO =
  "I totali vengono da contatori tenuti mentre le cose accadono, in ritardo di pochi secondi; contano per giorni interi di Roma: di dataDa e dataA vale il giorno. Senza dataDa si parte dal 1° gennaio.";

export const GRUPPI_RISCOSSIONI = [
  "DOMINIO",
  "UNITA_OPERATIVA",
  "TIPO_PENDENZA",
  "DIVISIONE",
  "DIREZIONE",
  "TASSONOMIA",
  "APPLICAZIONE",
] as const;
export const GRUPPI_RENDICONTAZIONI = ["FLUSSO_RENDICONTAZIONE", "DIVISIONE", "DIREZIONE"] as const;

const totali = {
  numeroPagamenti: z.number().int(),
  importo: z.number(),
  dettaglio: z.string().meta({ description: "Percorso dell'elenco di ciò che il totale conta" }),
  direzione: opz(z.string()),
  divisione: opz(z.string()),
} as const;

export const StatisticaQuadratura = z
  .strictObject({
    ...totali,
    dominio: opz(z.strictObject({ idDominio, ragioneSociale: z.string() })),
    unitaOperativa: opz(z.strictObject({ idUnita: z.string() })),
    tipoPendenza: opz(z.strictObject({ idTipoPendenza: z.string() })),
    tassonomia: opz(z.string()),
    applicazione: opz(z.strictObject({ idA2A: z.string() })),
  })
  .meta({ id: "StatisticaQuadratura" });

export const StatisticaQuadraturaRendicontazione = z
  .strictObject({ ...totali, flussoRendicontazione: opz(z.strictObject({ idFlusso: z.string(), idPsp: z.string(), idDominio })) })
  .meta({ id: "StatisticaQuadraturaRendicontazione" });

export const findQuadratureRiscossioni = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findQuadratureRiscossioni",
  path: "/quadrature/riscossioni",
  summary: "Totali delle riscossioni per raggruppamento",
  description: `${PERIODO} Un gruppo assente da un totale è ciò che non ha quel valore.`,
  risorsa,
  query: z.strictObject({
    ...parametriPagina,
    gruppi: elencoQuery(z.enum(GRUPPI_RISCOSSIONI), GRUPPI_RISCOSSIONI.length),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idDominio: opz(idDominio),
    idUnita: opz(identificativo35),
    idTipoPendenza: opz(idTipoPendenza),
    idA2A: opz(idA2A),
    ...filtriClassificazione,
    tassonomia: filtroTassonomia,
    tipo: opz(elencoQuery(z.enum(TIPI_RISCOSSIONE), TIPI_RISCOSSIONE.length)),
  }),
  responses: { 200: listaPaginata(StatisticaQuadratura) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const findQuadratureRendicontazioni = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findQuadratureRendicontazioni",
  path: "/quadrature/rendicontazioni",
  summary: "Totali delle righe di rendicontazione per raggruppamento",
  description: `${PERIODO} flussoRendicontazione.dataFlussoDa e dataFlussoA sono del flusso, dataDa e dataA del pagamento. Di un flusso rivisto conta l'ultima revisione.`,
  risorsa,
  query: z.strictObject({
    ...parametriPagina,
    gruppi: elencoQuery(z.enum(GRUPPI_RENDICONTAZIONI), GRUPPI_RENDICONTAZIONI.length),
    "flussoRendicontazione.dataFlussoDa": opz(z.iso.date()),
    "flussoRendicontazione.dataFlussoA": opz(z.iso.date()),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idFlusso: opz(z.string().min(1).max(35)),
    iuv: opz(iuv),
    ...filtriClassificazione,
  }),
  responses: { 200: listaPaginata(StatisticaQuadraturaRendicontazione) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
