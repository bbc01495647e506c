/** Whether a payment just registered opens a file, from what its registration already says: no other read, no other rule. */

import { definiti } from "../definiti.ts";
import { vociDaPagare } from "../pagamenti/pagabilita.ts";
import type { Pendenza, Segnalazione } from "../pendenze/pendenza.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import type { RicevutaInArrivo } from "../ricevute/ricevuta-nodo.ts";
import { chiaveDi, dataPagamentoDi } from "../ricevute/ricevuta-nodo.ts";
import { inizioGiorno } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import { type Fascicolo, idFascicolo } from "./fascicolo.ts";
import type { MotivoFascicolo } from "./motivi-fascicolo.ts";

const byImporto = (importo: bigint, dovuto: bigint): MotivoFascicolo => {
  if (importo > dovuto) return "IMPORTO_ECCEDENTE";
  return importo < dovuto ? "IMPORTO_INFERIORE" : "VERSAMENTI_DIVERSI";
};

interface Visto {
  readonly motivo: MotivoFascicolo;
  readonly dovuto: bigint;
  readonly dettaglio: string;
}

/** The gravest first: who paid an annulled debt twice has paid twice. */
const readSegnalazioni = (segnalazioni: readonly Segnalazione[], importo: bigint, dovuto: bigint): Visto | undefined => {
  const find = (codice: string): Segnalazione | undefined => segnalazioni.find((segnalazione) => segnalazione.codice === codice);
  const visto = (motivo: MotivoFascicolo, { descrizione, dettaglio }: Segnalazione, quanto: bigint): Visto => ({
    motivo,
    dovuto: quanto,
    dettaglio: dettaglio === undefined ? descrizione : `${descrizione}: ${dettaglio}`,
  });
  const [doppio, annullata, diverso, sconosciuta] = [
    find("PAGAMENTO_DUPLICATO"),
    find("PAGATA_DOPO_ANNULLAMENTO"),
    find("IMPORTO_DIVERSO"),
    find("AVVISO_SCONOSCIUTO"),
  ];
  if (annullata) return visto("PAGATA_DOPO_ANNULLAMENTO", annullata, 0n);
  if (doppio) return visto("PAGAMENTO_DUPLICATO", doppio, 0n);
  if (diverso) return visto(byImporto(importo, dovuto), diverso, dovuto);
  return sconosciuta && visto("PENDENZA_SCONOSCIUTA", sconosciuta, 0n);
};

const riferimentiDi = (pendenza: Pendenza | undefined) =>
  pendenza
    ? {
        ...{ idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza, idTipoPendenza: pendenza.idTipoPendenza },
        ...definiti({ idUnitaOperativa: pendenza.idUnitaOperativa }),
      }
    : {};

type Chiave = Pick<Fascicolo, "idDominio" | "iuv" | "iur" | "origine" | "importo" | "dataPagamento">;

const build = (chiave: Chiave, { motivo, dovuto, dettaglio }: Visto, pendenza: Pendenza | undefined, adesso: string): Fascicolo => ({
  versione: 0,
  ...chiave,
  id: idFascicolo(chiave.iuv, chiave.origine, chiave.iur),
  motivo,
  stato: "APERTO",
  importoDovuto: dovuto,
  dettaglio,
  ...riferimentiDi(pendenza),
  storia: [],
  dataApertura: adesso,
  dataUltimaVariazione: adesso,
});

/**
 * @param pendenza the debt before the receipt. @param segnalazioni what the registration says of it. @param nuove amounts that it collects: a receipt that
 * collects nothing of ours, or only tells what a settlement row had told, opens nothing. @param adesso instant.
 */
export function fascicoloDaRicevuta(
  arrivo: RicevutaInArrivo,
  pendenza: Pendenza | undefined,
  { segnalazioni, nuove }: { readonly segnalazioni: readonly Segnalazione[]; readonly nuove: readonly Riscossione[] },
  adesso: string,
): Fascicolo | undefined {
  const { receipt } = arrivo.richiesta;
  if (receipt.outcome === "KO" || nuove.length === 0) return undefined;
  // A notice of another intermediary of the same creditor has its debt elsewhere.
  if (!pendenza && !nuove.some(({ tipo }) => tipo === "ENTRATA" || tipo === "MBT")) return undefined;
  const dovuto = pendenza ? sumImporti(vociDaPagare(pendenza).map(({ importo }) => importo)) : 0n;
  const visto = readSegnalazioni(segnalazioni, receipt.paymentAmount, dovuto);
  const { idDominio, iuv } = chiaveDi(arrivo);
  const chiave = { idDominio, iuv, iur: receipt.receiptId, importo: receipt.paymentAmount, dataPagamento: dataPagamentoDi(arrivo) };
  return visto && build({ ...chiave, origine: "RICEVUTA" }, visto, pendenza, adesso);
}

/** The same for a payment that only a settlement row tells (outcomes 8 and 9). @param prima the debt before it. @param dopo the debt after it. */
export function fascicoloDaRiga(riga: Rendicontazione, prima: Pendenza, dopo: Pendenza, adesso: string): Fascicolo | undefined {
  const nuove = dopo.segnalazioni.slice(prima.segnalazioni.length);
  const dovuto = sumImporti(vociDaPagare(prima).map(({ importo }) => importo));
  const visto = readSegnalazioni(nuove, riga.importo, dovuto);
  const { idDominio, iuv, iur, importo, data } = riga;
  return (
    visto && build({ idDominio, iuv, iur, importo, dataPagamento: inizioGiorno(data), origine: "RENDICONTAZIONE" }, visto, prima, adesso)
  );
}
