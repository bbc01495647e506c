/** The seals of the journal and their verification (not of GovPay: its journal may be rewritten by whoever reaches the database). */
import * as z from "zod";
import { listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const impronta = z.string().regex(/^[0-9a-f]{64}$/);

const Sigillo = z
  .strictObject({
    giorno: z.iso.date(),
    precedente: impronta.describe("Impronta del giorno prima; zeri per il primo"),
    impronta: impronta.describe("SHA-256 della catena del giorno"),
    segmenti: z.number().int(),
    eventi: z.number().int(),
    alterazioni: z.number().int().describe("Modifiche e cancellazioni viste accadere quel giorno: devono essere zero"),
    chiusoAlle: z.string(),
  })
  .meta({ id: "SigilloGiornale" });

const TIPI_ANOMALIA = [
  ...(["CATENA_INTERROTTA", "SIGILLO_ALTERATO", "SEGMENTI_ALTERATI", "SEGMENTO_ALTERATO", "SEGMENTO_MANCANTE"] as const),
  ...(["EVENTO_MODIFICATO", "EVENTO_CANCELLATO", "EVENTI_AGGIUNTI", "ALTERAZIONE_REGISTRATA"] as const),
] as const;

const EsitoVerifica = z
  .strictObject({
    giorno: z.iso.date(),
    sigillo: Sigillo,
    parte: z.number().int(),
    parti: z.number().int().describe("La verifica è completa quando si sono chieste tutte, da 0"),
    esito: z.enum(["INTEGRO", "ALTERATO"]).describe("Di questa parte"),
    verificati: z.number().int().describe("Eventi confrontati con la loro impronta"),
    scaduti: z.number().int().describe("Eventi usciti dall'archivio alla fine della loro conservazione"),
    tardivi: z.number().int().describe("Eventi del giorno scritti, e sigillati, in un giorno seguente"),
    anomalie: z.array(z.strictObject({ tipo: z.enum(TIPI_ANOMALIA), dettaglio: z.string() })),
  })
  .meta({ id: "EsitoVerificaGiornale" });

const comuni = {
  api: "backoffice",
  risorsa: "eventi",
  auth: ["operatore"],
  acl: { servizi: ["Giornale degli Eventi"], diritto: "R" },
  capacita: ["anagrafiche:read", "eventi:read", "eventi:write", "sigilli:read"],
  peso: "lettura",
} as const;

export const findSigilli = defineOperation({
  ...comuni,
  id: "findSigilli",
  method: "GET",
  path: "/eventi/sigilli",
  summary: "Elenco dei sigilli giornalieri del giornale degli eventi",
  description: "Per chi vede tutti i creditori.",
  query: queryLista({ ordinamento: ordinamentoPer("giorno").default("-giorno") }),
  responses: { 200: listaPaginata(Sigillo) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const verificaSigillo = defineOperation({
  ...comuni,
  id: "verificaSigillo",
  method: "POST",
  path: "/eventi/sigilli/{giorno}/verifica",
  summary: "Verifica un giorno del giornale contro il suo sigillo",
  description:
    "Una parte per chiamata: la catena, i segmenti, ogni evento com'è adesso, e gli eventi che nessuno ha sigillato. Legge soltanto. " +
    "`npm run giornale:verifica -- --giorno AAAA-MM-GG` chiede tutte le parti.",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024 },
  params: z.strictObject({ giorno: z.iso.date() }),
  query: z.strictObject({ parte: z.coerce.number().int().min(0).max(100_000).default(0) }),
  responses: { 200: EsitoVerifica },
  errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO"],
});
