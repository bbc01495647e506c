/** Collected amounts that a receipt proves: one per transfer, or the one already inferred from a settlement row, completed. */
import type { Creditore } from "../anagrafiche/creditore.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { isIuvInterno } from "../valori/numero-avviso.ts";
import { classificazioneDi } from "./classificazione.ts";
import type { Riscossione, TipoRiscossione } from "./ricevuta.ts";
import { chiaveDi, dataPagamentoDi, type RicevutaInArrivo, riscossioneDi, transferDistinti } from "./ricevuta-nodo.ts";

export interface ContestoRiscossioni {
  readonly arrivo: RicevutaInArrivo;
  readonly pendenza: Pendenza | undefined;
  /** Registered creditors among the beneficiaries. */
  readonly creditori: ReadonlyMap<string, Creditore>;
  /** Collected amounts already known under this receipt's id. */
  readonly esistenti: readonly Riscossione[];
}

export interface RiscossioniDiRicevuta {
  readonly nuove: readonly Riscossione[];
  /** Created without a receipt (settlement codes 8 and 9), now proved by it. */
  readonly completate: readonly Riscossione[];
}

/** The largest stamp kept with its amount; a larger one stays in the original only. */
const ALLEGATO_MASSIMO = 100_000;

/** The creditor is told apart from the beneficiary: a secondary one files only what is its own. */
const spettaA = ({ arrivo }: ContestoRiscossioni, beneficiario: string): boolean => {
  const { idPA, receipt } = arrivo.richiesta;
  return idPA === receipt.fiscalCode || beneficiario === idPA;
};

function tipoDi({ arrivo, pendenza, creditori }: ContestoRiscossioni, beneficiario: string, bollo: boolean): TipoRiscossione {
  if (bollo) return "MBT";
  const creditore = creditori.get(beneficiario);
  if (!creditore?.dominio.intermediato) return "ENTRATA_PA_NON_INTERMEDIATA";
  const { auxDigit, segregationCode } = creditore.dominio;
  const { iuv } = chiaveDi(arrivo);
  const propria = pendenza !== undefined || beneficiario !== arrivo.richiesta.receipt.fiscalCode || auxDigit === undefined;
  return propria || isIuvInterno(iuv, { auxDigit, segregationCode }) ? "ENTRATA" : "ALTRO_INTERMEDIARIO";
}

export function toRiscossioni(contesto: ContestoRiscossioni): RiscossioniDiRicevuta {
  const { arrivo, pendenza, esistenti } = contesto;
  const { receipt } = arrivo.richiesta;
  if (receipt.outcome === "KO") return { nuove: [], completate: [] };
  const { iuv } = chiaveDi(arrivo);
  const nuove: Riscossione[] = [];
  const completate: Riscossione[] = [];
  for (const transfer of transferDistinti(receipt)) {
    const idDominio = transfer.fiscalCodePA;
    if (!spettaA(contesto, idDominio)) continue;
    // The fee belongs to the payment, not to each transfer: repeated, it would be counted up to five times.
    const commissioni = transfer.idTransfer === 1 && receipt.fee !== undefined ? { commissioni: receipt.fee } : {};
    const { iur, indice } = riscossioneDi(receipt, transfer);
    const nota = esistenti.find((r) => r.idDominio === idDominio && r.iur === iur && r.indice === indice);
    if (nota) {
      if (nota.senzaRpt)
        completate.push({ ...nota, ...commissioni, idRicevuta: receipt.receiptId, data: dataPagamentoDi(arrivo), senzaRpt: false });
      continue;
    }
    const voce = pendenza?.voci.find(({ indice }) => indice === transfer.idTransfer);
    const allegato = transfer.MBDAttachment;
    nuove.push({
      versione: 0,
      idDominio,
      iuv,
      iur,
      indice,
      idDominioTitolare: receipt.fiscalCode,
      ...(pendenza && classificazioneDi(pendenza)),
      ...(voce && { idVocePendenza: voce.idVocePendenza }),
      stato: "RISCOSSA",
      tipo: tipoDi(contesto, idDominio, allegato !== undefined),
      importo: transfer.transferAmount,
      ...commissioni,
      data: dataPagamentoDi(arrivo),
      idRicevuta: receipt.receiptId,
      senzaRpt: false,
      ...(arrivo.provenienza === "PROVA" && { prova: true }),
      ...(allegato !== undefined && allegato.length <= ALLEGATO_MASSIMO && { allegato }),
    });
  }
  return { nuove, completate };
}
