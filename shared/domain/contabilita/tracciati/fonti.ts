/** What a column of a layout may hold: a closed list of names, each with its type. */
import type { TipoColonna, Valore } from "../../esportazioni/tabelle.ts";
import type { Soggetto } from "../../pendenze/pendenza.ts";
import { idEntrataDi } from "../../rendicontazioni/entrata-prevista.ts";
import { formatImporto } from "../../valori/importo.ts";
import type { RigaContabile } from "../riga-contabile.ts";
import {
  type ContestoFile,
  type ContestoRiga,
  diFile,
  diFlusso,
  diQuota,
  diRendicontazione,
  diTotale,
  type Fonte,
  fonte,
} from "./fonte.ts";
import { FONTI_CONNETTORI } from "./fonti-connettori.ts";

const diDebitore = (campo: keyof Soggetto): Fonte => fonte("testo", ({ pendenza }) => pendenza?.debitore[campo]);

/** Amounts of the text are strings: JSON has no cents. */
const toJson = (valore: unknown): string | undefined =>
  valore === undefined ? undefined : JSON.stringify(valore, (_chiave, v: unknown) => (typeof v === "bigint" ? formatImporto(v) : v));

const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const innocuo = (testo: string): string => testo.replace(/[&<>]/g, (carattere) => ENTITA[carattere] ?? "");

/** The accounting as MyPay writes it inside a cell; empty when the debt does not say it. */
const toBilancio = (quote: readonly RigaContabile[]): string | undefined => {
  const capitoli = quote.flatMap(({ quota, importo }) =>
    quota === undefined
      ? []
      : [
          `<capitolo><codCapitolo>${innocuo(quota.capitolo)}</codCapitolo><accertamento>` +
            `<codAccertamento>${innocuo(quota.accertamento ?? "")}</codAccertamento><importo>${formatImporto(importo)}</importo></accertamento></capitolo>`,
        ],
  );
  return capitoli.length === 0 ? undefined : `<bilancio>${capitoli.join("")}</bilancio>`;
};

