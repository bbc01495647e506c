/** Payment attempts in the hands of an operator (reference 1.11, rows 65-69). A missing ccp is the literal `n/a` of the legacy family, also as `n-a`. */
import * as z from "zod";
import { idDominio, identificativo35, idTipoPendenza, iuv, testo } from "../comuni/campi.ts";
import { booleanoQuery, campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as pendenze from "../pendenze/rpp.ts";
import { filtriClassificazione } from "./contabilita.ts";
import { RppPendenza } from "./modelli-pendenze.ts";

const opz = z.exactOptional;
const operatore = { api: "backoffice", risorsa: "rpp", auth: ["operatore"], acl: { servizi: ["Pendenze"], diritto: "R" } } as const;
const RppParziale = RppPendenza.partial().meta({ id: "RppPendenzaOperatoreParziale" });
const params = z.strictObject({ idDominio, iuv, ccp: z.string().regex(/^\S{1,35}$/, "ammessi da 1 a 35 caratteri senza spazi") });

/** GovPay's misspelling is accepted beside the word. */
const esito = z.enum([...pendenze.ESITI_RPP, "DECORENNZA_PARZIALE"]);
const { esitoPagamento: _esito, campi: _campi, ...filtri } = pendenze.filtriRpp;

const retrocompatibilita = {
  retrocompatibilitaMessaggiPagoPAV1: booleanoQuery
    .default(false)
    .describe("Richieste e ricevute della famiglia nuova nella forma di RPT e RT 6.2"),
};

export const findRpp = defineOperation({
  ...pendenze.findRpp,
  ...operatore,
  description:
    "dataRptDa e dataRptA si riferiscono alla richiesta, che dà anche l'ordine; dataRtDa e dataRtA all'arrivo della ricevuta. ccp è il codice del tentativo o " +
    "l'identificativo della ricevuta. idUnita, idTipoPendenza, direzione, divisione, tassonomia e anagraficaDebitore (una sua parte) sono quelli della pendenza quando il tentativo è nato.",
  query: queryLista({
    ...filtri,
    campi: opz(campiTra(RppPendenza.keyof().options)),
    esito: opz(esito),
    ...filtriClassificazione,
    tassonomia: opz(testo(35)),
    idUnita: opz(identificativo35),
    idTipoPendenza: opz(idTipoPendenza),
    anagraficaDebitore: opz(testo(70)),
    ...retrocompatibilita,
  }),
  responses: { 200: listaPaginata(z.union([RppPendenza, RppParziale])) },
});

export const getRpp = defineOperation({
  datiPersonali: true,
  ...pendenze.getRpp,
  ...operatore,
  params,
  query: z.strictObject(retrocompatibilita),
  responses: { 200: RppPendenza },
});

export const getRpt = defineOperation({
  datiPersonali: true,
  ...pendenze.getRpt,
  ...operatore,
  params,
  query: z.strictObject(retrocompatibilita),
});
export const getRt = defineOperation({
  datiPersonali: true,
  ...pendenze.getRt,
  ...operatore,
  params,
  query: z.strictObject(retrocompatibilita),
});

const VariazioneRpp = z
  .discriminatedUnion("path", [
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/bloccante"), value: z.boolean() }),
    z.strictObject({ op: z.literal("REPLACE"), path: z.literal("/rt"), value: z.string().min(1).max(700_000) }),
  ])
  .meta({ id: "VariazioneRpp" });

export const updateRpp = defineOperation({
  ...operatore,
  id: "updateRpp",
  method: "PATCH",
  path: "/rpp/{idDominio}/{iuv}/{ccp}",
  summary: "Dice se un tentativo aperto impedisce di avviarne altri, o gli assegna la sua ricevuta",
  description:
    "REPLACE /bloccante, o REPLACE /rt: la ricevuta, in base64 o come testo XML, passa dagli stessi controlli e dalla stessa registrazione di POST /ricevute e deve " +
    "essere del tentativo indicato. Una variazione per volta.",
  acl: { servizi: ["Pendenze"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write"],
  // Registers a receipt as POST /ricevute does.
  peso: "soap",
  limiti: { bodyKilobytes: 768, timeoutSeconds: 20 },
  params,
  body: z.array(VariazioneRpp).length(1, "ammessa una variazione per volta"),
  responses: { 200: RppPendenza },
  errors: [
    "NON_TROVATO",
    "CONFLITTO",
    "PAA_SINTASSI_EXTRAXSD",
    "PAA_SINTASSI_XSD",
    "PAA_ID_DOMINIO_ERRATO",
    "PAA_ID_INTERMEDIARIO_ERRATO",
    "PAA_STAZIONE_INT_ERRATA",
    "PAA_RPT_SCONOSCIUTA",
    "PAA_RECEIPT_DUPLICATA",
    "PAA_SEMANTICA",
  ],
});
