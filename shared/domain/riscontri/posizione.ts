/**
 * Labels of the transfers of one payment code. The money of the flows is decided elsewhere (abbina.ts) and comes as a verdict, so a flow of
 * 100,000 rows is labelled a code at a time. The table of the conditions is in docs/riconciliazione.md.
 */
import { anomalieTrasferimento } from "./anomalie-trasferimento.ts";
import { isSenzaRiversamento } from "./banco.ts";
import type { Avanzamento, EsitoPosizione, EsitoTrasferimento, Qualifica } from "./esiti.ts";
import { type Etichetta, inOrdine } from "./etichette.ts";
import type { EvidenzePosizione, Impostazioni } from "./evidenze.ts";
import { confronta } from "./in-vigore.ts";
import {
  type DenaroPosizione,
  hasPagamento,
  isCoperto,
  isNonMio,
  isRendicontato,
  type Trasferimento,
  trasferimentiDi,
} from "./trasferimenti.ts";

/** The rungs that a payment climbs: only the highest holds, with or without the notification. */
const gradini = (t: Trasferimento, notificato: boolean): readonly Etichetta[] => {
  if (!hasPagamento(t)) return [];
  if (t.riscossione && isSenzaRiversamento(t.riscossione) && !t.riga) return ["RT_SENZA_RIVERSAMENTO"];
  if (!isRendicontato(t)) return t.singoli.length > 0 ? ["RT_TES"] : ["RT_NO_IUF"];
  const incassato = t.riga !== undefined && isCoperto(t.riga.flusso);
  const gradino = incassato ? (notificato ? "IUD_RT_IUF_TES" : "RT_IUF_TES") : notificato ? "IUD_RT_IUF" : "RT_IUF";
  return t.singoli.length > 0 ? [gradino, "RT_TES"] : [gradino];
};

function etichetteDi(t: Trasferimento, { enteNotifica }: Impostazioni): readonly Etichetta[] {
  const { riscossione, riga, notifica, singoli } = t;
  const notificato = notifica !== undefined && notifica.importo === riscossione?.importo;
  const senzaRiversamento = riscossione !== undefined && isSenzaRiversamento(riscossione);
  const attesa = enteNotifica && riscossione !== undefined && !senzaRiversamento && !isNonMio(t);
  const condizioni: readonly (readonly [Etichetta, boolean])[] = [
    ["IUD_NO_RT", notifica !== undefined && !notificato],
    ["RT_NO_IUD", attesa && notifica === undefined],
    ["IUV_NO_RT", riga !== undefined && !hasPagamento(t)],
    ["DOPPI", t.doppio],
  ];
  const delFlusso = riga && singoli.length === 0 ? riga.flusso.etichette : [];
  const trovate = [...gradini(t, notificato), ...condizioni.flatMap(([etichetta, vale]) => (vale ? [etichetta] : [])), ...delFlusso];
  return trovate.length > 0 ? inOrdine(trovate) : ["UNKNOWN"];
}

/** Accounting's reduction: reported even when the receipt is missing, cashed only when the money is there to the cent or within the tolerance. */
function avanzamentoDi(t: Trasferimento): Avanzamento {
  const { riscossione, riga, singoli } = t;
  const rendicontato = riga !== undefined && (riscossione === undefined || isRendicontato(t));
  if (singoli.length > 0 || (rendicontato && isCoperto(riga.flusso))) return "INCASSATO";
  if (rendicontato) return "RENDICONTATO";
  return riscossione ? "PAGATO" : "NON_PAGATO";
}

function qualificheDi(t: Trasferimento): readonly Qualifica[] {
  const { riscossione, riga, altre } = t;
  const tutte: readonly (readonly [Qualifica, boolean])[] = [
    ["BOLLO", riscossione?.tipo === "MBT"],
    ["ALTRO_BENEFICIARIO", riscossione?.tipo === "ENTRATA_PA_NON_INTERMEDIATA"],
    ["NON_MIO", isNonMio(t)],
    ["SENZA_RICEVUTA", riscossione ? riscossione.senzaRpt : riga !== undefined],
    ["STAND_IN", riga?.riga.esito === 4 || riga?.riga.esito === 8],
    ["REVOCATO", altre.some(({ riga: { esito } }) => esito === 3)],
  ];
  return tutte.flatMap(([qualifica, vale]) => (vale ? [qualifica] : []));
}

const importoDi = ({ riscossione, riga, altre, notifica }: Trasferimento): bigint =>
  riscossione?.importo ?? riga?.riga.importo ?? notifica?.importo ?? altre[0]?.riga.importo ?? 0n;

const toEsito = (idDominio: string, t: Trasferimento, impostazioni: Impostazioni): EsitoTrasferimento => {
  const { iuv, iur, indice, riga, singoli } = t;
  const movimenti = [...(riga?.flusso.idMovimenti ?? []), ...singoli.map(({ idMovimento }) => idMovimento)];
  return {
    idDominio,
    iuv,
    iur,
    indice,
    importo: importoDi(t),
    etichette: etichetteDi(t, impostazioni),
    avanzamento: avanzamentoDi(t),
    qualifiche: qualificheDi(t),
    ...(riga && { flusso: { idFlusso: riga.flusso.idFlusso, idPsp: riga.flusso.idPsp, revisione: riga.flusso.revisione } }),
    idMovimenti: [...new Set(movimenti)].sort(),
  };
};

/** Labels, progress and anomalies of every transfer of a payment code, in order of receipt and index. */
export function labelPosizione(evidenze: EvidenzePosizione, denaro: DenaroPosizione, impostazioni: Impostazioni): EsitoPosizione {
  const { idDominio } = evidenze;
  const trasferimenti = trasferimentiDi(evidenze, denaro).toSorted(
    (a, b) => confronta(a.iur, b.iur) || a.indice - b.indice || confronta(a.notifica?.iud ?? "", b.notifica?.iud ?? ""),
  );
  return {
    trasferimenti: trasferimenti.map((t) => toEsito(idDominio, t, impostazioni)),
    anomalie: trasferimenti.flatMap((t) => anomalieTrasferimento(idDominio, t, impostazioni)),
  };
}
