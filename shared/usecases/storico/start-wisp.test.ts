/** POST /pagamenti for a station of version V1: RPT or cart of RPT, recorded before the Node is called. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, STAZIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createAttualizzazione } from "../../../tests/sostegno/attualizzazione.ts";
import { buildChiamante, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { createNodoInMemoria, faultNodo, MAI_PARTITA, PAGINA_WISP, SILENZIO, stazioneV1 } from "../../../tests/sostegno/nodo-storico.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { CANALE_WISP } from "../../ports/nodo-storico.ts";
import { presentRpt } from "../../presenters/storico/rpt.ts";
import type { RichiestaPagamento } from "../pagamenti/pagabile.ts";
import { createReturnDaPsp } from "../pagamenti/return-da-psp.ts";
import { createStartPagamento } from "../pagamenti/start-pagamento.ts";

const CHECKOUT = { createCarrello: () => Promise.reject(new Error("Checkout non c'entra")) };
const RITORNO = "http://portale.example/esito?x=1#fine";
const MENSA: Partial<Pendenza> = {
  idPendenza: "MENSA-1",
  idDominio: UNIONE,
  idTipoPendenza: "MENSA",
  iuv: "02000000000000155",
  numeroAvviso: "302000000000000155",
};
const TARI = { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" };

describe("un pagamento con la stazione V1", () => {
  let memoria: Memoria;
  let nodo: ReturnType<typeof createNodoInMemoria>;

  const start = (richiesta: Partial<RichiestaPagamento> = {}) =>
    createStartPagamento({
      ...memoria,
      ...createAttualizzazione(memoria),
      nodoStorico: nodo.nodoStorico,
      presentRpt,
      checkout: CHECKOUT,
      prova: { checkout: CHECKOUT, connettore: { url: "https://fiorino.example" } },
    })({ pendenze: [TARI], urlRitorno: RITORNO, ...richiesta }, buildChiamante(), memoria.traccia);
  const tentativi = async (chiave = { idDominio: COMUNE, iuv: "01000000000000133" }) =>
    (await memoria.posizioni.getPosizione(chiave)).tentativi;
  const pagamento = () => memoria.deposito.all("archivio").find((e) => e.sk === "PAGAMENTO");

  beforeEach(async () => {
    memoria = await createMemoria();
    nodo = createNodoInMemoria();
    await memoria.store(
      stazioneV1,
      ...[{}, MENSA].map((altro) => ({ azione: "crea", entita: "pendenza", valore: buildPendenza(altro) }) as const),
    );
  });

  it("spedisce una RPT con la password della stazione e rimanda alla pagina WISP", async () => {
    const esito = await start();
    expect(esito).toMatchObject({ ok: true, valore: { redirect: PAGINA_WISP } });
    expect(nodo.inviate).toMatchObject([
      {
        canale: CANALE_WISP,
        punto: { idStazione: STAZIONE, password: "parola-01" },
        rpt: [{ idDominio: COMUNE, iuv: "01000000000000133" }],
      },
    ]);
    const [tentativo] = await tentativi();
    expect(tentativo).toMatchObject({
      stato: "RPT_PARCHEGGIATA_NODO",
      tipoRpt: "RPT",
      modello: "Pagamento ad iniziativa Ente",
      voci: [1],
      importo: 10_050n,
    });
    const xml = nodo.inviate[0]?.rpt[0]?.xml ?? "";
    expect(xml).toContain(`codiceContestoPagamento>${tentativo?.ccp}<`);
    expect(pagamento()).toMatchObject({
      stato: "IN_CORSO",
      pspRedirectUrl: PAGINA_WISP,
      idSessionePsp: "sessione-1",
      modello: "Pagamento ad iniziativa Ente",
    });
  });

  it("mette più pendenze in un carrello, con l'identificativo del pagamento", async () => {
    const esito = await start({ pendenze: [TARI, { idDominio: UNIONE, numeroAvviso: "302000000000000155" }] });
    expect(esito.ok && nodo.inviate.map(({ idCarrello, rpt }) => [idCarrello, rpt.length])).toEqual([[esito.ok && esito.valore.id, 2]]);
    const ccp = [...(await tentativi()), ...(await tentativi({ idDominio: UNIONE, iuv: "02000000000000155" }))].map((t) => t.ccp);
    expect(new Set(ccp).size).toBe(2);
  });

  it("registra pagamento e tentativi prima di chiamare il Nodo", async () => {
    const { inviaRpt } = nodo.nodoStorico;
    let prima: unknown;
    const spia = {
      ...nodo.nodoStorico,
      inviaRpt: async (...dati: Parameters<typeof inviaRpt>) => {
        prima = [(await tentativi())[0]?.stato, pagamento()?.["stato"]];
        return inviaRpt(...dati);
      },
    };
    nodo = { ...nodo, nodoStorico: spia };
    await start();
    expect(prima).toEqual(["RPT_ATTIVATA", "IN_CORSO"]);
  });

  it.each([
    ["il Nodo rifiuta", faultNodo("PPT_IBAN_NON_CENSITO"), "RPT_RIFIUTATA_NODO", "FALLITO", "NDP_001", /riprovare fra qualche minuto/],
    [
      "il Nodo è sovraccarico",
      faultNodo("PPT_SUPERAMENTOSOGLIA"),
      "RPT_RIFIUTATA_NODO",
      "FALLITO",
      "NDP_001",
      /riprovare fra qualche minuto/,
    ],
    ["il Nodo non è raggiungibile", MAI_PARTITA, "RPT_RIFIUTATA_NODO", "FALLITO", "NDP_000", /riprovare fra qualche minuto/],
    ["il Nodo tace", SILENZIO, "RPT_ERRORE_INVIO_A_NODO", "IN_CORSO", "NDP_000", /Prima di riprovare attendere/],
    [
      "il Nodo ha un errore interno",
      faultNodo("PPT_SYSTEM_ERROR"),
      "RPT_ERRORE_INVIO_A_NODO",
      "IN_CORSO",
      "NDP_001",
      /Prima di riprovare attendere/,
    ],
  ])("%s: lo dice al cittadino e lascia il tentativo come deve", async (_caso, mancata, tentativo, stato, codice, testo) => {
    nodo.risposte.push(mancata);
    expect(await start()).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringMatching(testo) } });
    expect((await tentativi()).map((t) => t.stato)).toEqual([tentativo]);
    expect(pagamento()).toMatchObject({ stato, descrizioneStato: mancata.dettaglio });
  });

  it("una RPT presa in carico senza pagina lascia il pagamento aperto e non finge un indirizzo", async () => {
    nodo.setPagina(undefined);
    expect(await start()).toMatchObject({ ok: false, errore: { codice: "NDP_001" } });
    expect((await tentativi()).map((t) => t.stato)).toEqual(["RPT_ACCETTATA_NODO"]);
    expect(pagamento()).toMatchObject({ stato: "IN_CORSO" });
  });

  it("una pendenza con più enti beneficiari non parte: VER_038, e nulla resta scritto", async () => {
    const [voce] = buildPendenza().voci;
    if (!voce) throw new Error("la pendenza di prova ha una voce");
    const multi = { ...MENSA, idDominio: COMUNE, iuv: "01000000000000255", numeroAvviso: "301000000000000255", idPendenza: "MULTI-1" };
    await memoria.store({
      azione: "crea",
      entita: "pendenza",
      valore: buildPendenza({ ...multi, voci: [{ ...voce, idDominio: UNIONE }] }),
    });
    expect(await start({ pendenze: [TARI, { idA2A: "GEST-TRIBUTI", idPendenza: "MULTI-1" }] })).toMatchObject({
      ok: false,
      errore: { codice: "VER_038", dettaglio: expect.stringContaining(UNIONE) },
    });
    expect([nodo.inviate, pagamento(), await tentativi()]).toEqual([[], undefined, []]);
  });

  it("un tentativo ancora aperto sullo stesso IUV ferma il secondo; uno chiuso senza pagamento no", async () => {
    await start();
    expect(await start()).toMatchObject({
      ok: false,
      errore: { codice: "PAG_014", dettaglio: expect.stringContaining("RPT_PARCHEGGIATA_NODO") },
    });
    const [primo] = await tentativi();
    if (!primo) throw new Error("tentativo assente");
    await memoria.store({ azione: "sostituisci", entita: "tentativo", valore: { ...primo, stato: "RPT_DECORSI_TERMINI" } });
    nodo.setPagina("https://wisp.example/page?idSession=sessione-2");
    expect(await start()).toMatchObject({ ok: true });
    expect((await tentativi()).map((t) => t.stato).sort()).toEqual(["RPT_DECORSI_TERMINI", "RPT_PARCHEGGIATA_NODO"]);
  });

  it("di molti avvii insieme sulla stessa pendenza ne parte uno solo", async () => {
    const esiti = await Promise.all(Array.from({ length: 8 }, () => start()));
    expect(esiti.filter(({ ok }) => ok)).toHaveLength(1);
    expect(nodo.inviate).toHaveLength(1);
    expect(await tentativi()).toHaveLength(1);
  });

  it("senza password la stazione non parla, e lo dice", async () => {
    await memoria.store({
      azione: "sostituisci",
      entita: "stazione",
      valore: { versione: 2, idIntermediario: STAZIONE.slice(0, 11), idStazione: STAZIONE, versioneStazione: "V1", abilitato: true },
    });
    expect(await start()).toMatchObject({ ok: false, errore: { codice: "STA_001", dettaglio: expect.stringContaining("password") } });
  });

  describe("il ritorno da WISP", () => {
    const torna = (ritorno: { idSession: string; idDominio?: string; esito?: string }) => createReturnDaPsp(memoria)(ritorno);

    it("porta al portale da cui il pagamento era partito, con quello che dice la pagina, e non cambia nulla", async () => {
      const avviato = await start();
      if (!avviato.ok) throw new Error("non avviato");
      const prima = JSON.stringify(memoria.deposito.all("archivio"), (_k, v: unknown) => (typeof v === "bigint" ? String(v) : v));
      expect(await torna({ idSession: "sessione-1", idDominio: COMUNE, esito: "OK" })).toEqual({
        ok: true,
        valore: `http://portale.example/esito?x=1&idPagamento=${avviato.valore.id}&idSession=sessione-1&esito=OK#fine`,
      });
      expect(JSON.stringify(memoria.deposito.all("archivio"), (_k, v: unknown) => (typeof v === "bigint" ? String(v) : v))).toBe(prima);
    });

    it.each([
      ["una sessione sconosciuta", { idSession: "altra" }],
      ["la sessione di un altro ente", { idSession: "sessione-1", idDominio: UNIONE }],
    ])("%s non porta da nessuna parte", async (_caso, ritorno) => {
      await start();
      expect(await torna(ritorno)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
    });
  });
});
