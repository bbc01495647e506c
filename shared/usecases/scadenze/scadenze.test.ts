import { describe, expect, it } from "vitest";
import { ScadenzeArchivio } from "../../adapters/archivio/scadenze.ts";
import { DepositoInMemoria } from "../../adapters/memory/deposito.ts";
import { createClockFermo } from "../../adapters/memory/tempo.ts";
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { Intermediario } from "../../domain/anagrafiche/creditore.ts";
import { ko, ok } from "../../domain/esito.ts";
import { giorniRimanenti, type Scadenza, statoScadenza } from "../../domain/scadenze/scadenza.ts";
import type { EntitaAnagrafica, Registro } from "../../ports/anagrafiche.ts";
import type { Certificati } from "../../ports/scadenze.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { checkScadenze } from "./check-scadenze.ts";
import { findScadenze } from "./find-scadenze.ts";

const OGGI = "2026-03-10";
const voce = (campi: Partial<Scadenza>): Scadenza => ({ tipo: "CERTIFICATO_SERVIZIO", oggetto: "x:443", usatoDa: [], ...campi });

describe("lo stato di una scadenza", () => {
  it.each<[string, Partial<Scadenza>, string]>([
    ["ieri", { scade: "2026-03-09" }, "SCADUTA"],
    ["oggi è l'ultimo giorno", { scade: OGGI }, "IN_SCADENZA"],
    ["fra 30 giorni", { scade: "2026-04-09" }, "IN_SCADENZA"],
    ["fra 31", { scade: "2026-04-10" }, "VALIDA"],
    ["un certificato che non si è visto", { dettaglio: "ECONNREFUSED" }, "NON_VERIFICABILE"],
    ["un segreto senza data", { tipo: "SEGRETO" }, "SENZA_SCADENZA"],
    ["un segreto che non c'è", { tipo: "SEGRETO", dettaglio: "non esiste" }, "NON_VERIFICABILE"],
  ])("%s", (_caso, campi, stato) => expect(statoScadenza(voce(campi), OGGI)).toBe(stato));

  it.each([
    [OGGI, 0],
    ["2026-03-09", -1],
    ["2026-03-30", 20],
  ])("al %s mancano %i giorni", (scade, giorni) => expect(giorniRimanenti(scade, OGGI)).toBe(giorni));
});

const INTERMEDIARIO: Intermediario = {
  versione: 1,
  idIntermediario: "99001122334",
  denominazione: "Prova",
  principalPagoPa: "nodo",
  certificatiPagoPa: ["PEM-NODO"],
  servizioPagoPa: { url: "https://api.platform.pagopa.it/nodo", urlRPT: "https://api.platform.pagopa.it/nodo" },
  servizioPagoPaFR: { url: "https://api.platform.pagopa.it/fdr", subscriptionKey: "segreto:fdr" },
  servizioPagoPaGPD: { url: "http://in-chiaro.example", auth: { tipo: "header", headerName: "X", headerValue: "segreto:gpd" } },
  abilitato: true,
};
const SPENTO: Intermediario = {
  ...INTERMEDIARIO,
  idIntermediario: "1",
  servizioPagoPaFR: { url: "https://spento.example" },
  abilitato: false,
};
const APPLICAZIONE = {
  idA2A: "APP",
  abilitato: true,
  servizioIntegrazione: {
    url: "https://ente.example:8443/api",
    versioneApi: "REST v2",
    auth: { tipo: "oauth2", clientId: "c", clientSecret: "segreto:ente", urlTokenEndpoint: "https://token.example/t" },
  },
} as Applicazione;

