import { beforeEach, describe, expect, it } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createAttualizzazione, daPagare, guasto, nonDaPagare } from "../../../tests/sostegno/attualizzazione.ts";
import { readEventi } from "../../../tests/sostegno/eventi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { conto, numero, nuova, voce } from "../../../tests/sostegno/pendenze.ts";
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";

const NAV = numero(7);
const IUV = NAV.slice(1);
const MODELLO = "01\\d{15}";

const create = async () => {
  const memoria = await createMemoria();
  const prova = createAttualizzazione(memoria);
  const edit = async (idA2A: string, altro: Partial<Applicazione>): Promise<void> => {
    const applicazione = await memoria.anagrafiche.getApplicazione(idA2A);
    if (!applicazione) throw new Error("applicazione di prova assente");
    await memoria.store({ azione: "sostituisci", entita: "applicazione", valore: { ...applicazione, ...altro } });
    // Older than what the instance remembers.
    memoria.clock.advance(61_000);
  };
  await edit(APPLICAZIONE, { codificaAvvisi: { regExpIuv: MODELLO, generazioneIuvInterna: true } });
  const dominioDi = async (id: string): Promise<Dominio> => {
    const creditore = await memoria.anagrafiche.getCreditore(id);
    if (!creditore) throw new Error("creditore di prova assente");
    return creditore.dominio;
  };
  return {
    ...memoria,
    ...prova,
    edit,
    ofAvviso: async (numeroAvviso = NAV, id = COMUNE) => prova.attualizza.ofAvviso(await dominioDi(id), numeroAvviso, "scambio-1"),
    eventi: () => readEventi(memoria.deposito),
    registrata: () => memoria.posizioni.getPendenza({ idDominio: COMUNE, iuv: IUV }),
  };
};