export const FONTI = {
  "riscossione.idDominio": fonte("testo", ({ riscossione }) => riscossione.idDominio),
  "riscossione.iuv": fonte("testo", ({ riscossione }) => riscossione.iuv),
  "riscossione.iur": fonte("testo", ({ riscossione }) => riscossione.iur),
  "riscossione.indice": fonte("intero", ({ riscossione }) => riscossione.indice),
  "riscossione.importo": fonte("importo", ({ riscossione }) => riscossione.importo),
  "riscossione.commissioni": fonte("importo", ({ riscossione }) => riscossione.commissioni),
  "riscossione.data": fonte("istante", ({ riscossione }) => riscossione.data),
  "riscossione.stato": fonte("testo", ({ riscossione }) => riscossione.stato),
  "riscossione.tipo": fonte("testo", ({ riscossione }) => riscossione.tipo),
  "riscossione.idRiconciliazione": fonte("testo", ({ riscossione }) => riscossione.idRiconciliazione),
  "pendenza.idA2A": fonte("testo", ({ riscossione }) => riscossione.idA2A),
  "pendenza.idPendenza": fonte("testo", ({ riscossione }) => riscossione.idPendenza),
  "pendenza.idTipoPendenza": fonte("testo", ({ riscossione }) => riscossione.idTipoPendenza),
  "pendenza.idUnitaOperativa": fonte("testo", ({ riscossione }) => riscossione.idUnitaOperativa),
  "pendenza.direzione": fonte("testo", ({ riscossione }) => riscossione.direzione),
  "pendenza.divisione": fonte("testo", ({ riscossione }) => riscossione.divisione),
  "pendenza.tassonomia": fonte("testo", ({ riscossione }) => riscossione.tassonomia),
  "pendenza.numeroAvviso": fonte("testo", ({ pendenza }) => pendenza?.numeroAvviso),
  "pendenza.causale": fonte("testo", ({ pendenza }) => pendenza?.causale),
  "pendenza.nome": fonte("testo", ({ pendenza }) => pendenza?.nome),
  "pendenza.importo": fonte("importo", ({ pendenza }) => pendenza?.importo),
  "pendenza.dataCaricamento": fonte("istante", ({ pendenza }) => pendenza?.dataCaricamento),
  "pendenza.annoRiferimento": fonte("intero", ({ pendenza }) => pendenza?.annoRiferimento),
  "pendenza.dataScadenza": fonte("giorno", ({ pendenza }) => pendenza?.dataScadenza),
  "pendenza.cartellaPagamento": fonte("testo", ({ pendenza }) => pendenza?.cartellaPagamento),
  "pendenza.idDocumento": fonte("testo", ({ pendenza }) => pendenza?.documento?.identificativo),
  "pendenza.rata": fonte("intero", ({ pendenza }) => pendenza?.documento?.rata),
  "pendenza.datiAllegati": fonte("testo", ({ pendenza }) => toJson(pendenza?.datiAllegati)),
  "debitore.tipo": diDebitore("tipo"),
  "debitore.identificativo": diDebitore("identificativo"),
  "debitore.anagrafica": diDebitore("anagrafica"),
  "debitore.indirizzo": diDebitore("indirizzo"),
  "debitore.civico": diDebitore("civico"),
  "debitore.cap": diDebitore("cap"),
  "debitore.localita": diDebitore("localita"),
  "debitore.provincia": diDebitore("provincia"),
  "debitore.nazione": diDebitore("nazione"),
  "debitore.email": diDebitore("email"),
  "voce.idVocePendenza": fonte("testo", ({ riscossione }) => riscossione.idVocePendenza),
  "voce.descrizione": fonte("testo", (_entrata, { quote }) => quote[0]?.voce?.descrizione),
  "voce.idEntrata": fonte("testo", idEntrataDi),
  "voce.datiAllegati": fonte("testo", (_entrata, { quote }) => toJson(quote[0]?.voce?.datiAllegati)),
  "voce.contabilita": fonte("testo", (_entrata, { quote }) => toJson(quote[0]?.voce?.contabilita)),
  "voce.bilancio": fonte("testo", (_entrata, { quote }) => toBilancio(quote)),
  /** What the row is worth: the amount, or the share of one quote. */
  "quota.importo": { tipo: "importo", of: ({ quote }, _file, numero) => quote[numero - 1]?.importo },
  "quota.capitolo": diQuota("testo", (quota) => quota.capitolo),
  "quota.annoEsercizio": diQuota("intero", (quota) => quota.annoEsercizio),
  "quota.accertamento": diQuota("testo", (quota) => quota.accertamento),
  "quota.titolo": diQuota("testo", (quota) => quota.titolo),
  "quota.tipologia": diQuota("testo", (quota) => quota.tipologia),
  "quota.categoria": diQuota("testo", (quota) => quota.categoria),
  "quota.articolo": diQuota("testo", (quota) => quota.articolo),
  "flusso.idFlusso": diFlusso("testo", ({ idFlusso }) => idFlusso),
  "flusso.idPsp": diFlusso("testo", ({ idPsp }) => idPsp),
  "flusso.ragioneSocialePsp": diFlusso("testo", ({ ragioneSocialePsp }) => ragioneSocialePsp),
  "flusso.data": diFlusso("istante", ({ dataFlusso }) => dataFlusso),
  "flusso.trn": diFlusso("testo", ({ trn }) => trn),
  "flusso.dataRegolamento": diFlusso("giorno", ({ dataRegolamento }) => dataRegolamento),
  "flusso.bicRiversamento": diFlusso("testo", ({ bicRiversamento }) => bicRiversamento),
  "flusso.numeroPagamenti": diFlusso("intero", ({ numeroPagamenti }) => numeroPagamenti),
  "flusso.importoTotale": diFlusso("importo", ({ importoTotale }) => importoTotale),
  "flusso.idMittente": diFlusso("testo", ({ mittente, idPsp }) => mittente?.id ?? idPsp),
  "rendicontazione.iuv": diRendicontazione("testo", ({ iuv }) => iuv),
  "rendicontazione.iur": diRendicontazione("testo", ({ iur }) => iur),
  "rendicontazione.indice": diRendicontazione("intero", ({ indice }) => indice),
  "rendicontazione.importo": diRendicontazione("importo", ({ importo }) => importo),
  "rendicontazione.esito": diRendicontazione("intero", ({ esito }) => esito),
  "rendicontazione.data": diRendicontazione("giorno", ({ data }) => data),
  "rendicontazione.stato": diRendicontazione("testo", ({ stato }) => stato),
  ...FONTI_CONNETTORI,
  "accertamento.idUnitaOperativa": diTotale("testo", ({ gruppo }) => gruppo.idUnitaOperativa),
  "accertamento.idTipoPendenza": diTotale("testo", ({ gruppo }) => gruppo.idTipoPendenza),
  "accertamento.annoEsercizio": diTotale("testo", ({ gruppo }) => gruppo.annoEsercizio),
  "accertamento.titolo": diTotale("testo", ({ gruppo }) => gruppo.titolo),
  "accertamento.tipologia": diTotale("testo", ({ gruppo }) => gruppo.tipologia),
  "accertamento.categoria": diTotale("testo", ({ gruppo }) => gruppo.categoria),
  "accertamento.capitolo": diTotale("testo", ({ gruppo }) => gruppo.capitolo),
  "accertamento.articolo": diTotale("testo", ({ gruppo }) => gruppo.articolo),
  "accertamento.accertamento": diTotale("testo", ({ gruppo }) => gruppo.accertamento),
  "accertamento.quote": diTotale("intero", ({ quote }) => quote),
  "accertamento.pagato": diTotale("importo", ({ pagato }) => pagato),
  "accertamento.rendicontato": diTotale("importo", ({ rendicontato }) => rendicontato),
  "accertamento.incassato": diTotale("importo", ({ incassato }) => incassato),
  "riga.numero": { tipo: "intero", of: ({ numero }) => numero },
  "file.idDominio": diFile("testo", ({ idDominio }) => idDominio),
  "file.ragioneSociale": diFile("testo", ({ ragioneSociale }) => ragioneSociale),
  "file.da": diFile("giorno", ({ da }) => da),
  "file.a": diFile("giorno", ({ a }) => a),
  "file.creato": diFile("istante", ({ creato }) => creato),
  "file.righe": diFile("intero", ({ righe }) => righe),
  "file.importo": diFile("importo", ({ importo }) => importo),
} as const satisfies Readonly<Record<string, Fonte>>;

export type NomeFonte = keyof typeof FONTI;

export const tipoFonte = (nome: NomeFonte): TipoColonna => FONTI[nome].tipo;
export const readFonte = (nome: NomeFonte, riga: ContestoRiga, file: ContestoFile, numeroQuota: number): Valore => {
  const letta: Fonte = FONTI[nome];
  return letta.of(riga, file, numeroQuota);
};
