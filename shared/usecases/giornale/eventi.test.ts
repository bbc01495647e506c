import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { GiornaleArchivio } from "../../adapters/archivio/giornale.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import type { Acl, Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Evento } from "../../domain/eventi.ts";
import { findEventi, type RicercaEventi } from "./find-eventi.ts";
import { getEvento } from "./get-evento.ts";
import { SERVIZIO_CONTENUTI } from "./read-contenuti.ts";

const LETTURA: Acl = { servizio: "Giornale degli Eventi", autorizzazioni: ["R"] };
const CONTENUTI: Acl = { servizio: SERVIZIO_CONTENUTI, autorizzazioni: ["R"] };

const operatore = (domini: Chiamante["domini"], ...acl: readonly Acl[]): Chiamante => ({
  tipo: "operatore",
  principal: "op",
  nome: "Operatore",
  autodeterminazione: true,
  domini,
  tipiPendenza: "*",
  acl: [LETTURA, ...acl],
});

const IUV = "01000000000000123";
const RICERCA: RicercaEventi = { ordine: "desc", messaggi: false };
const PAGINA = { limite: 25, salta: 0, totale: false };

describe("chi legge il giornale", () => {
  let memoria: Memoria;
  beforeEach(async () => {
    memoria = await createMemoria();
    const comune: Omit<Evento, "id" | "idDominio"> = {
      componente: "API_PAGOPA",
      categoriaEvento: "INTERFACCIA",
      ruolo: "SERVER",
      tipoEvento: "paGetPaymentV2",
      esito: "OK",
      dataEvento: "2026-03-01T10:00:00.000Z",
      durataMillisecondi: 1,
      transactionId: "t",
      iuv: IUV,
      parametriRichiesta: { data: "2026-03-01T10:00:00.000Z", payload: "<CF>RSSMRA80A01H501U</CF>" },
      parametriRisposta: { data: "2026-03-01T10:00:00.000Z", status: 200, payload: "<ok/>" },
    };
    await memoria.unitOfWork.putEventi([
      { ...comune, id: "e1", idDominio: COMUNE },
      { ...comune, id: "e2", idDominio: UNIONE },
    ]);
  });
  const porte = () => ({
    giornale: new GiornaleArchivio(memoria.deposito, new DocumentiInMemoria()),
    registro: new ArchivioRegistro(memoria.deposito),
    unitOfWork: memoria.unitOfWork,
  });
  const find = async (ricerca: Partial<RicercaEventi>, chiamante: Chiamante, limite = 25) =>
    findEventi(porte())({ ...RICERCA, ...ricerca }, { ...PAGINA, limite }, { chiamante, traccia: memoria.traccia });
  const letture = () => memoria.deposito.all("eventi").filter((e) => e["sottotipoEvento"] === "LETTURA_CONTENUTI");

  it("vede gli eventi dei suoi domini soltanto", async () => {
    const esito = await find({ iuv: IUV }, operatore([{ idDominio: COMUNE }]));
    expect(esito).toMatchObject({ ok: true, valore: { elementi: [{ evento: { id: "e1" } }] } });
    expect(await find({ idDominio: UNIONE, iuv: IUV }, operatore([{ idDominio: COMUNE }]))).toMatchObject({ valore: { elementi: [] } });
  });

  it("cerca per numero avviso come per IUV", async () => {
    const esito = await find({ numeroAvviso: `3${IUV}`, idDominio: COMUNE }, operatore("*"));
    expect(esito).toMatchObject({ valore: { elementi: [{ evento: { id: "e1" } }] } });
    expect(await find({ numeroAvviso: `3${IUV}`, iuv: "9" }, operatore("*"))).toMatchObject({ errore: { codice: "PARAMETRO_NON_VALIDO" } });
  });

  it("senza il diritto ai contenuti non li riceve, e nulla resta scritto", async () => {
    const esito = await find({ iuv: IUV, messaggi: true }, operatore("*"));
    expect(esito.ok && esito.valore.elementi.map(({ contenuti }) => contenuti)).toEqual([undefined, undefined]);
    expect(letture()).toEqual([]);
  });

  it("con il diritto li riceve, e ogni lettura resta nel giornale del codice letto", async () => {
    const esito = await find({ iuv: IUV, messaggi: true }, operatore("*", CONTENUTI));
    const testi = esito.ok ? esito.valore.elementi.map(({ contenuti }) => Buffer.from(contenuti?.richiesta ?? []).toString()) : [];
    expect(testi).toEqual(["<CF>RSSMRA80A01H501U</CF>", "<CF>RSSMRA80A01H501U</CF>"]);
    expect(letture().map(({ idDominio, iuv, categoriaEvento }) => [idDominio, iuv, categoriaEvento])).toEqual(
      expect.arrayContaining([
        [COMUNE, IUV, "UTENTE"],
        [UNIONE, IUV, "UTENTE"],
      ]),
    );
  });

  it("se la lettura non si può annotare non si legge nulla", async () => {
    memoria.observe(({ operazione, tabella }) => {
      if (operazione === "putMany" && tabella === "eventi") throw new Error("guasto");
    });
    await expect(find({ iuv: IUV, messaggi: true }, operatore("*", CONTENUTI))).rejects.toThrow("guasto");
  });

  it("i messaggi si chiedono a pochi eventi per volta", async () =>
    expect(await find({ iuv: IUV, messaggi: true }, operatore("*", CONTENUTI), 51)).toMatchObject({
      errore: { codice: "PARAMETRO_NON_VALIDO", dettaglio: expect.stringContaining("50") },
    }));

  it("un evento di altri non esiste", async () => {
    const tutto = await find({ iuv: IUV, idDominio: UNIONE }, operatore("*"));
    const riferimento = tutto.ok ? (tutto.valore.elementi[0]?.riferimento ?? "") : "";
    const get = (chiamante: Chiamante) => getEvento(porte())(riferimento, { chiamante, traccia: memoria.traccia });
    expect(await get(operatore("*"))).toMatchObject({ ok: true, valore: { evento: { id: "e2" } } });
    expect(await get(operatore([{ idDominio: COMUNE }], CONTENUTI))).toMatchObject({ errore: { codice: "NON_TROVATO" } });
    expect(letture()).toEqual([]);
    const esito = await get(operatore([{ idDominio: UNIONE }], CONTENUTI));
    expect(esito.ok && Buffer.from(esito.valore.contenuti?.risposta ?? []).toString()).toBe("<ok/>");
    expect(letture()).toHaveLength(1);
  });
});
