/** "Che cosa c'è in questo sospeso?": what a credit of the bank contains. Not of GovPay. */
import * as z from "zod";
import { giorno, idDominio, importo, testo } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const numero = z.number().int();
const euro = z.number();

/** As it is pasted: several lines, tabs. */
const testoBanca = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(4096),
    z.regex(/^(?:\P{Cc}|[\r\n\t])*$/u, "non sono ammessi caratteri di controllo, salvo a capo e tabulazioni"),
  );

export const RichiestaAnalisiSospeso = z
  .strictObject({
    idDominio,
    testo: opz(testoBanca).meta({ description: "La causale scritta dalla banca, incollata com'è" }),
    idMovimento: opz(z.string().check(z.minLength(1), z.maxLength(70))),
    numeroSospeso: opz(testo(35)).meta({ description: "Numero del provvisorio di entrata dato dal tesoriere" }),
    esercizio: opz(numero.min(1999).max(2099)),
    importo: opz(importo).meta({ description: "Dell'accredito; con un movimento, il suo" }),
    dataValuta: opz(giorno),
    daRiga: numero.min(1).max(10_000_000).default(1).meta({ description: "Prima riga dei flussi da esaminare: 2000 per volta" }),
  })
  .refine(({ testo: t, idMovimento, numeroSospeso }) => [t, idMovimento, numeroSospeso].filter((v) => v !== undefined).length === 1, {
    error: "serve uno solo tra testo, idMovimento e numeroSospeso",
  })
  .refine(({ esercizio, numeroSospeso }) => esercizio === undefined || numeroSospeso !== undefined, {
    error: "esercizio: ammesso solo con numeroSospeso",
  })
  .meta({ id: "RichiestaAnalisiSospeso" });

const quota = {
  capitolo: z.string(),
  annoEsercizio: numero,
  ...{
    accertamento: opz(z.string()),
    titolo: opz(z.string()),
    tipologia: opz(z.string()),
    categoria: opz(z.string()),
    articolo: opz(z.string()),
  },
};

const FlussoSospeso = z
  .strictObject({
    idFlusso: z.string(),
    idPsp: z.string(),
    ragioneSocialePsp: opz(z.string()),
    revisione: numero,
    dataFlusso: z.iso.datetime({ offset: true }),
    dataRegolamento: z.string(),
    trn: z.string(),
    importoTotale: euro,
    numeroPagamenti: numero,
    stato: z.enum(["Acquisito", "Anomalo", "Rifiutato"]),
    riconciliazione: opz(z.string()).meta({ description: "Collegamento alla riconciliazione che l'ha incassato" }),
  })
  .meta({ id: "FlussoSospeso" });

const PagamentoSospeso = z
  .strictObject({
    idFlusso: opz(z.string()),
    ...{ iuv: z.string(), iur: z.string(), indice: numero, importo: euro, data: z.string() },
    esito: opz(numero),
    tipo: opz(z.string()),
    idA2A: opz(z.string()),
    idPendenza: opz(z.string()),
    numeroAvviso: opz(z.string()),
    idTipoPendenza: opz(z.string()),
    regolaEsterna: opz(z.string()).meta({ description: "Senza pendenza qui: la regola dell'ente che ne dice tipo, entrata e quota" }),
    idEntrata: opz(z.string()),
    causale: opz(z.string()),
    voce: opz(z.string()),
    debitore: opz(z.strictObject({ tipo: z.enum(["F", "G"]), identificativo: z.string(), anagrafica: z.string() })),
    quote: z.array(z.strictObject({ ...quota, importo: euro })),
  })
  .meta({ id: "PagamentoSospeso" });

const totale = { numero, importo: euro };

export const AnalisiSospeso = z
  .strictObject({
    idDominio: z.string(),
    esito: z.enum(["TROVATO", "IMPORTO_DIVERSO", "DA_SCEGLIERE", "NON_TROVATO", "NON_PAGOPA"]),
    spiegazioni: z
      .array(z.strictObject({ codice: z.string(), frase: z.string() }))
      .meta({ description: "Che cosa contiene, o esattamente perché non si sa; in italiano" }),
    movimento: opz(
      z.strictObject({
        id: z.string(),
        stato: z.string(),
        importo: euro,
        dataContabile: z.string(),
        dataValuta: opz(z.string()),
        causale: z.string(),
        numeroSospeso: opz(z.string()),
        esercizio: opz(numero),
        ordinante: opz(z.string()),
      }),
    ),
    letto: z
      .strictObject({
        forme: z.array(z.string()),
        alterazioni: z.array(z.string()),
        flussi: z.array(z.strictObject({ idFlusso: z.string(), integrita: z.enum(["intero", "troncato"]), integrazione: opz(numero) })),
        iuv: z.array(z.string()),
        iur: z.array(z.string()),
        testoResiduo: z.string(),
      })
      .meta({ description: "Che cosa si è letto nella causale" }),
    importo: opz(euro),
    importoTrovato: euro,
    flussi: z.array(FlussoSospeso),
    candidati: z.array(FlussoSospeso).meta({ description: "Flussi tra cui scegliere, al massimo 20" }),
    totali: z.strictObject({
      ...totale,
      perTipo: z.array(z.strictObject({ idTipoPendenza: opz(z.string()), ...totale })),
      perCapitolo: z
        .array(z.strictObject({ ...z.object(quota).partial().shape, ...totale }))
        .meta({ description: "Senza capitolo: gli importi di cui la voce non dice la contabilità" }),
    }),
    righeTotali: numero.meta({ description: "Dei flussi trovati; i totali sono delle righe esaminate" }),
    prossimaRiga: opz(numero).meta({ description: "daRiga con cui chiedere il seguito" }),
    pagamenti: z.array(PagamentoSospeso).meta({ description: "I primi 200 delle righe esaminate; tutti in CSV" }),
    datiMascherati: z
      .boolean()
      .meta({ description: "L'utenza non può leggere chi ha pagato: serve il diritto di lettura sulle pendenze o sui pagamenti" }),
  })
  .meta({ id: "AnalisiSospeso" });

export const analyzeSospeso = defineOperation({
  api: "riconciliazione",
  id: "analyzeSospeso",
  risorsa: "sospesi",
  method: "POST",
  path: "/sospesi/analisi",
  summary: "Che cosa c'è in questo sospeso?",
  description:
    "Dalla causale della banca, da un movimento o dal numero del sospeso ai pagamenti che contiene, con chi ha pagato, il tipo di pendenza e le quote contabili; oppure " +
    "il motivo preciso per cui non si sa. Non cambia nulla. Con Accept text/csv, una riga per quota. Si guardano al massimo 3 flussi, 5 IUV e 5 IUR della causale e 2000 righe: " +
    "4 letture per un flusso di cento righe, una ottantina al massimo.",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  // It reads movements, flows, debts and links: more archives than any other read, that would all carry a part of them.
  peso: "scrittura",
  limiti: { bodyKilobytes: 64, memoryMegabytes: 512 },
  datiPersonali: true,
  body: RichiestaAnalisiSospeso,
  responses: { 200: { "application/json": AnalisiSospeso, "text/csv": BINARIO } },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});
