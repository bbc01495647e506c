/** Whose money the receipts tell: own, of other intermediaries, of secondary creditors (TARI and TEFA). Not of GovPay. */
import * as z from "zod";
import { giorno, idDominio } from "../comuni/campi.ts";
import { booleanoQuery, elencoQuery } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const testo = opz(z.string());

export const GRUPPI = ["relazione", "idDominioTitolare", "idBeneficiario", "idTipoPendenza", "tassonomia", "idPsp"] as const;
const totali = { quote: z.number().int().meta({ description: "Trasferimenti contati" }), importo: z.number() } as const;

export const ProspettoBeneficiari = z
  .strictObject({
    ...{ idDominio: z.string(), dataDa: z.iso.date(), dataA: z.iso.date(), gruppi: z.array(z.enum(GRUPPI)) },
    ricevute: z.number().int(),
    totale: z.strictObject(totali),
    risultati: z.array(
      z.strictObject({
        relazione: opz(z.enum(["PROPRIO", "NON_MIO", "DA_ALTRI", "PER_ALTRI", "BOLLO", "SOLO_RENDICONTATO"])),
        ...{ idDominioTitolare: testo, idBeneficiario: testo, idTipoPendenza: testo, tassonomia: testo, idPsp: testo },
        ...totali,
      }),
    ),
    quotaAttesa: opz(
      z.strictObject({
        percentuale: z.number(),
        confrontate: z.number().int(),
        diverse: z.number().int(),
        differenze: z
          .array(
            z.strictObject({
              ...{ iuv: z.string(), idRicevuta: z.string(), idBeneficiario: z.string(), importo: z.number(), importoAtteso: z.number() },
            }),
          )
          .meta({ description: "Le prime 100" }),
      }),
    ),
  })
  .meta({ id: "ProspettoBeneficiari" });

export const findBeneficiari = defineOperation({
  api: "riconciliazione",
  id: "findBeneficiari",
  risorsa: "beneficiari",
  method: "GET",
  path: "/beneficiari",
  summary: "Di chi è il denaro delle ricevute di un ente: suo, di avvisi di altri intermediari, di altri beneficiari (TEFA)",
  description:
    "Conta i trasferimenti delle ricevute arrivate tra dataDa e dataA, giorni di Roma compresi. PROPRIO: avviso emesso qui; NON_MIO: avviso dell'ente, emesso da un altro " +
    "intermediario; DA_ALTRI: la quota dell'ente in un avviso altrui; PER_ALTRI: la quota di un altro ente in un avviso suo; BOLLO: marche da bollo. Ogni trasferimento si conta una volta: " +
    "la somma delle relazioni è il totale. Con quotaAttesa (per cento; il TEFA è di solito 5) la quota di ogni altro beneficiario si confronta con quella parte di ciò che l'ente " +
    "incassa nello stesso avviso, a meno di un centesimo. Al massimo 3000 ricevute (una lettura ogni 100, e una per le loro pendenze): oltre si usa POST /esportazioni del Backoffice " +
    "con il contenuto beneficiari. Con soloRendicontati=true si aggiunge SOLO_RENDICONTATO: le righe dei flussi in vigore che sono di altri intermediari, pagate nel periodo e di cui " +
    "non c'è la ricevuta, ciascuna una volta. Il tipo di ciò che qui non ha una pendenza è quello delle regole dell'ente (impostazioni, pagamentiEsterni). Con Accept text/csv, i totali come CSV. Una ricevuta della famiglia storica (RT) non nomina i beneficiari: è tutta del suo ente.",
  auth: ["applicazione", "operatore"],
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 512 },
  query: z
    .strictObject({
      ...{ idDominio, dataDa: giorno, dataA: giorno },
      gruppi: elencoQuery(z.enum(GRUPPI), GRUPPI.length).prefault("relazione,idDominioTitolare,idBeneficiario,idTipoPendenza"),
      quotaAttesa: opz(
        z.string().regex(/^(?:100|\d{1,2}(?:\.\d{1,2})?)$/, "attesa una percentuale tra 0 e 100, con al più due decimali dopo il punto"),
      ),
      idBeneficiario: opz(idDominio),
      soloRendicontati: booleanoQuery.default(false),
    })
    .refine(({ dataDa, dataA }) => dataDa <= dataA, { path: ["dataDa"], error: "viene dopo dataA" })
    .refine(({ quotaAttesa, idBeneficiario }) => idBeneficiario === undefined || quotaAttesa !== undefined, {
      path: ["idBeneficiario"],
      error: "ammesso solo con quotaAttesa",
    }),
  responses: { 200: { "application/json": ProspettoBeneficiari, "text/csv": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO"],
});
