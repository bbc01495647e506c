/** Payment options over the memory store: who is recognised, what each answer costs, what happens when something does not answer. */
import "./variabili.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { getPaymentOptions } from "../../../shared/contracts/pagopa/opzioni.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { opzioniOperation } from "../../../shared/runtime/opzioni-operation.ts";
import { checkDominio } from "../../../shared/usecases/pagamenti/check-dominio.ts";
import { checkTestata } from "../../../shared/usecases/pagamenti/check-testata.ts";
import { findOpzioni } from "../../../shared/usecases/pagamenti/find-opzioni.ts";
import type { EsitoAttualizzazione } from "../../../shared/usecases/pendenze/refresh-pendenza.ts";
import { COMUNE, INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { pendenza } from "./debito.ts";
import { contesto, createImpianto, eventoNodo, type Impianto } from "./impianto.ts";
import { NAV } from "./messaggi.ts";

const NON_PREVISTA: EsitoAttualizzazione = { esito: "non-prevista", mandatoria: false };

let impianto: Impianto;
let ente: EsitoAttualizzazione;
let domande: string[];
beforeEach(async () => {
  impianto = await createImpianto();
  [ente, domande] = [NON_PREVISTA, []];
});

const load = (...debiti: Partial<Pendenza>[]) =>
  impianto.write(...debiti.map((altro) => ({ azione: "crea", entita: "pendenza", valore: pendenza(altro) }) as const));

const ask = async (numeroAvviso = NAV, idDominio = COMUNE) => {
  const { anagrafiche, posizioni, clock, endpoint } = impianto;
  const chiedi = async (che: string): Promise<EsitoAttualizzazione> => {
    domande.push(che);
    return ente;
  };
  const attualizza = { ofAvviso: () => chiedi("avviso"), ofPendenza: () => chiedi("pendenza") };
  const handler = opzioniOperation(
    {
      ...endpoint,
      checkDominio: checkDominio({ anagrafiche, checkTestata: checkTestata({ anagrafiche }) }),
      find: findOpzioni({ posizioni, anagrafiche, clock, attualizza }),
    },
    getPaymentOptions,
  );
  const evento = { ...eventoNodo(""), rawPath: `/pagopa/payment-options/${idDominio}`, pathParameters: { idDominio, numeroAvviso } };
  const { statusCode, body = "{}" } = await handler(evento, contesto);
  return { status: statusCode, corpo: JSON.parse(body) };
};

const numero = (n: number): string => `301${String(n).padStart(15, "0")}`;
const rata = (n: number, altro: Partial<Pendenza> = {}): Partial<Pendenza> => ({
  ...{ idPendenza: `R${n}`, iuv: numero(n).slice(1), numeroAvviso: numero(n) },
  documento: { identificativo: "D", descrizione: "Documento", rata: n },
  ...altro,
});

describe("who is recognised", () => {
  const change = async (valore: object): Promise<void> => {
    const { dominio } = (await impianto.anagrafiche.getCreditore(COMUNE)) ?? {};
    if (!dominio) throw new Error("anagrafica assente");
    await impianto.write({ azione: "sostituisci", entita: "dominio", valore: { ...dominio, ...valore } });
    impianto.clock.advance(120_000);
  };

  it.each([
    ["a creditor switched off", { abilitato: false }, 400, "ODP-104"],
    ["a creditor on a station that is not there", { stazione: `${INTERMEDIARIO}_09` }, 400, "ODP-106"],
    ["a creditor of another broker", { stazione: "80008000803_01" }, 400, "ODP-105"],
  ])("refuses %s", async (_caso, valore, status, appErrorCode) => {
    const intermediario = await impianto.anagrafiche.getIntermediario(INTERMEDIARIO);
    if (!intermediario) throw new Error("anagrafica assente");
    const altro = "80008000803";
    await impianto.write(
      {
        azione: "crea",
        entita: "intermediario",
        valore: { ...intermediario, versione: 0, idIntermediario: altro, principalPagoPa: "altro" },
      },
      {
        azione: "crea",
        entita: "stazione",
        valore: { versione: 0, idIntermediario: altro, idStazione: `${altro}_01`, versioneStazione: "V2", abilitato: true },
      },
    );
    await load({});
    await change(valore);
    const risposta = await ask();
    expect(risposta).toMatchObject({ status, corpo: { appErrorCode } });
  });
});

describe("what it costs", () => {
  it("is one read and the journal for a debt alone, and the document when there is one", async () => {
    await load({}, rata(1), rata(2));
    await impianto.warm();
    expect((await ask()).status).toBe(200);
    expect(impianto.richieste).toEqual(["get archivio", "putMany eventi"]);
    await impianto.write();
    expect((await ask(numero(1))).corpo.paymentOptions[0].numberOfInstallments).toBe(2);
    expect(impianto.richieste).toEqual(["get archivio", "query archivio", "getMany archivio", "putMany eventi"]);
  });
});

describe("what the creditor's system says", () => {
  it("counts for the notice asked, and only for it", async () => {
    await load(rata(1, { dataValidita: "2026-03-01" }), rata(2, { dataValidita: "2026-03-01" }));
    ente = { esito: "aggiornata", pendenza: pendenza(rata(1, { dataValidita: "2026-12-01" })) };
    const { corpo } = await ask(numero(1));
    expect(domande).toEqual(["pendenza"]);
    expect(corpo.paymentOptions[0].installments.map(({ status }: { status: string }) => status)).toEqual([
      "POI_UNPAID",
      "POI_EXPIRED_UNPAID",
    ]);
  });

  it.each([
    ["that it was paid", { esito: "rifiutata", stato: "DUPLICATA", dettaglio: "già pagata" }, 409, "ODP-108"],
    ["that it was annulled", { esito: "rifiutata", stato: "ANNULLATA", dettaglio: "annullata" }, 422, "ODP-111"],
    ["nothing, and must be heard", { esito: "non-prevista", mandatoria: true }, 422, "ODP-110"],
    ["something unreadable, and must be heard", { esito: "fallita", dettaglio: "html", mandatoria: true }, 500, "ODP-103"],
  ] as const)("refuses when it says %s", async (_caso, risposta, status, appErrorCode) => {
    await load(rata(1, { dataValidita: "2026-03-01" }), rata(2));
    ente = risposta;
    expect(await ask(numero(1))).toMatchObject({ status, corpo: { appErrorCode } });
  });

  it("makes a notice that nobody loaded", async () => {
    ente = { esito: "aggiornata", pendenza: pendenza() };
    expect((await ask()).corpo.paymentOptions).toHaveLength(1);
    expect(domande).toEqual(["avviso"]);
  });
});

describe("what does not answer", () => {
  it.each(["get archivio", "query archivio", "getMany archivio"])(
    "%s: 500 with the reference of the exchange, and nothing of the fault",
    async (guasta) => {
      await load(rata(1));
      impianto.stato.guasto = (richiesta) => {
        if (richiesta === guasta) throw new Error("archivio giù");
      };
      const { status, corpo } = await ask(numero(1));
      expect({ status, ...corpo }).toMatchObject({ status: 500, appErrorCode: "ODP-103", httpStatusDescription: "Internal Server Error" });
      expect(corpo.errorMessage).toBe(`PAA_SYSTEM_ERROR Errore interno, riferimento ${contesto.awsRequestId}`);
      expect(impianto.eventi()).toMatchObject([{ esito: "FAIL", sottotipoEsito: "PAA_SYSTEM_ERROR" }]);
    },
  );

  it("the journal: the answer goes out all the same", async () => {
    await load({});
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === "putMany eventi") throw new Error("giornale giù");
    };
    expect((await ask()).status).toBe(200);
  });
});
