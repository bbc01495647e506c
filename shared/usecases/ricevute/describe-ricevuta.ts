/** What a printed receipt says, from the receipt of the Node, the debt it pays and the registry of its creditor. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { fromNumeroJson } from "../../domain/valori/importo.ts";
import type { DebitoreDaStampare } from "../../ports/stampa-avviso.ts";
import type { AllegatoRicevuta, RicevutaDaStampare, RigaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { enteDi, indirizzoDi, type LinguaChiesta, linguaDi } from "../pendenze/describe-avvisi.ts";

const isRecord = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;
const testoDi = (valore: unknown): string => (typeof valore === "string" ? valore : "");

const soggettoDi = (soggetto: Soggetto): DebitoreDaStampare => ({
  identificativo: soggetto.identificativo,
  anagrafica: soggetto.anagrafica,
  indirizzo: indirizzoDi(soggetto),
});

const elencoDi = (valore: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(valore) ? valore : []).filter(isRecord);
const righeRt = ({ rt }: Ricevuta) => elencoDi(isRecord(rt["datiPagamento"]) ? rt["datiPagamento"]["datiSingoloPagamento"] : undefined);
const transferDi = ({ rt }: Ricevuta) => elencoDi(isRecord(rt["transferList"]) ? rt["transferList"]["transfer"] : undefined);

const datoDi = (valore: unknown, nome: string): unknown => (isRecord(valore) ? valore[nome] : undefined);

/** Base64 of a stamp; what is not base64 is left out, as an unreadable logo is: the original has it anyway. */
const byteDi = (base64: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(base64), (carattere) => carattere.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Stamps of the receipt, of either family; very heavy ones are only in the original. */
const bolliDi = (ricevuta: Ricevuta): readonly AllegatoRicevuta[] =>
  [
    ...transferDi(ricevuta).map((transfer) => testoDi(transfer["MBDAttachment"])),
    ...righeRt(ricevuta).map((riga) => testoDi(datoDi(riga["allegatoRicevuta"], "testoAllegato"))),
  ].flatMap((base64, n) => {
    const contenuto = base64 === "" ? undefined : byteDi(base64);
    return contenuto && contenuto.length > 0
      ? [{ nome: `marca-da-bollo-${ricevuta.idRicevuta.replace(/[^\w-]/g, "_")}-${n + 1}.xml`, contenuto }]
      : [];
  });

/** Metadata of the payment and of its transfers. */
const metadatiDi = (ricevuta: Ricevuta): readonly { readonly nome: string; readonly valore: string }[] =>
  [ricevuta.rt, ...transferDi(ricevuta)]
    .flatMap((parte) => elencoDi(datoDi(parte["metadata"], "mapEntry")))
    .map(({ key, value }) => ({ nome: testoDi(key), valore: testoDi(value) }));

/** Outcomes 2 and 4 of the legacy family: some rows only (SANP 2.x, codiceEsitoPagamento). */
const isParziale = ({ rt }: Ricevuta): boolean => ["2", "4"].includes(String(datoDi(rt["datiPagamento"], "codiceEsitoPagamento")));

/** Rows of an RT: each says what it was for; the zero ones were not paid. */
const righeStoriche = (ricevuta: Ricevuta, voci: Pendenza["voci"]): readonly RigaRicevuta[] => {
  const elenco = righeRt(ricevuta);
  return elenco.flatMap((riga, i) => {
    const importo = fromNumeroJson(Number(riga["singoloImportoPagato"]), "singoloImportoPagato");
    if (!importo.ok) throw new Error(importo.errore);
    const descrizione = (elenco.length === voci.length ? voci[i]?.descrizione : undefined) ?? testoDi(riga["causaleVersamento"]);
    return importo.valore > 0n ? [{ descrizione, importo: importo.valore, beneficiario: ricevuta.idDominio }] : [];
  });
};

/** The transfers as the receipt has them: what was really paid, not what was asked. The debt says it in plain words where it knows the item. */
const righeDi = (ricevuta: Ricevuta, voci: Pendenza["voci"]): readonly RigaRicevuta[] =>
  transferDi(ricevuta).map((transfer) => {
    const importo = fromNumeroJson(Number(transfer["transferAmount"]), "transferAmount");
    if (!importo.ok) throw new Error(importo.errore);
    return {
      descrizione: voci.find(({ indice }) => indice === transfer["idTransfer"])?.descrizione ?? testoDi(transfer["remittanceInformation"]),
      importo: importo.valore,
      beneficiario: testoDi(transfer["fiscalCodePA"]),
      denominazione: testoDi(transfer["companyName"]),
    };
  });

/** What was paid, in the words of the receipt: of a debt that is not ours nobody else has them. */
const causaleDi = (ricevuta: Ricevuta): string =>
  testoDi(ricevuta.rt["description"]) ||
  testoDi(righeRt(ricevuta)[0]?.["causaleVersamento"]) ||
  testoDi(transferDi(ricevuta)[0]?.["remittanceInformation"]);

/** @param pendenza absent when the receipt pays a debt that is not here. @param lingua as asked; without it the debt decides. */
export const describeRicevuta = (
  ricevuta: Ricevuta,
  pendenza: Pendenza | undefined,
  creditore: Creditore,
  lingua?: LinguaChiesta,
): RicevutaDaStampare => {
  const { debitore, versante, numeroAvviso, iuv, idRicevuta, dataPagamento, dataRicezione, importo, commissioni, idDominio } = ricevuta;
  const storica = ricevuta.primitiva === "paaInviaRT";
  const voci = pendenza?.voci ?? [];
  return {
    ...{ numeroAvviso, iuv, idRicevuta, dataPagamento, dataRicezione, importo, commissioni },
    ...linguaDi(pendenza?.proprieta, lingua),
    ente: enteDi(pendenza ?? { idDominio }, creditore),
    debitore: soggettoDi(debitore),
    versante: versante && versante.identificativo !== debitore.identificativo ? soggettoDi(versante) : undefined,
    eseguito: ricevuta.esito === "OK",
    parziale: isParziale(ricevuta),
    causale: ricevuta.prova
      ? `PROVA, SENZA VALORE - ${pendenza?.causale ?? causaleDi(ricevuta)}`
      : (pendenza?.causale ?? causaleDi(ricevuta)),
    ...(ricevuta.prova && { prova: ricevuta.prova }),
    psp: ricevuta.denominazionePsp,
    // The legacy family names no channel in its receipt.
    canale: storica ? undefined : ricevuta.descrizioneCanale,
    metodo: ricevuta.metodoPagamento,
    righe: storica ? righeStoriche(ricevuta, voci) : righeDi(ricevuta, voci),
    metadati: metadatiDi(ricevuta),
    allegati: bolliDi(ricevuta),
  };
};
