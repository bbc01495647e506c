/** One notice for each layout, with data as real ones have: what the tests read back and the pictures of docs/avvisi show. */
import { buildDataMatrixPoste } from "../../../domain/valori/data-matrix-poste.ts";
import type { AvvisoDaStampare, FormaPagamento, PagamentoDaStampare } from "../../../ports/stampa-avviso.ts";

export const ENTE: AvvisoDaStampare["ente"] = {
  idDominio: "01234567890",
  ragioneSociale: "Comune di Borgo San Lorenzo",
  unita: "Settore Tributi e Patrimonio",
  info: "Call center 055 000000 · tributi@comune.example.it",
  web: "www.comune.example.it",
  cbill: "abc12",
};

export const DEBITORE: AvvisoDaStampare["debitore"] = {
  identificativo: "RSSMRA80A01H501U",
  anagrafica: "Maria Rossi D'Agostino",
  indirizzo: "Via dell'Università 12/B, 50032 Borgo San Lorenzo (FI)",
};

const DATA_STAMPA = "2026-11-25T10:00:00.000Z";
const CONTO = "000010271400";

interface Dati {
  readonly n?: number;
  readonly forma?: FormaPagamento;
  readonly oggetto?: string;
  readonly importo?: bigint;
  readonly dataScadenza?: string | undefined;
  readonly postale?: boolean;
}

export const pagamento = ({ n = 24, forma = { tipo: "unica" }, oggetto = "TARI 2026, saldo", importo = 102_099n, ...d }: Dati = {}) => {
  const numeroAvviso = `3020001000000094${String(n).padStart(2, "0")}`;
  const chi = { idDominio: ENTE.idDominio, identificativoDebitore: DEBITORE.identificativo, anagrafica: DEBITORE.anagrafica };
  return {
    forma,
    oggetto,
    importo,
    dataScadenza: "dataScadenza" in d ? d.dataScadenza : "2026-12-31",
    numeroAvviso,
    qr: `PAGOPA|002|${numeroAvviso}|${ENTE.idDominio}|${importo}`,
    bollettino: d.postale
      ? {
          contoPostale: CONTO,
          intestatario: "Comune di Borgo San Lorenzo Servizio Tesoreria",
          autorizzazione: "AUT. DB/SSIC/E 12345 DEL 01/02/2026",
          dataMatrix: buildDataMatrixPoste({ numeroAvviso, contoPostale: CONTO, importo, oggetto, ...chi }),
        }
      : undefined,
  } satisfies PagamentoDaStampare;
};

export const rate = (quante: number, postale = false): PagamentoDaStampare[] =>
  Array.from({ length: quante }, (_, n) =>
    pagamento({
      n: n + 1,
      forma: { tipo: "rata", numero: n + 1 },
      oggetto: `TARI 2026, rata ${n + 1}`,
      importo: 25_525n,
      dataScadenza: `2026-${String((n % 12) + 1).padStart(2, "0")}-28`,
      postale,
    }),
  );

const multa = (postale: boolean): PagamentoDaStampare[] =>
  (["SCONTATO", "RIDOTTO"] as const).map((tipo, n) =>
    pagamento({
      n,
      forma: { tipo },
      oggetto: "Verbale 1234/V/2026",
      importo: tipo === "SCONTATO" ? 2_940n : 4_200n,
      dataScadenza: undefined,
      postale,
    }),
  );

export const avviso = (altro: Partial<AvvisoDaStampare> = {}): AvvisoDaStampare => ({
  ente: ENTE,
  debitore: DEBITORE,
  oggetto: "TARI 2026, saldo",
  pagamenti: [pagamento()],
  dataStampa: DATA_STAMPA,
  ...altro,
});

const TARI_IN_RATE = { oggetto: "TARI 2026", oggettoSecondario: "Taxe sur les déchets 2026" };
const MULTA = {
  oggetto: "Violazione Codice della Strada, verbale 1234/V/2026",
  oggettoSecondario: "Kršitev cestnoprometnih predpisov, zapisnik 1234/V/2026",
};

/** By name of the layout. */
export const AVVISI: Readonly<Record<string, AvvisoDaStampare>> = {
  unica: avviso(),
  "unica-bollettino": avviso({ pagamenti: [pagamento({ postale: true })] }),
  "senza-scadenza-en": avviso({
    oggetto: "Donazione per il restauro della pieve",
    oggettoSecondario: "Donation for the restoration of the parish church",
    linguaSecondaria: "en",
    pagamenti: [pagamento({ oggetto: "Donazione restauro", dataScadenza: undefined, importo: 5_000n })],
  }),
  "bilingue-de-bollettino": avviso({
    linguaSecondaria: "de",
    oggettoSecondario: "Müllgebühr 2026, Restbetrag",
    pagamenti: [pagamento({ postale: true })],
  }),
  "unica-e-quattro-rate": avviso({ ...TARI_IN_RATE, pagamenti: [pagamento({ n: 0, dataScadenza: "2026-03-31" }), ...rate(4)] }),
  "tre-rate-bollettino": avviso({ ...TARI_IN_RATE, pagamenti: rate(3, true) }),
  "unica-e-due-rate-bollettino": avviso({ ...TARI_IN_RATE, pagamenti: [pagamento({ n: 0, postale: true }), ...rate(2, true)] }),
  "tre-rate-fr": avviso({ ...TARI_IN_RATE, linguaSecondaria: "fr", pagamenti: [pagamento({ n: 0 }), ...rate(3)] }),
  "unica-e-tre-rate-de-bollettino": avviso({
    oggetto: "Mensa scolastica 2026",
    oggettoSecondario: "Schulmensa 2026",
    linguaSecondaria: "de",
    pagamenti: [pagamento({ n: 0, postale: true }), ...rate(3, true)],
  }),
  "due-rate-fr-bollettino": avviso({ ...TARI_IN_RATE, linguaSecondaria: "fr", pagamenti: rate(2, true) }),
  "molte-rate": avviso({ oggetto: "Oneri di urbanizzazione, pratica edilizia 123/2026", pagamenti: rate(12) }),
  multa: avviso({ ...MULTA, pagamenti: multa(false) }),
  "multa-bollettino": avviso({ ...MULTA, pagamenti: multa(true) }),
  "multa-sl": avviso({ ...MULTA, linguaSecondaria: "sl", pagamenti: multa(false) }),
  soglie: avviso({
    oggetto: "Sanzione amministrativa 88/2026",
    pagamenti: (["ENTRO", "OLTRE"] as const).map((tipo, n) =>
      pagamento({
        n,
        forma: { tipo, giorni: 30 },
        oggetto: "Sanzione 88/2026",
        importo: n === 0 ? 2_940n : 4_200n,
        dataScadenza: undefined,
      }),
    ),
  }),
};
