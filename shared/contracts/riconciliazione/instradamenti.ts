/** How a creditor works on its anomalies: rules that choose the office, summaries of each queue, second person for refunds. */
import * as z from "zod";
import { idA2A, idDominio, idTipoPendenza, importo, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { AnomaliaIndex, coda, lettura, scrittura } from "./anomalie.ts";

const opz = z.exactOptional;
const REGOLE_MASSIME = 100;
const codice = z.string().regex(/^[A-Z0-9_]{1,40}$/, "atteso il codice di un'anomalia");
const ora = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "attesa un'ora nella forma HH:MM");

const Quando = z
  .strictObject({
    codici: opz(z.array(codice).min(1).max(50)),
    tipiPendenza: opz(z.array(idTipoPendenza).min(1).max(50)),
    prefissoIuv: opz(z.string().regex(/^[a-zA-Z0-9]{1,35}$/, "ammessi da 1 a 35 caratteri alfanumerici")),
    unitaOperative: opz(z.array(z.string().min(1).max(35)).min(1).max(50)),
    importoMinimo: opz(importo),
    importoMassimo: opz(importo),
  })
  .meta({ description: "Devono valere tutte le condizioni indicate; senza condizioni vale sempre" });

export const Instradamento = z
  .strictObject({
    codaPredefinita: coda,
    regole: z
      .array(
        z.strictObject({
          nome: testo(100),
          quando: Quando,
          coda,
          assegnatario: opz(testo(255)),
          giorni: opz(z.number().int().min(0).max(365).meta({ description: "Giorni per lavorarla" })),
          chiudiCon: opz(testo(255).meta({ description: "Motivo con cui nasce già chiusa: nessuno la deve guardare" })),
        }),
      )
      .max(REGOLE_MASSIME, `ammesse al massimo ${REGOLE_MASSIME} regole`)
      .meta({ description: "In ordine: decide la prima che vale" }),
    riepiloghi: opz(
      z
        .strictObject({
          quieteMinuti: z.number().int().min(5).max(1440).meta({ description: "Minuti senza novità prima di mandare il riepilogo" }),
          dalle: ora,
          alle: ora,
          idA2A: opz(
            idA2A.meta({ description: "Applicazione che li riceve anche con POST {url}/riepiloghi del suo servizio di integrazione" }),
          ),
        })
        .refine(({ dalle, alle }) => dalle < alle, { error: "alle: deve essere dopo dalle" }),
    ),
    secondaPersonaPerRimborsi: z
      .boolean()
      .default(true)
      .meta({ description: "Per toglierla serve anche il diritto di scrittura su Anagrafica Creditore" }),
  })
  .meta({ id: "Instradamento" });

const chiave = { risorsa: "instradamenti", params: z.strictObject({ idDominio }) } as const;

export const getInstradamento = defineOperation({
  ...lettura,
  ...chiave,
  id: "getInstradamento",
  method: "GET",
  path: "/instradamenti/{idDominio}",
  summary: "Le regole con cui le anomalie di un ente vanno agli uffici",
  responses: { 200: Instradamento },
  errors: ["NON_TROVATO"],
});

export const saveInstradamento = defineOperation({
  ...scrittura,
  ...chiave,
  id: "saveInstradamento",
  method: "PUT",
  path: "/instradamenti/{idDominio}",
  summary: "Scrive le regole con cui le anomalie di un ente vanno agli uffici",
  description: "Valgono per le anomalie che nascono da qui in poi. Chi opera solo su alcune unità operative non le può cambiare.",
  limiti: { bodyKilobytes: 128 },
  body: Instradamento,
  responses: { 200: Instradamento },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const tryInstradamento = defineOperation({
  ...lettura,
  ...chiave,
  id: "tryInstradamento",
  method: "POST",
  path: "/instradamenti/{idDominio}/prova",
  summary: "Dove andrebbero, con queste regole, le anomalie aperte",
  description: "Non cambia niente. Prova sulle 500 più recenti.",
  limiti: { bodyKilobytes: 128 },
  body: Instradamento,
  responses: {
    200: z
      .strictObject({
        code: z.array(z.strictObject({ coda: z.string(), numero: z.number().int(), chiuse: z.number().int() })),
        cambiate: z.array(z.strictObject({ anomalia: AnomaliaIndex, coda: z.string(), regola: opz(z.string()), chiusa: z.boolean() })),
        altre: z.boolean().meta({ description: "Ce ne sono altre, non provate" }),
      })
      .meta({ id: "ProvaInstradamento" }),
  },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});

export const Riepilogo = z
  .strictObject({
    idDominio: z.string(),
    coda: z.string(),
    id: z.string(),
    data: z.string(),
    da: z.string(),
    a: z.string(),
    numero: z.number().int(),
    righe: z.array(z.strictObject({ codice: z.string(), titolo: z.string(), numero: z.number().int(), importo: z.number() })),
    anomalie: z.array(z.string()).meta({ description: "Le prime 50" }),
    consegna: opz(
      z.strictObject({
        idA2A: z.string(),
        stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO"]),
        tentativi: z.number().int(),
        descrizioneStato: opz(z.string()),
        dataUltimoTentativo: opz(z.string()),
        dataProssimoTentativo: opz(z.string()),
      }),
    ),
    continua: z.boolean().meta({ description: "Ce ne sono altre, nel riepilogo successivo" }),
  })
  .meta({ id: "RiepilogoAnomalie" });

export const findRiepiloghi = defineOperation({
  ...lettura,
  risorsa: "instradamenti",
  id: "findRiepiloghi",
  method: "GET",
  path: "/riepiloghi",
  summary: "Riepiloghi delle anomalie arrivate in ogni coda",
  description:
    "Uno per coda, quando non arriva altro da un po' e negli orari scelti dall'ente; una coda che non si ferma mai ne ha uno ogni 24 ore.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    coda: opz(coda),
  }),
  responses: { 200: listaPaginata(Riepilogo).meta({ id: "RiepiloghiAnomalie" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