describe("a notice that nobody loaded", () => {
  let p: Awaited<ReturnType<typeof create>>;
  beforeEach(async () => {
    p = await create();
  });

  it("is asked to the application whose pattern takes it, written like a PUT, and told by history and journal", async () => {
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV }));
    expect(await p.ofAvviso()).toMatchObject({ esito: "aggiornata", pendenza: { versione: 1, idPendenza: "P-ENTE", numeroAvviso: NAV } });
    expect(p.domande).toEqual([{ operazione: "getAvviso", idDominio: COMUNE, numeroAvviso: NAV, iuv: IUV }]);
    const { storia } = await p.posizioni.getPosizione({ idDominio: COMUNE, iuv: IUV });
    expect(storia).toMatchObject([{ evento: "creata", autore: "gest-tributi" }]);
    expect(p.eventi()).toMatchObject([
      {
        ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "getAvviso", esito: "OK", transactionId: "scambio-1" },
        ...{ idDominio: COMUNE, iuv: IUV, idA2A: APPLICAZIONE, idPendenza: "P-ENTE" },
        parametriRichiesta: { url: "https://ente.example/avvisi", method: "GET" },
        parametriRisposta: { status: 200 },
      },
    ]);
    expect(p.eventi()[0]).not.toHaveProperty("parametriRisposta.payload");
  });

  it("takes the number that was asked when the answer leaves it out", async () => {
    p.ente.risposta = daPagare(nuova());
    expect(await p.ofAvviso()).toMatchObject({ esito: "aggiornata", pendenza: { numeroAvviso: NAV } });
  });

  it.each(["ANNULLATA", "SCADUTA", "SCONOSCIUTA", "DUPLICATA"] as const)("that is %s there is not written, but told", async (stato) => {
    p.ente.risposta = nonDaPagare(stato, "detto dall'ente");
    expect(await p.ofAvviso()).toEqual({ esito: "rifiutata", stato, dettaglio: "detto dall'ente" });
    expect(await p.registrata()).toBeUndefined();
    expect(p.eventi()).toMatchObject([{ esito: "OK", sottotipoEsito: stato, dettaglioEsito: "detto dall'ente" }]);
  });

  it("says why it is not to be paid when the creditor does not", async () => {
    p.ente.risposta = nonDaPagare("SCADUTA");
    expect(await p.ofAvviso()).toMatchObject({ dettaglio: expect.stringContaining("scaduta") });
  });

  it.each([
    ["of another application", daPagare(nuova({ numeroAvviso: NAV }), "P", ALTRA_APPLICAZIONE), "idA2A"],
    ["of another creditor", daPagare(nuova({ numeroAvviso: NAV, idDominio: UNIONE })), "idDominio"],
    ["under another number", daPagare(nuova({ numeroAvviso: numero(8) })), "numeroAvviso"],
    ["whose items do not add up", daPagare(nuova({ numeroAvviso: NAV, importo: 1n })), "VER_002"],
    ["of an unknown type", daPagare(nuova({ numeroAvviso: NAV, idTipoPendenza: "IGNOTO" })), "TVR_000"],
    [
      "on an unknown account",
      daPagare(nuova({ numeroAvviso: NAV, voci: [voce({ destinazione: conto({ ibanAccredito: "IT1" }) })] })),
      "VER_020",
    ],
  ])("with a debt %s is refused, and nothing is written", async (_caso, risposta, motivo) => {
    p.ente.risposta = risposta;
    expect(await p.ofAvviso()).toMatchObject({ esito: "fallita", dettaglio: expect.stringContaining(motivo) });
    expect(await p.registrata()).toBeUndefined();
    expect(p.deposito.all("archivio")).toEqual([]);
    expect(p.eventi()).toMatchObject([{ esito: "FAIL", sottotipoEsito: "VER_014", dettaglioEsito: expect.stringContaining(motivo) }]);
  });

  it("does not take the name of a debt already loaded under another number", async () => {
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV }));
    await p.ofAvviso();
    const altro = numero(8);
    p.ente.risposta = daPagare(nuova({ numeroAvviso: altro }));
    expect(await p.ofAvviso(altro)).toMatchObject({ esito: "fallita", dettaglio: expect.stringContaining("VER_024") });
  });

  it("whose system does not answer as it should fails, with what it answered in the journal", async () => {
    p.ente.risposta = guasto("illeggibile");
    expect(await p.ofAvviso()).toMatchObject({ esito: "fallita", mandatoria: false });
    expect(p.eventi()).toMatchObject([{ esito: "FAIL", severita: 5, parametriRisposta: { status: 200, payload: "<html>" } }]);
  });

  it("whose system is left alone for a while leaves no entry: there was no exchange", async () => {
    p.ente.risposta = guasto("interrotta");
    expect(await p.ofAvviso()).toMatchObject({ esito: "fallita" });
    expect(p.eventi()).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["of another segregation code", numero(7, { segregationCode: "09" }), COMUNE],
    ["of another auxDigit", `0${NAV.slice(1)}`, COMUNE],
    ["of the probe of pagoPA", "0".repeat(18), COMUNE],
    ["that no pattern takes", numero(7, { segregationCode: "02" }), UNIONE],
  ])("%s is nobody's, and nobody is asked", async (_caso, numeroAvviso, idDominio) => {
    expect(await p.ofAvviso(numeroAvviso, idDominio)).toEqual({ esito: "non-prevista", mandatoria: false });
    expect(p.domande).toEqual([]);
  });

  it.each<[string, Partial<Applicazione>]>([
    ["is disabled", { abilitato: false }],
    ["does not work for the creditor", { domini: [{ idDominio: UNIONE }] }],
    ["has a pattern that takes only a part", { codificaAvvisi: { regExpIuv: "01", generazioneIuvInterna: true } }],
    ["has a pattern that cannot be used", { codificaAvvisi: { regExpIuv: "(\\d+)+", generazioneIuvInterna: true } }],
    ["has no pattern", { codificaAvvisi: { generazioneIuvInterna: false } }],
  ])("is not asked to an application that %s", async (_caso, altro) => {
    await p.edit(APPLICAZIONE, altro);
    expect(await p.ofAvviso()).toMatchObject({ esito: "non-prevista" });
    expect(p.domande).toEqual([]);
  });

  it("is asked to the first by name when the patterns of several take it", async () => {
    const codificaAvvisi = { regExpIuv: "\\d+", generazioneIuvInterna: true };
    const servizioIntegrazione = { url: "http://127.0.0.1:9", versioneApi: "REST v2" } as const;
    await p.edit(ALTRA_APPLICAZIONE, { codificaAvvisi, servizioIntegrazione, domini: "*", tipiPendenza: "*" });
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV }), "P-MENSA", ALTRA_APPLICAZIONE);
    expect(await p.ofAvviso()).toMatchObject({ esito: "aggiornata", pendenza: { idA2A: ALTRA_APPLICAZIONE } });
  });

  it("costs no request for the registry when warm, one read and one transaction for the debt", async () => {
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV }));
    await p.ofAvviso();
    p.richieste.length = 0;
    const altro = numero(9);
    p.ente.risposta = daPagare(nuova({ numeroAvviso: altro }), "P-9");
    await p.ofAvviso(altro);
    expect(p.richieste.filter((richiesta) => !richiesta.endsWith(":archivio"))).toEqual([]);
    expect(p.richieste.filter((richiesta) => richiesta === "commit:archivio")).toHaveLength(1);
    expect(p.richieste).toHaveLength(3);
  });
});

