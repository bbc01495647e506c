/** Debts in v3 (reference 1.5, rows 2 and 3): without attempts, with what was collected of each item. */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/pendenze.ts";
import * as elenco from "../pendenze/elenco.ts";
import { Pendenza, VocePendenza } from "../pendenze/modelli-lettura.ts";

const api = "pagamento-v3";
const { campi: _, stato: __, ...filtri } = elenco.filtriPendenze;

const opz = z.exactOptional;
const testo = z.string();

/** What accounting reads of it (riconciliazione/modelli.ts), without how it was reconciled: apart, because that model is large. */
const RiscossioneVoce = z
  .strictObject({
    ...{ dominio: z.strictObject({ idDominio: testo, ragioneSociale: testo }), idDominio: testo, iuv: testo, iur: testo },
    ...{ idRicevuta: opz(testo), indice: z.number().int(), stato: testo, tipo: testo, importo: z.number(), data: z.iso.date() },
    ...{ allegato: opz(z.strictObject({ tipo: testo, testo })), pendenza: opz(testo) },
  })
  .meta({ id: "RiscossioneVoce" });

export const PendenzaArchivio = Pendenza.omit({ rpp: true })
  .extend({
    stato: z.enum(v2.STATI_PENDENZA_PORTALE),
    voci: z.array(z.strictObject({ ...VocePendenza.shape, riscossione: opz(RiscossioneVoce) })),
  })
  .meta({ id: "PendenzaArchivio" });

export const findPendenze = defineOperation({
  ...v2.findPendenze,
  api,
  description: `${v2.findPendenze.description} Le riscossioni delle voci sono nel dettaglio.`,
  query: queryLista({ ...filtri, ...v2.filtriPortale }),
  responses: { 200: listaPaginata(PendenzaArchivio).meta({ id: "PosizioneDebitoria" }) },
});

export const getPendenza = defineOperation({
  ...v2.getPendenza,
  api,
  description: "Con le riscossioni di ogni voce; le ricevute sono in /ricevute.",
  responses: { 200: PendenzaArchivio },
});
