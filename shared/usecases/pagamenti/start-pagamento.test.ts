import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, INTERMEDIARIO, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createAttualizzazione, daPagare } from "../../../tests/sostegno/attualizzazione.ts";
import { buildChiamante, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { createNodoInMemoria } from "../../../tests/sostegno/nodo-storico.ts";
import { nuova, voce } from "../../../tests/sostegno/pendenze.ts";
import { createCheckoutProva } from "../../adapters/prova/checkout-prova.ts";
import { ko, ok } from "../../domain/esito.ts";
import { type CausaCheckout, RIFIUTI_CHECKOUT } from "../../domain/pagamenti/rifiuti-checkout.ts";
import type { Destinazione, Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Carrello, Checkout } from "../../ports/checkout.ts";
import { presentRpt } from "../../presenters/storico/rpt.ts";
import type { RichiestaPagamento } from "./pagabile.ts";
import { createStartPagamento } from "./start-pagamento.ts";

const REDIRECT = "https://checkout.pagopa.it/c/1";
const PAGINA = "https://fiorino.example/prove";
const RITORNO = "https://portale.example/esito?sessione=7#fine";

const conto = (ibanAccredito: string): Extract<Destinazione, { variante: "conto" }> => ({
  ...{ variante: "conto", tipoContabilita: "ALTRO", codiceContabilita: "0101002IM" },
  ibanAccredito,
});

const INTERMEDIARIO_HTTPS = {
  versione: 1,
  idIntermediario: INTERMEDIARIO,
  denominazione: "Intermediario",
  principalPagoPa: "nodo",
  servizioPagoPa: { url: "https://nodo.example", urlRPT: "https://nodo.example" },
  servizioPagoPaCheckout: { url: "https://api.platform.pagopa.it/checkout/ec/v2" },
  abilitato: true,
};

describe("start of a portal payment", () => {
  let memoria: Memoria;
  let carrelli: Carrello[];
  let risposta: Awaited<ReturnType<Checkout["createCarrello"]>>;

  const start = (richiesta: Partial<RichiestaPagamento>, chiamante = buildChiamante(), senzaRitorno = false) => {
    const checkout: Checkout = {
      createCarrello: async (_connettore, carrello) => {
        carrelli.push(carrello);
        return risposta;
      },
    };
    const pendenze = [{ idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }];
    const prova = { checkout: createCheckoutProva((id) => `${PAGINA}/${id}`), connettore: { url: PAGINA } };
    return createStartPagamento({ ...memoria, ...createAttualizzazione(memoria), ...createNodoInMemoria(), presentRpt, checkout, prova })(
      { pendenze, ...(!senzaRitorno && { urlRitorno: RITORNO }), ...richiesta },
      chiamante,
      memoria.traccia,
    );
  };

  const seed = (...pendenze: readonly Partial<Pendenza>[]): Promise<void> =>
    memoria.store(...pendenze.map((altro) => ({ azione: "crea", entita: "pendenza", valore: buildPendenza(altro) }) as const));

  beforeEach(async () => {
    memoria = await createMemoria();
    carrelli = [];
    risposta = ok({ redirect: REDIRECT });
  });

  it("puts debts of several creditors in one cart and records the payment before the citizen pays", async () => {
    await seed(
      {},
      {
        idPendenza: "MENSA-1",
        idDominio: UNIONE,
        idTipoPendenza: "MENSA",
        iuv: "02000000000000155",
        numeroAvviso: "302000000000000155",
        importo: 500n,
        causale: "Mensa",
      },
    );
    const esito = await start({
      pendenze: [
        { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" },
        { idDominio: UNIONE, numeroAvviso: "302000000000000155" },
      ],
    });
    expect(esito).toMatchObject({ ok: true, valore: { redirect: REDIRECT } });
    if (!esito.ok) return;
    expect(carrelli).toMatchObject([
      {
        idCarrello: esito.valore.id,
        avvisi: [
          { numeroAvviso: "301000000000000133", idDominio: COMUNE, importo: 10_050n, ragioneSociale: "Comune di Prova" },
          { numeroAvviso: "302000000000000155", idDominio: UNIONE, importo: 500n, ragioneSociale: "Unione di Prova" },
        ],
        ritorno: { ok: `https://portale.example/esito?sessione=7&idPagamento=${esito.valore.id}&esito=OK#fine` },
      },
    ]);
    expect(await memoria.posizioni.getPagamento(esito.valore.id)).toMatchObject({
      stato: "IN_CORSO",
      importo: 10_550n,
      pspRedirectUrl: REDIRECT,
      versione: 2,
    });
  });

  const CONTI: [string, Destinazione[], boolean][] = [
    ["a bank account", [conto(IBAN_COMUNE)], false],
    ["a postal account", [conto(IBAN_POSTALE)], true],
    ["a bank account with a postal one beside it", [{ ...conto(IBAN_COMUNE), ibanAppoggio: IBAN_POSTALE }], true],
    ["two items, one of which is not postal", [conto(IBAN_POSTALE), conto(IBAN_COMUNE)], false],
    ["a stamp", [{ variante: "bollo", tipoBollo: "01", hashDocumento: "x", provinciaResidenza: "TO" }], false],
    ["an income that no longer has an account", [{ variante: "entrata", codEntrata: "SPARITA" }], false],
  ];
  it.each(CONTI)("tells Checkout whether the Post can be paid with: %s", async (_, destinazioni, tuttoPostale) => {
    const [voceBase] = buildPendenza().voci;
    if (!voceBase) throw new Error("nessuna voce");
    await seed({ voci: destinazioni.map((destinazione, i) => ({ ...voceBase, indice: i + 1, idVocePendenza: `${i + 1}`, destinazione })) });
    expect(await start({})).toMatchObject({ ok: true });
    expect(carrelli.map((carrello) => carrello.tuttoPostale ?? false)).toEqual([tuttoPostale]);
  });

  it.each<[string, Partial<Pendenza>, Partial<RichiestaPagamento>, string]>([
    ["an unknown debt", {}, { pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "ALTRA" }] }, "VER_008"],
    [
      "a notice of another number under the same payment code",
      {},
      { pendenze: [{ idDominio: COMUNE, numeroAvviso: "201000000000000133" }] },
      "VER_008",
    ],
    [
      "a notice of another debtor",
      {},
      { pendenze: [{ idDominio: COMUNE, numeroAvviso: "301000000000000133", idDebitore: "VRDGPP80A01F205X" }] },
      "VER_008",
    ],
    ["a debt already paid", { stato: "ESEGUITA" }, {}, "PAG_006"],
    ["an annulled debt", { stato: "ANNULLATA" }, {}, "PAG_006"],
    ["an expired debt", { dataScadenza: "2026-11-24" }, {}, "PAG_007"],
    ["a debt of zero", { importo: 0n }, {}, "PAG_006"],
    [
      "the same debt twice",
      {},
      {
        pendenze: [
          { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" },
          { idDominio: COMUNE, numeroAvviso: "301000000000000133" },
        ],
      },
      "SINTASSI",
    ],
  ])("refuses %s and calls nobody", async (_caso, pendenza, richiesta, codice) => {
    await seed(pendenza);
    expect(await start(richiesta)).toMatchObject({ ok: false, errore: { codice } });
    expect(carrelli).toEqual([]);
  });

  it("pays until the end of the day of expiry, Italian time", async () => {
    await seed({ dataScadenza: "2026-11-25" });
    memoria.clock.set("2026-11-25T22:59:59.000Z");
    expect(await start({})).toMatchObject({ ok: true });
    memoria.clock.set("2026-11-25T23:00:00.000Z");
    expect(await start({})).toMatchObject({ ok: false, errore: { codice: "PAG_007" } });
  });

  it.each([
    ["no return address", undefined, "PAG_013", /obbligatorio/],
    ["a plain one", "http://portale.example/esito", "SINTASSI", /https:\/\//],
    ["one on this machine, when Checkout is not", "http://localhost:8080/esito", "SINTASSI", /https:\/\//],
  ])("explains before calling that pagoPA does not take %s", async (_caso, urlRitorno, codice, motivo) => {
    await seed({});
    await memoria.store({ azione: "sostituisci", entita: "intermediario", valore: { ...INTERMEDIARIO_HTTPS } });
    const esito = await start(urlRitorno === undefined ? {} : { urlRitorno }, buildChiamante(), urlRitorno === undefined);
    expect(esito).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringMatching(motivo) } });
    expect(carrelli).toEqual([]);
  });

  it("lets a machine on one's desk do without https", async () => {
    await seed({});
    expect(await start({ urlRitorno: "http://127.0.0.1:8080/ritorno" })).toMatchObject({ ok: true });
  });

  it("answers as if it did not exist for a debt out of the caller's scope", async () => {
    await seed({});
    const chiamante = buildChiamante({ domini: [{ idDominio: UNIONE }] });
    expect(await start({}, chiamante)).toMatchObject({ ok: false, errore: { codice: "VER_008" } });
  });

  it.each(Object.keys(RIFIUTI_CHECKOUT) as CausaCheckout[])(
    "tells the citizen and the operator apart when Checkout fails: %s",
    async (causa) => {
      await seed({});
      risposta = ko({ causa, dettaglio: "parole di Checkout" });
      const { codice, cittadino, operatore } = RIFIUTI_CHECKOUT[causa];
      expect(await start({})).toEqual({ ok: false, errore: { codice, dettaglio: cittadino } });
      const [pagamento] = memoria.deposito.all("archivio").filter((e) => e.sk === "PAGAMENTO");
      expect(pagamento).toMatchObject({ stato: "FALLITO", descrizioneStato: `${operatore}: parole di Checkout` });
      expect(memoria.deposito.all("eventi")).toMatchObject([
        { idPagamento: pagamento?.["id"], dettaglioEsito: `${operatore}: parole di Checkout` },
      ]);
    },
  );

  it("tells the amount that its creditor changed while the debt was asked for, and pays the new one", async () => {
    await seed({ dataValidita: "2026-11-01" });
    const { ente, ...verifica } = createAttualizzazione(memoria);
    ente.risposta = daPagare(
      nuova({ numeroAvviso: "301000000000000133", importo: 12_000n, voci: [voce({ importo: 12_000n })] }),
      "TARI-2026-1",
    );
    const checkout: Checkout = {
      createCarrello: async (_connettore, carrello) => {
        carrelli.push(carrello);
        return risposta;
      },
    };
    const prova = { checkout, connettore: { url: PAGINA } };
    const avvia = createStartPagamento({ ...memoria, ...verifica, ...createNodoInMemoria(), presentRpt, checkout, prova });
    const pendenze = [{ idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }];
    const esito = await avvia({ pendenze, urlRitorno: RITORNO }, buildChiamante(), memoria.traccia);
    expect(esito).toMatchObject({ ok: true, valore: { pagabili: [{ importoPrecedente: 10_050n, pendenza: { importo: 12_000n } }] } });
    expect(carrelli).toMatchObject([{ avvisi: [{ importo: 12_000n }] }]);
  });

  it("writes no debt of those that are born with the payment when one that exists is refused", async () => {
    await seed({ stato: "ESEGUITA" });
    const create: string[] = [];
    const crea = async () => {
      create.push("scritta");
      return ok(buildPendenza({ idPendenza: "NUOVA" }));
    };
    const esito = await start({ pendenze: [{ crea }, { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }] });
    expect([esito, create]).toMatchObject([{ ok: false, errore: { codice: "PAG_006" } }, []]);
  });
});
