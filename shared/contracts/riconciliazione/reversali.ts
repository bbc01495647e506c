/** Proposal of orders to take in, towards the treasurer (SIOPE+ OPI): of no API of GovPay. */
import * as z from "zod";
import { giorno, idDominio, testo } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const intero = z.number().int();
const euro = z.number();
const esercizio = intero.min(1999).max(2099);
const idMovimento = z.string().regex(/^[a-zA-Z0-9-]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre e -");
const modello = (forma: RegExp, error: string) => z.string().regex(forma, error);
const a2a = modello(/^A2A-\d{8}$/, "atteso A2A- seguito da 8 cifre");

const Testata = z
  .strictObject({
    codiceAbiBT: modello(/^\d{5}$/, "attese 5 cifre").meta({ description: "ABI della banca tesoriera" }),
    codiceEnte: modello(/^[A-Z0-9]{6}$/, "attesi 6 caratteri tra lettere maiuscole e cifre").meta({
      description: "Codice univoco ufficio IPA dell'ente",
    }),
    codiceIstatEnte: modello(/^\d{9,15}$/, "attese da 9 a 15 cifre").meta({ description: "Codice SIOPE dell'ente" }),
    codiceTramiteEnte: a2a,
    codiceTramiteBT: a2a,
    codiceEnteBT: testo(35).meta({ description: "Come la banca tesoriera chiama l'ente" }),
    riferimentoEnte: opz(testo(35)),
  })
  .meta({ id: "TestataFlussoOrdinativi", description: "Serve per avere il flusso OPI in XML" });

export const RichiestaReversali = z
  .strictObject({
    idDominio,
    movimenti: opz(z.array(idMovimento).min(1).max(50, "ammessi al massimo 50 movimenti")),
    dataDa: opz(giorno).meta({
      description: "Con dataA, al posto di movimenti: le entrate con un sospeso ancora da regolarizzare, per giorno contabile",
    }),
    dataA: opz(giorno),
    esercizio,
    dataReversale: giorno,
    primoNumero: intero.min(1).max(9_999_999).default(1).meta({ description: "Numero della prima reversale; le altre seguono" }),
    destinazione: z.enum(["LIBERA", "VINCOLATA"]).default("LIBERA"),
    tipoEntrata: opz(z.enum(["FRUTTIFERO", "INFRUTTIFERO"])),
    contoEvidenza: opz(testo(25)),
    codiciSiope: z
      .array(z.strictObject({ capitolo: testo(64), articolo: opz(testo(64)), codice: modello(/^\d{4,10}$/, "attese da 4 a 10 cifre") }))
      .max(500, "ammessi al massimo 500 codici")
      .default([])
      .meta({ description: "Codice gestionale di entrata di ogni capitolo" }),
    testata: opz(Testata),
  })
  .refine(({ movimenti, dataDa, dataA }) => (movimenti === undefined) === (dataDa !== undefined && dataA !== undefined), {
    error: "servono dataDa e dataA, oppure movimenti",
  })
  .refine(({ dataDa = "", dataA = "" }) => dataDa <= dataA, { path: ["dataDa"], error: "viene dopo dataA" })
  .meta({ id: "RichiestaReversali" });

const quota = z.strictObject({
  ...{ capitolo: z.string(), annoEsercizio: intero, accertamento: opz(z.string()), titolo: opz(z.string()) },
  ...{ tipologia: opz(z.string()), categoria: opz(z.string()), articolo: opz(z.string()) },
});

export const PropostaReversale = z
  .strictObject({
    numero: intero,
    data: z.iso.date(),
    importo: euro,
    idMovimento: z.string(),
    numeroSospeso: z.string(),
    bilancio: z.array(
      z.strictObject({
        codifica: intero,
        gestione: z.enum(["COMPETENZA", "RESIDUO"]),
        ...{ annoResiduo: opz(intero), articolo: opz(intero), importo: euro },
      }),
    ),
    versanti: z.array(
      z.strictObject({
        ...{ progressivo: intero, importo: euro, anagrafica: z.string(), codiceFiscale: opz(z.string()), causale: z.string() },
        ...{ quota: opz(quota), codiceSiope: opz(z.string()), pagamenti: intero },
      }),
    ),
    avvertenze: z.array(z.string()).meta({ description: "Che cosa resta da completare a mano" }),
  })
  .meta({ id: "PropostaReversale" });

export const PropostaReversali = z
  .strictObject({
    idDominio: z.string(),
    esercizio: intero,
    importo: euro,
    reversali: z.array(PropostaReversale),
    escluse: z
      .array(z.strictObject({ idMovimento: z.string(), numeroSospeso: opz(z.string()), importo: euro, motivo: z.string() }))
      .meta({ description: "Movimenti per cui non si può proporre nulla, ognuno con il suo motivo" }),
  })
  .meta({ id: "PropostaReversali" });

export const proposeReversali = defineOperation({
  api: "riconciliazione",
  id: "proposeReversali",
  risorsa: "reversali",
  method: "POST",
  path: "/reversali/proposta",
  summary: "Propone le reversali che regolarizzano i sospesi, anche come flusso OPI",
  description:
    "Per ogni movimento il cui contenuto è noto e vale il suo importo, una reversale con un versante per quota contabile e il sospeso che regolarizza; se le voci di bilancio " +
    "sono più di 10, altre. È una proposta: non emette né scrive nulla, e la stessa richiesta dà gli stessi numeri, in ordine di giorno contabile e sospeso. Con Accept " +
    "application/xml, e la testata, il flusso degli ordinativi OPI 1.7.1 da firmare. La codifica di bilancio è la categoria o la tipologia di 7 cifre, o il capitolo se è un numero.",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  // It reads only, but with the whole analysis of a credit, and the writer of the flow, in it.
  peso: "scrittura",
  limiti: { timeoutSeconds: 29, bodyKilobytes: 64, memoryMegabytes: 512 },
  datiPersonali: true,
  body: RichiestaReversali,
  responses: { 200: { "application/json": PropostaReversali, "application/xml": BINARIO } },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});
