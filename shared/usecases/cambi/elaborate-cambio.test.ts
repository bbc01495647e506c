/** The replacement of an account, from the request to the last debt: who may decide, what changes and what does not, what is told. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  ANNA,
  alimentata,
  type Banco,
  BRUNO,
  COMUNE,
  createBanco,
  debito,
  IBAN_COMUNE,
  IBAN_NUOVO,
  IBAN_POSTALE,
  operatore,
  suConto,
  suEntrata,
  UNIONE,
} from "../../../tests/sostegno/cambi.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";

let banco: Banco;
const load = async (...pendenze: readonly Pendenza[]): Promise<void> => {
  for (const valore of pendenze) await banco.memoria.store({ azione: "crea", entita: "pendenza", valore });
};
const messaggiGpd = () => banco.memoria.messaggi().filter(({ coda }) => coda === "gpd").length;

beforeEach(async () => {
  banco = await createBanco();
});

describe("four eyes", () => {
  const decide = async (idApprovazione: string, esito: "APPROVATA" | "RIFIUTATA" | "RITIRATA", chiamante = BRUNO) =>
    banco.decide({ id: idApprovazione, esito, chiamante, traccia: banco.memoria.traccia });
  const requested = async () => {
    const esito = await banco.request();
    if (!esito.ok) throw new Error(esito.errore.dettaglio);
    return esito.valore;
  };

  it.each([
    ["who asked", "APPROVATA", ANNA, "NON_AUTORIZZATO", "altra persona"],
    ["who asked, refusing", "RIFIUTATA", ANNA, "NON_AUTORIZZATO", "altra persona"],
    ["another who withdraws", "RITIRATA", BRUNO, "NON_AUTORIZZATO", "si è chiesto"],
    [
      "who may only read",
      "APPROVATA",
      operatore("carla", { acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }] }),
      "NON_AUTORIZZATO",
      "scrittura",
    ],
    ["who does not see the creditor", "APPROVATA", operatore("dario", { domini: [{ idDominio: UNIONE }] }), "NON_TROVATO", "approvazione"],
  ] as const)("does not let %s decide", async (_caso, esito, chiamante, codice, motivo) => {
    const { idApprovazione, id } = await requested();
    expect(await decide(idApprovazione, esito, chiamante)).toMatchObject({
      ok: false,
      errore: { codice, dettaglio: expect.stringContaining(motivo) },
    });
    expect([await banco.deliver(), (await banco.cambi.get(id))?.stato]).toEqual([0, "IN_APPROVAZIONE"]);
  });

  it("lets who asked withdraw, and another refuse; a decided request is not decided again", async () => {
    const prima = await requested();
    expect(await decide(prima.idApprovazione, "RITIRATA", ANNA)).toMatchObject({ ok: true, valore: { stato: "RITIRATA" } });
    expect(await decide(prima.idApprovazione, "APPROVATA")).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    const seconda = await requested();
    expect(await decide(seconda.idApprovazione, "RIFIUTATA")).toMatchObject({ valore: { decisione: { autore: "bruno" } } });
    expect([(await banco.cambi.get(prima.id))?.stato, (await banco.cambi.get(seconda.id))?.stato]).toEqual([
      "NON_APPROVATO",
      "NON_APPROVATO",
    ]);
  });

  it("expires: then it is asked again, and meanwhile nobody else may ask", async () => {
    const prima = await requested();
    expect(await banco.request()).toMatchObject({ errore: { codice: "CONFLITTO", dettaglio: expect.stringContaining(prima.id) } });
    banco.memoria.clock.advance(7 * 86_400_000);
    expect(await decide(prima.idApprovazione, "APPROVATA")).toMatchObject({
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringContaining("scaduta") },
    });
    const seconda = await requested();
    expect(await decide(seconda.idApprovazione, "APPROVATA")).toMatchObject({ ok: true });
  });

  it("looks again at the new account when it approves", async () => {
    const { idApprovazione } = await requested();
    const conto = await banco.registro.get("conto", IBAN_NUOVO, COMUNE);
    if (!conto) throw new Error("conto di prova assente");
    await banco.memoria.store({ azione: "sostituisci", entita: "conto", valore: { ...conto, abilitato: false } });
    expect(await decide(idApprovazione, "APPROVATA")).toMatchObject({
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringContaining("disabilitato") },
    });
  });
});

describe("a request", () => {
  const allarme = () =>
    banco.memoria.store({
      azione: "crea",
      entita: "controllo",
      valore: {
        ...{ versione: 0, idDominio: COMUNE, oggetto: "CONTO", riferimento: IBAN_NUOVO, data: "2026-11-25T05:00:00.000Z", suPagoPa: false },
        rilievi: [{ codice: "CONTO_SCONOSCIUTO", gravita: "ALLARME", descrizione: "mai approvato" }],
      },
    });

  it.each([
    ["for the same account", { ibanNuovo: IBAN_COMUNE }, "NON_PROCESSABILE", "stesso conto"],
    ["for an account that is not registered", { ibanNuovo: "IT00X" }, "NON_PROCESSABILE", "non è registrato"],
    ["for an account that pagoPA does not know", {}, "NON_PROCESSABILE", "mai approvato"],
    ["of an unknown account", { ibanVecchio: "IT00X" }, "NON_TROVATO", "IT00X"],
    ["of another creditor", { chiamante: operatore("dario", { domini: [{ idDominio: UNIONE }] }) }, "NON_TROVATO", IBAN_COMUNE],
  ] as const)("%s is refused", async (_caso, altro, codice, motivo) => {
    await allarme();
    expect(await banco.request(altro)).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringContaining(motivo) } });
  });

  it("has to say what happens to the notices already sent when the old account is postal", async () => {
    expect(await banco.request({ ibanVecchio: IBAN_POSTALE })).toMatchObject({
      errore: { codice: "NON_PROCESSABILE", dettaglio: expect.stringContaining("avvisiNotificati") },
    });
    expect(await banco.request({ ibanVecchio: IBAN_POSTALE, avvisiNotificati: "ESCLUSI" })).toMatchObject({ ok: true });
  });

  it("is preceded by a preview that tells debts, types, incomes and what is in the way", async () => {
    await load(
      debito(),
      debito({ dataNotificaAvviso: "2026-11-01" }),
      debito({ idTipoPendenza: "MENSA" }),
      debito({ voci: [suEntrata] }),
      debito({ stato: "ESEGUITA" }),
    );
    const esito = await banco.preview({ idDominio: COMUNE, ibanVecchio: IBAN_COMUNE, ibanNuovo: IBAN_NUOVO }, ANNA);
    expect(esito).toMatchObject({
      ok: true,
      valore: {
        esame: { impedimenti: [], avvisi: [expect.stringContaining("pagoPA")] },
        dirette: {
          ...{ numero: 3, almeno: false, esaminate: 3, notificate: 1 },
          perTipo: [
            { idTipoPendenza: "TARI", numero: 2 },
            { idTipoPendenza: "MENSA", numero: 1 },
          ],
        },
        tramiteEntrate: { numero: 1 },
      },
    });
  });
});

describe("the replacement", () => {
  it("changes incomes and debts still to be paid, disables the old account, and tells it in history and journal", async () => {
    const [da, annullata, parziale] = [
      debito(),
      debito({ stato: "ANNULLATA" }),
      debito({ stato: "ESEGUITA_PARZIALE", voci: [suConto(1, IBAN_COMUNE, { stato: "Eseguito" }), suConto(2, IBAN_COMUNE)] }),
    ];
    const [pagata, altrove, nostra] = [
      debito({ stato: "ESEGUITA" }),
      debito({ voci: [suConto(1, IBAN_POSTALE)] }),
      debito({ idDominio: UNIONE, voci: [suConto(1, "IT54W8000000292100645211111"), suConto(2, IBAN_COMUNE, { idDominio: COMUNE })] }),
    ];
    await load(da, annullata, parziale, pagata, altrove, nostra);
    const { id } = await banco.approve();
    await banco.deliver();
    expect(await banco.accounts(da, annullata, parziale, pagata, altrove, nostra)).toEqual([
      [IBAN_NUOVO],
      [IBAN_NUOVO],
      [IBAN_COMUNE, IBAN_NUOVO],
      [IBAN_COMUNE],
      [IBAN_POSTALE],
      ["IT54W8000000292100645211111", IBAN_NUOVO],
    ]);
    expect(await banco.cambi.get(id)).toMatchObject({
      stato: "CONCLUSO",
      pendenzeCambiate: 4,
      entrateCambiate: ["LIBERO", "MENSA", "TARI"],
      numeroScarti: 0,
    });
    expect((await banco.registro.list("entrataDominio", COMUNE)).map(({ ibanAccredito }) => ibanAccredito)).toEqual([
      IBAN_NUOVO,
      IBAN_NUOVO,
      IBAN_NUOVO,
    ]);
    expect(await banco.registro.get("conto", IBAN_COMUNE, COMUNE)).toMatchObject({ abilitato: false });
    const { storia } = await banco.memoria.posizioni.getPosizione(da);
    expect(storia).toMatchObject([
      { evento: "cambiaConto", autore: "anna", campi: { "voci.1.destinazione": { dopo: { ibanAccredito: IBAN_NUOVO } } } },
    ]);
    const eventi = banco.memoria.deposito.all("eventi").filter((e) => e["iuv"] === da.iuv);
    expect(eventi).toMatchObject([{ tipoEvento: "cambioIban", principal: "anna", dettaglioEsito: expect.stringContaining(id) }]);
  });

  it("leaves out the notices already sent when asked, and counts them", async () => {
    const [notificata, altra] = [debito({ dataNotificaAvviso: "2026-11-01" }), debito()];
    await load(notificata, altra);
    const { id } = await banco.approve({ avvisiNotificati: "ESCLUSI" });
    await banco.deliver();
    expect(await banco.accounts(notificata, altra)).toEqual([[IBAN_COMUNE], [IBAN_NUOVO]]);
    expect(await banco.cambi.get(id)).toMatchObject({ stato: "CONCLUSO", pendenzeCambiate: 1, pendenzeEscluse: 1 });
  });

  it("tells what it could not change, with the reason", async () => {
    const voce = suConto(1, IBAN_COMUNE);
    const appoggio = debito({
      voci: [
        {
          ...voce,
          destinazione: {
            variante: "conto",
            ibanAccredito: IBAN_POSTALE,
            ibanAppoggio: IBAN_COMUNE,
            tipoContabilita: "ALTRO",
            codiceContabilita: "9",
          },
        },
      ],
    });
    await load(appoggio, debito());
    const { id } = await banco.approve();
    await banco.deliver();
    expect(await banco.cambi.get(id)).toMatchObject({
      ...{ stato: "CONCLUSO_CON_SCARTI", pendenzeCambiate: 1, numeroScarti: 1 },
      scarti: [{ idPendenza: appoggio.idPendenza, motivo: expect.stringContaining("postale") }],
    });
  });

  it("announces again what pagoPA's archives have: by account at once, by income only when no memory holds the old one", async () => {
    const [diretta, entrata] = [alimentata(), alimentata({ voci: [suEntrata] })];
    await load(diretta, entrata, debito({ voci: [suEntrata] }));
    const prima = messaggiGpd();
    const { id } = await banco.approve();
    const [messaggio] = banco.memoria.messaggi().filter(({ coda }) => coda === "cambi");
    expect(messaggio?.corpo).toEqual({ id, tappa: 0 });
    expect(await banco.work({ id, tappa: 0 }, banco.memoria.traccia)).toEqual({ esito: "attesa", secondi: 120 });
    expect(messaggiGpd()).toBe(prima);
    await banco.deliver();
    expect(messaggiGpd()).toBe(prima + 2);
    expect(await banco.cambi.get(id)).toMatchObject({ stato: "CONCLUSO", pendenzeCambiate: 1, pendenzeRiallineate: 1 });
    expect((await banco.memoria.posizioni.getPosizione(entrata)).storia).toMatchObject([
      { campi: { contoEntrata: { prima: IBAN_COMUNE, dopo: IBAN_NUOVO } } },
    ]);
  });

  it("stops when a person says so, and can be asked again", async () => {
    const pendenza = debito();
    await load(pendenza);
    const { id } = await banco.approve();
    await banco.work({ id, tappa: 0 }, banco.memoria.traccia);
    const stop = () => banco.stop({ idDominio: COMUNE, id, motivazione: "rinviato", chiamante: ANNA, traccia: banco.memoria.traccia });
    expect(await stop()).toMatchObject({
      ok: true,
      valore: { stato: "INTERROTTO", descrizioneStato: expect.stringContaining("rinviato") },
    });
    await banco.deliver();
    expect(await banco.accounts(pendenza)).toEqual([[IBAN_COMUNE]]);
    expect(await stop()).toMatchObject({ errore: { codice: "NON_PROCESSABILE" } });
    await banco.approve();
    await banco.deliver();
    expect(await banco.accounts(pendenza)).toEqual([[IBAN_NUOVO]]);
  });

  it("has nothing to do for a message older than its progress", async () => {
    await load(debito());
    const { id } = await banco.approve();
    await banco.deliver();
    const prima = await banco.cambi.get(id);
    expect(await banco.work({ id, tappa: 0 }, banco.memoria.traccia)).toEqual({ esito: "fatto" });
    expect(await banco.cambi.get(id)).toEqual(prima);
  });
});
