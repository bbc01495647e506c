/** Settlement flows as documents: uploaded when pagoPA does not give them, downloaded as they came. Not of GovPay, which only downloads. */
import * as z from "zod";
import { idDominio, identificativo35, istante } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const comune = { api: "riconciliazione", risorsa: "flussi-rendicontazione", auth: ["applicazione", "operatore"] } as const;

export const FlussoCaricato = z
  .strictObject({
    idDominio: z.string(),
    idFlusso: z.string(),
    idPsp: z.string(),
    dataOraFlusso: z.iso.datetime({ offset: true }),
    trn: z.string(),
    dataRegolamento: z.iso.date(),
    numeroPagamenti: z.number().int(),
    importoTotale: z.number(),
  })
  .meta({ id: "FlussoCaricato", description: "La testata del documento, come è scritta" });

export const addFlussoRendicontazione = defineOperation({
  ...comune,
  method: "POST",
  id: "addFlussoRendicontazione",
  path: "/flussiRendicontazione",
  summary: "Carica un flusso di rendicontazione in XML",
  description:
    "Un FlussoRiversamento 1.0.4 o 1.0.5, acquisito come quelli che pagoPA pubblica: righe abbinate, totali confrontati con la testata, emissioni precedenti superate. " +
    "201: l'acquisizione segue, e il flusso si vede quando finisce; se pagoPA non l'aveva ancora reso, o l'aveva reso illeggibile, il documento ne prende il posto. 200: la stessa emissione era già registrata, da qui o da pagoPA. " +
    "Fino a 4 MB; compresso con gzip, fino a 15 MB di XML. Oltre, POST /caricamenti/firmati.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:write"],
  peso: "scrittura",
  query: z.strictObject({ idDominio: idDominio.meta({ description: "Di chi è il flusso: quello scritto nel documento" }) }),
  corpoGrezzo: ["application/xml", "text/xml", "application/gzip", "application/octet-stream", "multipart/form-data"],
  limiti: { bodyKilobytes: 4096, timeoutSeconds: 25, memoryMegabytes: 1024 },
  responses: { 200: FlussoCaricato.describe("Emissione già registrata"), 201: FlussoCaricato },
  errors: ["DOM_000", "DOM_001", "NON_PROCESSABILE", "CONFLITTO"],
});

export const getOriginaleFlusso = defineOperation({
  ...comune,
  method: "GET",
  id: "getOriginaleFlusso",
  path: "/flussiRendicontazione/{idDominio}/{idFlusso}/originale",
  summary: "Un flusso di rendicontazione in XML, byte per byte come è arrivato",
  description:
    "Il documento caricato o reso da pagoPA con FdR-1; di un flusso arrivato con FdR-3, che non è un documento, il FlussoRiversamento ricostruito. " +
    "Senza dataOraFlusso, l'ultima revisione.",
  acl: ACL_LETTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "lettura",
  limiti: { memoryMegabytes: 512 },
  params: z.strictObject({ idDominio, idFlusso: identificativo35 }),
  query: z.strictObject({ dataOraFlusso: opz(z.union([istante, z.iso.datetime({ local: true })])) }),
  responses: {
    200: { "application/xml": BINARIO },
    303: z.undefined().describe("Il documento è grande: si scarica dall'indirizzo in Location, valido 5 minuti"),
  },
  errors: ["NON_TROVATO", "RISPOSTA_ESTESA"],
});
