/** Ways to explain a movement that wait for a person, and what people decided: not of GovPay, which has neither. */
import * as z from "zod";
import { giorno, idDominio, idRicevuta, importo as importoEuro, iuv, testo } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE, ordinamento } from "./parametri.ts";

const opz = z.exactOptional;
const importo = z.number();
const istante = z.iso.datetime({ offset: true });
const idMovimento = z.string().regex(/^[a-zA-Z0-9-]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre e -");
const id = z.string().regex(/^[a-zA-Z0-9-]{1,64}_[a-zA-Z0-9-]{1,64}$/, "atteso l'identificativo di un movimento, _ e un nome");
const chiave = z.strictObject({ idDominio, id });

/** What a movement pays: a flow, or one transfer of a receipt. */
export const OggettoCollegato = z
  .discriminatedUnion("tipo", [
    z.strictObject({ tipo: z.literal("FLUSSO"), idFlusso: testo(35), idPsp: testo(35) }),
    z.strictObject({ tipo: z.literal("TRASFERIMENTO"), iuv, iur: idRicevuta, indice: z.number().int().min(1).max(99) }),
  ])
  .meta({ id: "OggettoCollegato" });

const quota = z.strictObject({ oggetto: OggettoCollegato, importo });

export const Proposta = z
  .strictObject({
    id: z.string(),
    idDominio: z.string(),
    idMovimento: z.string(),
    dataContabile: z.iso.date(),
    importo,
    oggetti: z.array(quota).meta({ description: "Tutto ciò che il movimento pagherebbe, con la parte di ciascuno" }),
    fiducia: z.number().int().meta({ description: "Da 1 a 100" }),
    motivi: z.array(z.string()).meta({ description: "I codici dei motivi che fanno la fiducia" }),
    frase: z.string(),
    versione: z.number().int().meta({ description: "Da rimandare in If-Match per decidere solo di ciò che si è visto" }),
  })
  .meta({ id: "PropostaAbbinamento" });

export const Regola = z
  .strictObject({
    id: z.string(),
    idDominio: z.string(),
    idMovimento: z.string(),
    decisione: z.enum(["CONFERMA", "RIFIUTO", "NON_PAGOPA"]),
    oggetti: z.array(z.strictObject({ oggetto: OggettoCollegato, importo: opz(importo) })),
    chiude: opz(z.literal(true)),
    origine: z.enum(["PROPOSTA", "MANUALE", "ANNULLAMENTO"]),
    idProposta: opz(z.string()),
    nota: opz(z.string()),
    principal: z.string(),
    data: istante,
    revoca: opz(z.strictObject({ principal: z.string(), data: istante, motivo: z.string() })),
  })
  .meta({ id: "RegolaAbbinamento" });

const chiude = opz(z.literal(true)).meta({
  description: "Vero: la differenza d'importo è accettata, e ciò che si conferma vale come accreditato per intero",
});

export const ConfermaProposta = z.strictObject({ chiude, nota: opz(testo(255)) }).meta({ id: "ConfermaProposta" });
export const RifiutoProposta = z
  .strictObject({
    nonPagoPA: opz(z.literal(true)).meta({ description: "Vero: il movimento non è di pagoPA, e non va più spiegato" }),
    nota: opz(testo(255)),
  })
  .meta({ id: "RifiutoProposta" });

export const NuovaRegola = z
  .strictObject({
    idDominio,
    idMovimento,
    decisione: z.enum(["CONFERMA", "RIFIUTO", "NON_PAGOPA"]),
    oggetti: opz(
      z
        .array(z.strictObject({ oggetto: OggettoCollegato, importo: opz(importoEuro) }))
        .min(1)
        .max(20, "ammessi al massimo 20 oggetti"),
    ),
    chiude,
    nota: opz(testo(255)),
  })
  .refine(({ decisione, oggetti }) => (oggetti === undefined) === (decisione === "NON_PAGOPA"), {
    error: "oggetti: servono con CONFERMA e RIFIUTO, e non con NON_PAGOPA",
  })
  .refine(
    ({ decisione, oggetti = [] }) => decisione !== "CONFERMA" || oggetti.every(({ importo: euro }) => euro !== undefined && euro > 0),
    {
      error: "oggetti.importo: con CONFERMA serve per ogni oggetto, maggiore di zero",
    },
  )
  .meta({ id: "NuovaRegolaAbbinamento" });

const comune = { api: "riconciliazione", auth: ["applicazione", "operatore"] } as const;
const lettura = {
  ...comune,
  method: "GET",
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;
const scrittura = {
  ...comune,
  method: "POST",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
} as const;

export const findProposte = defineOperation({
  ...lettura,
  id: "findProposte",
  path: "/proposte",
  summary: "Elenco delle proposte di abbinamento, dalla più sicura",
  description: "dataDa e dataA si riferiscono al giorno contabile del movimento.",
  risorsa: "proposte",
  query: queryLista({
    idDominio: opz(idDominio),
    idMovimento: opz(idMovimento),
    fiduciaMinima: opz(z.coerce.number().int().min(1).max(100)),
    dataDa: opz(giorno),
    dataA: opz(giorno),
  }),
  responses: { 200: listaPaginata(Proposta) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const ERRORI = ["NON_TROVATO", "NON_PROCESSABILE", "PRECONDIZIONE", "CONFLITTO"] as const;

export const confirmProposta = defineOperation({
  ...scrittura,
  id: "confirmProposta",
  path: "/proposte/{idDominio}/{id}/conferma",
  summary: "Conferma una proposta: il movimento paga ciò che la proposta dice",
  description:
    "La decisione diventa una regola, che i ricalcoli non toccano. Se il denaro copre il dovuto segue da sé la riconciliazione. Di due persone insieme vince la prima: " +
    "l'altra riceve 409 con il nome di chi ha deciso. If-Match con la versione della proposta è facoltativo.",
  risorsa: "proposte",
  params: chiave,
  body: ConfermaProposta,
  responses: { 200: Regola },
  errors: ERRORI,
});

export const rejectProposta = defineOperation({
  ...scrittura,
  id: "rejectProposta",
  path: "/proposte/{idDominio}/{id}/rifiuto",
  summary: "Rifiuta una proposta: non sarà ripetuta",
  risorsa: "proposte",
  params: chiave,
  body: RifiutoProposta,
  responses: { 200: Regola },
  errors: ERRORI,
});

export const findRegole = defineOperation({
  ...lettura,
  id: "findRegole",
  path: "/regole",
  summary: "Elenco delle decisioni delle persone sui movimenti",
  description: "Dalla più recente. dataDa e dataA si riferiscono al momento della decisione.",
  risorsa: "regole",
  query: queryLista({
    ordinamento: ordinamento("data"),
    idDominio: opz(idDominio),
    idMovimento: opz(idMovimento),
    revocate: opz(booleanoQuery),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
  }),
  responses: { 200: listaPaginata(Regola) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const addRegola = defineOperation({
  ...scrittura,
  id: "addRegola",
  path: "/regole",
  summary: "Decide a mano che cosa paga un movimento, che cosa non paga, o che non è di pagoPA",
  risorsa: "regole",
  body: NuovaRegola,
  responses: { 201: Regola },
  errors: ERRORI,
});

export const revokeRegola = defineOperation({
  ...scrittura,
  id: "revokeRegola",
  path: "/regole/{idDominio}/{id}/revoca",
  summary: "Revoca una decisione: il movimento torna ai calcoli",
  description:
    "La regola resta nell'elenco, con chi l'ha revocata e perché. Una conferma da cui è nata una riconciliazione cade annullando quella.",
  risorsa: "regole",
  params: chiave,
  body: z.strictObject({ motivo: testo(255) }).meta({ id: "RevocaRegola" }),
  responses: { 200: Regola },
  errors: ERRORI,
});
