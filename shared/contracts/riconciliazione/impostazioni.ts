/** Settings of the matching of a creditor. Not of GovPay, which compares amounts and nothing else. */
import * as z from "zod";
import { idDominio, idEntrata, idTipoPendenza, importo, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const giorni = (massimo: number) => z.number().int().min(0).max(massimo, `ammessi al massimo ${massimo} giorni`);

const modello = (regola: RegExp, messaggio: string) => z.string().regex(regola, messaggio);
const codice = modello(/^\d{2}$/, "attese 2 cifre");

const condizioni = z
  .strictObject({
    tassonomia: opz(modello(/^[0-9A-Za-z]{1,12}$/, "attesi da 1 a 12 tra lettere e cifre, senza 9/: il codice o il suo inizio")),
    prefissoIuv: opz(modello(/^[0-9A-Za-z]{1,34}$/, "attesi da 1 a 34 tra lettere e cifre")),
    codiceSegregazione: opz(codice).meta({ description: "Le due cifre dopo il 3 del numero avviso" }),
    codiceApplicativo: opz(codice).meta({ description: "Le due cifre dopo lo 0 del numero avviso; serve la ricevuta" }),
    idPsp: opz(testo(35)),
    idDominioTitolare: opz(idDominio).meta({
      description: "Ente dell'avviso, se è un altro: di chi è la pendenza di cui l'ente ha una quota",
    }),
  })
  .refine((quando) => Object.keys(quando).length > 0, "serve almeno una condizione");

/** What it takes does not say what it is worth: a quote is of the whole payment. */
const quota = z.strictObject({
  capitolo: testo(64),
  annoEsercizio: opz(z.number().int().min(1999).max(2099)).meta({ description: "Se manca, quello del pagamento" }),
  ...{
    accertamento: opz(testo(64)),
    titolo: opz(testo(64)),
    tipologia: opz(testo(64)),
    categoria: opz(testo(64)),
    articolo: opz(testo(64)),
  },
});

const RegolaEsterna = z
  .strictObject({
    nome: testo(70).refine((nome) => nome !== "NESSUNA", "NESSUNA è riservato a ciò che nessuna regola prende"),
    quando: condizioni.meta({ description: "Tutte devono valere" }),
    idTipoPendenza,
    idEntrata: opz(idEntrata),
    quota: opz(quota),
    inProva: opz(z.boolean()).meta({ description: "Si conta in GET /accertamenti?gruppi=regolaEsterna e non attribuisce niente" }),
  })
  .meta({ id: "RegolaPagamentoEsterno" });

const pagamentiEsterni = z.strictObject({
  regole: z
    .array(RegolaEsterna)
    .max(100, "ammesse al massimo 100 regole")
    .refine((regole) => new Set(regole.map(({ nome }) => nome)).size === regole.length, "i nomi delle regole si ripetono")
    .meta({ description: "In ordine: vale la prima che prende il pagamento" }),
});

const campi = {
  tolleranza: importo
    .refine((euro) => euro <= 10, "ammessi al massimo 10 euro")
    .meta({ description: "Euro di cui un accredito può differire da ciò che paga; l'etichetta e la frase lo dicono" }),
  giorniFinestra: giorni(60).meta({ description: "Prima e dopo il regolamento, entro cui si attende l'accredito" }),
  enteNotifica: z
    .boolean()
    .meta({ description: "Il sistema dell'ente notifica i pagamenti che gli risultano: solo allora una notifica che manca dice qualcosa" }),
  giorniAttesaFlusso: giorni(60),
  giorniAttesaAccredito: giorni(60),
  giorniAttesaRicevuta: giorni(60),
  pagamentiEsterni: opz(pagamentiEsterni).meta({
    description:
      "Tipo di pendenza, entrata e quota contabile dei pagamenti di cui qui non c'è la pendenza: avvisi dell'ente emessi da un altro intermediario, quote in avvisi di altri " +
      "enti. Si applicano leggendo, anche al passato; assente, nessuna regola",
  }),
} as const;

export const ImpostazioniRiscontri = z
  .strictObject({
    idDominio: z.string(),
    ...campi,
    principal: opz(z.string()),
    data: opz(z.iso.datetime({ offset: true })),
    versione: z.number().int(),
  })
  .meta({ id: "ImpostazioniRiscontri" });
export const NuoveImpostazioni = z.strictObject(campi).meta({ id: "NuoveImpostazioniRiscontri" });

const comune = {
  api: "riconciliazione",
  path: "/impostazioni/{idDominio}",
  risorsa: "impostazioni",
  auth: ["applicazione", "operatore"],
  params: z.strictObject({ idDominio }),
  responses: { 200: ImpostazioniRiscontri },
} as const;

export const getImpostazioni = defineOperation({
  ...comune,
  id: "getImpostazioni",
  method: "GET",
  summary: "Impostazioni dell'abbinamento di un ente",
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  errors: [],
});

export const saveImpostazioni = defineOperation({
  ...comune,
  id: "saveImpostazioni",
  method: "PUT",
  summary: "Sostituisce le impostazioni dell'abbinamento di un ente",
  description:
    "Valgono dai ricalcoli che seguono; gli ultimi 100 movimenti ancora da spiegare si riguardano subito. If-Match con la versione è facoltativo.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 64 },
  body: NuoveImpostazioni,
  errors: ["PRECONDIZIONE", "CONFLITTO"],
});
