/** Movements of the treasurer, whatever file told them. Not of GovPay, where a movement is the reconciliation that names it. */
import * as z from "zod";
import { giorno, idDominio, importo as importoEuro, testo } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { FORMATI } from "./caricamenti.ts";
import { ACL_LETTURA_CONTABILE, ordinamento } from "./parametri.ts";

const opz = z.exactOptional;
const importo = z.number();
const istante = z.iso.datetime({ offset: true });
const testi = z.array(z.string());

export const STATI_MOVIMENTO = ["IN_ATTESA", "ESEGUITO", "REGOLARIZZATO", "STORNATO"] as const;
export const SEGNI = ["ENTRATA", "USCITA"] as const;

const movimento = {
  id: z.string(),
  idDominio: z.string(),
  stato: z.enum(STATI_MOVIMENTO).meta({
    description: "IN_ATTESA: una riga lo cambia (storno, regolarizzazione) ma quella che lo racconta non è ancora arrivata",
  }),
  segno: z.enum(SEGNI),
  importo,
  importoRegolarizzato: importo,
  importoStornato: importo,
  dataContabile: z.iso.date(),
  dataValuta: opz(z.iso.date()),
  causale: z.string(),
  conto: opz(z.string()),
  numeroSospeso: opz(z.string()),
  esercizio: opz(z.number().int()),
  numeroDocumento: opz(z.string()),
  sct: opz(z.string()),
  riferimentoBanca: opz(z.string()),
  ordinante: opz(z.string()),
} as const;

export const MovimentoIndex = z.strictObject(movimento).meta({ id: "MovimentoTesoreriaIndex" });

export const Movimento = z
  .strictObject({
    ...movimento,
    chiavi: z.strictObject({ flussi: testi, flussiTroncati: testi, iuv: testi, iur: testi }).meta({
      description: "Letti nella causale",
    }),
    operazioni: z.array(
      z.strictObject({
        operazione: z.enum(["ESEGUITO", "REGOLARIZZATO", "STORNATO", "RIPRISTINATO"]),
        importo,
        data: z.iso.date(),
        numeroDocumento: opz(z.string()),
      }),
    ),
    origini: z.array(z.strictObject({ idCaricamento: z.string(), riga: z.number().int(), formato: z.enum(FORMATI) })).meta({
      description: "Righe dei file che lo raccontano, le prime 20",
    }),
    segnalazioni: testi,
    dataRegistrazione: istante,
    dataAggiornamento: istante,
  })
  .meta({ id: "MovimentoTesoreria" });

const importoQuery = z.coerce.number().pipe(importoEuro);

const comune = {
  api: "riconciliazione",
  risorsa: "movimenti",
  method: "GET",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

export const findMovimenti = defineOperation({
  ...comune,
  id: "findMovimenti",
  path: "/movimenti",
  summary: "Elenco dei movimenti di tesoreria",
  description:
    "Dal più recente per data contabile, a cui si riferiscono dataDa e dataA. Con idFlusso o numeroSospeso serve idDominio: la risposta non ha cursore.",
  query: queryLista({
    ordinamento: ordinamento("data"),
    idDominio: opz(idDominio),
    dataDa: opz(giorno),
    dataA: opz(giorno),
    stato: opz(z.enum(STATI_MOVIMENTO)),
    segno: opz(z.enum(SEGNI)),
    conto: opz(testo(70)),
    importoDa: opz(importoQuery),
    importoA: opz(importoQuery),
    testo: opz(testo(140)).meta({ description: "Parte della causale, senza distinguere maiuscole e minuscole" }),
    idFlusso: opz(testo(70)).meta({ description: "Flusso di rendicontazione nominato, anche in parte, nella causale" }),
    numeroSospeso: opz(testo(35)),
    esercizio: opz(z.coerce.number().int().min(1999).max(2099)),
    idCaricamento: opz(testo(64)),
  }).refine(
    ({ idDominio: ente, idFlusso, numeroSospeso }) => ente !== undefined || (idFlusso === undefined && numeroSospeso === undefined),
    {
      error: "serve con idFlusso o numeroSospeso",
      path: ["idDominio"],
    },
  ),
  responses: { 200: listaPaginata(MovimentoIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getMovimento = defineOperation({
  ...comune,
  id: "getMovimento",
  path: "/movimenti/{idDominio}/{id}",
  summary: "Dettaglio di un movimento di tesoreria",
  params: z.strictObject({ idDominio, id: z.string().regex(/^[a-zA-Z0-9-]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre e -") }),
  responses: { 200: Movimento },
  errors: ["NON_TROVATO"],
});