describe("a debt past its dataValidita", () => {
  let p: Awaited<ReturnType<typeof create>>;
  let pendenza: Pendenza;
  beforeEach(async () => {
    p = await create();
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV, dataValidita: "2026-11-20" }));
    await p.ofAvviso();
    const letta = await p.registrata();
    if (!letta) throw new Error("pendenza di prova assente");
    pendenza = letta;
    p.domande.length = 0;
  });
  const ofPendenza = () => p.attualizza.ofPendenza(pendenza, "scambio-2");

  it("is asked by its name, and takes the new amount and day", async () => {
    const voci = [voce({ importo: 11_000n })];
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV, voci, dataValidita: "2026-12-20" }));
    expect(await ofPendenza()).toMatchObject({
      esito: "aggiornata",
      pendenza: { importo: 11_000n, dataValidita: "2026-12-20", versione: 2 },
    });
    expect(p.domande).toEqual([{ operazione: "verifyPendenza", idA2A: APPLICAZIONE, idPendenza: "P-ENTE" }]);
    const { storia } = await p.posizioni.getPosizione({ idDominio: COMUNE, iuv: IUV });
    expect(storia.find(({ evento }) => evento === "aggiornata")?.campi).toMatchObject({ importo: { prima: 100.5, dopo: 110 } });
  });

  it("confirmed as it is stays as it is, and the exchange is told", async () => {
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV, dataValidita: "2026-11-20" }));
    const prima = p.eventi().length;
    expect(await ofPendenza()).toMatchObject({ esito: "aggiornata", pendenza: { versione: 1 } });
    expect(p.eventi().length).toBe(prima + 1);
  });

  it("answered with the debt of another is refused", async () => {
    p.ente.risposta = daPagare(nuova({ numeroAvviso: NAV }), "ALTRA");
    expect(await ofPendenza()).toMatchObject({ esito: "fallita", dettaglio: expect.not.stringContaining("ALTRA") });
  });

  it.each([false, true])("that nobody confirms is left to the application's choice (%s)", async (mandatoria) => {
    await p.edit(APPLICAZIONE, { aggiornamentoValiditaMandatorio: mandatoria });
    p.ente.risposta = guasto();
    expect(await ofPendenza()).toMatchObject({ esito: "fallita", mandatoria });
    const applicazione = await p.anagrafiche.getApplicazione(APPLICAZIONE);
    const { servizioIntegrazione: _, ...senza } = applicazione ?? {};
    await p.store({ azione: "elimina", entita: "applicazione", valore: { ...applicazione, ...senza } as Applicazione });
    p.clock.advance(61_000);
    expect(await ofPendenza()).toEqual({ esito: "non-prevista", mandatoria: false });
  });
});
