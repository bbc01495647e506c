/** What a printed receipt says, from the receipt of the Node, the debt it pays and the registry of its creditor. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";
import type { DebitoreDaStampare } from "../../ports/stampa-avviso.ts";
import type { RicevutaDaStampare, RigaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { enteDi } from "../pendenze/describe-avvisi.ts";

const isRecord = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;
const testoDi = (valore: unknown): string => (typeof valore === "string" ? valore : "");

const soggettoDi = ({ identificativo, anagrafica }: Soggetto): DebitoreDaStampare => ({ identificativo, anagrafica });

/** Rows of an RT: each says what it was for; the zero ones were not paid. */
const righeStoriche = ({ rt, idDominio }: Ricevuta, { voci }: Pendenza): readonly RigaRicevuta[] => {
  const righe = isRecord(rt["datiPagamento"]) ? rt["datiPagamento"]["datiSingoloPagamento"] : undefined;
  const elenco = (Array.isArray(righe) ? righe : []).filter(isRecord);
  return elenco.flatMap((riga, i) => {
    const importo = fromNumeroJson(Number(riga["singoloImportoPagato"]), "singoloImportoPagato");
    if (!importo.ok) throw new Error(importo.errore);
    const descrizione = (elenco.length === voci.length ? voci[i]?.descrizione : undefined) ?? testoDi(riga["causaleVersamento"]);
    return importo.valore > 0n ? [{ descrizione, importo: importo.valore, beneficiario: idDominio }] : [];
  });
};

/** The transfers as the receipt has them: what was really paid, not what was asked. The debt says it in plain words where it knows the item. */
const righeDi = ({ rt }: Ricevuta, { voci }: Pendenza): readonly RigaRicevuta[] => {
  const elenco = isRecord(rt["transferList"]) ? rt["transferList"]["transfer"] : undefined;
  return (Array.isArray(elenco) ? elenco : []).filter(isRecord).map((transfer) => {
    const importo = fromNumeroJson(Number(transfer["transferAmount"]), "transferAmount");
    if (!importo.ok) throw new Error(importo.errore);
    return {
      descrizione: voci.find(({ indice }) => indice === transfer["idTransfer"])?.descrizione ?? testoDi(transfer["remittanceInformation"]),
      importo: importo.valore,
      beneficiario: testoDi(transfer["fiscalCodePA"]),
    };
  });
};

export const describeRicevuta = (ricevuta: Ricevuta, pendenza: Pendenza, creditore: Creditore): RicevutaDaStampare => {
  const { debitore, versante, numeroAvviso, iuv, idRicevuta, dataPagamento, dataRicezione, importo, commissioni } = ricevuta;
  return {
    ...{ numeroAvviso, iuv, idRicevuta, dataPagamento, dataRicezione, importo, commissioni },
    ente: enteDi(pendenza, creditore),
    debitore: soggettoDi(debitore),
    versante: versante && versante.identificativo !== debitore.identificativo ? soggettoDi(versante) : undefined,
    eseguito: ricevuta.esito === "OK",
    causale: pendenza.causale,
    psp: ricevuta.denominazionePsp,
    // The legacy family names no channel in its receipt.
    canale: ricevuta.primitiva === "paaInviaRT" ? undefined : ricevuta.descrizioneCanale,
    metodo: ricevuta.metodoPagamento,
    righe: ricevuta.primitiva === "paaInviaRT" ? righeStoriche(ricevuta, pendenza) : righeDi(ricevuta, pendenza),
  };
};
