/** Reminders to the debtors (reference 1.11 row 1, 3.14). */
import * as z from "zod";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const TIPI = ["AVVISO_PAGAMENTO", "SCADENZA_AVVISO_PAGAMENTO", "RICEVUTA_TELEMATICA"] as const;
const STATI = ["SPEDITO", "DA_SPEDIRE", "ANNULLATO", "FALLITO"] as const;

export const PromemoriaIndex = z
  .strictObject({
    tipo: z.enum(TIPI),
    dataCreazione: z.string(),
    stato: z.enum(STATI),
    descrizioneStato: opz(z.string()),
    dataUltimoAggiornamento: z.string(),
    dataProssimaSpedizione: opz(z.string()),
    numeroTentativi: z.number().int(),
    idDominio: z.string(),
    iuv: z.string(),
  })
  .meta({ id: "PromemoriaIndex" });

export const findPromemoria = defineOperation({
  api: "backoffice",
  id: "findPromemoria",
  method: "GET",
  path: "/promemoria",
  risorsa: "promemoria",
  summary: "Elenco dei promemoria ai debitori e del loro invio, dal più recente",
  description:
    "dataDa e dataA si riferiscono alla creazione. Questa versione non crea promemoria: l'elenco è vuoto finché l'invio non è attivo.",
  auth: ["operatore"],
  acl: { servizi: ["Configurazione e manutenzione"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista({ dataDa: opz(dataFiltro), dataA: opz(dataFiltro), stato: opz(z.enum(STATI)), tipo: opz(z.enum(TIPI)) }),
  responses: { 200: listaPaginata(PromemoriaIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