const prepara = () => {
  const visti: string[] = [];
  const clock = createClockFermo("2026-03-10T08:00:00.000Z");
  const archivio = new ScadenzeArchivio(new DepositoInMemoria());
  const liste: Partial<Record<EntitaAnagrafica, readonly unknown[]>> = {
    intermediario: [INTERMEDIARIO, SPENTO],
    applicazione: [APPLICAZIONE],
    sezioneConfigurazione: [{ versione: 1, sezione: "marcheDaBollo", valore: { emittenti: ["PEM-BOLLI"] } }],
  };
  const registro: Pick<Registro, "list"> = { list: async (entita) => (liste[entita] ?? []) as never };
  const certificati: Certificati = {
    ofServizio: async (host, porta) => {
      visti.push(`${host}:${porta}`);
      if (host === "ente.example") return ko("ECONNREFUSED");
      return ok({ soggetto: `CN=${host}`, scade: host === "token.example" ? "2026-03-01T00:00:00.000Z" : "2026-12-31T23:00:00.000Z" });
    },
    ofPem: () => ok({ soggetto: "CN=forwarder", scade: "2026-03-20T00:00:00.000Z" }),
  };
  const segreti: Segreti = {
    get: async (nome) => {
      if (nome === "gpd") throw new Error("giù");
      return nome === "fdr" ? { valori: ["k"], scadenza: "2026-04-01" } : undefined;
    },
  };
  const pubblici = ["https://pagamenti.example", "http://127.0.0.1:8080", ""];
  return { visti, clock, archivio, check: checkScadenze({ registro, certificati, segreti, archivio, clock, pubblici }) };
};

describe("il controllo giornaliero", () => {
  it("guarda ogni servizio una volta, solo dove c'è TLS e solo per chi è abilitato", async () => {
    const { check, visti } = prepara();
    await check();
    expect(visti.toSorted()).toEqual(["api.platform.pagopa.it:443", "ente.example:8443", "pagamenti.example:443", "token.example:443"]);
  });

  it("conta ciò che la metrica e l'allarme devono sapere", async () => {
    expect(await prepara().check()).toEqual({ sorvegliate: 9, inScadenza: 3, scadute: 1, nonVerificabili: 3 });
  });

  it("due volte di seguito lascia lo stesso risultato", async () => {
    const { check, archivio } = prepara();
    await check();
    const prima = await archivio.get();
    await check();
    expect(await archivio.get()).toEqual(prima);
  });
});

describe("l'elenco per il Backoffice", () => {
  const PAGINA = { limite: 25, salta: 0, totale: true };

  it("prima ciò che non si vede e ciò che è finito, con chi ne dipende", async () => {
    const { check, archivio, clock } = prepara();
    await check();
    const { elementi, totale } = await findScadenze({ archivio, clock })({}, PAGINA);
    expect(totale).toBe(9);
    expect(elementi.map(({ oggetto, stato }) => [oggetto, stato])).toEqual([
      ["ente", "NON_VERIFICABILE"],
      ["ente.example:8443", "NON_VERIFICABILE"],
      ["gpd", "NON_VERIFICABILE"],
      ["token.example:443", "SCADUTA"],
      ["CN=forwarder", "IN_SCADENZA"],
      ["CN=forwarder", "IN_SCADENZA"],
      ["fdr", "IN_SCADENZA"],
      ["api.platform.pagopa.it:443", "VALIDA"],
      ["pagamenti.example:443", "VALIDA"],
    ]);
    expect(elementi.filter(({ tipo }) => tipo === "EMITTENTE_BOLLI").map(({ usatoDa }) => usatoDa)).toEqual([["marche da bollo"]]);
    expect(elementi.at(-2)?.usatoDa).toEqual(["intermediario 99001122334, servizioPagoPa", "intermediario 99001122334, servizioPagoPaFR"]);
  });

  it("lo stato è quello di oggi, non quello del controllo", async () => {
    const { check, archivio, clock } = prepara();
    await check();
    clock.set("2026-04-02T08:00:00.000Z");
    const { elementi } = await findScadenze({ archivio, clock })({ tipo: "SEGRETO", stato: "SCADUTA" }, PAGINA);
    expect(elementi.map(({ oggetto }) => oggetto)).toEqual(["fdr"]);
  });

  it("prima di ogni controllo è vuoto", async () => {
    const { archivio, clock } = prepara();
    expect(await findScadenze({ archivio, clock })({}, PAGINA)).toEqual({ elementi: [], totale: 0 });
  });
});
