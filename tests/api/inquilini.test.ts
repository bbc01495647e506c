/**
 * No operation shows, lists or changes what belongs to another tenant, and none lets it be guessed: whoever may not see a resource gets the very
 * answer that a resource which does not exist would give. Walked over the whole registry, on an archive where everything exists.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operazioni } from "../../shared/contracts/index.ts";
import { API_BASE, type Operazione, SERVIZI_ACL } from "../../shared/contracts/operation.ts";
import { COMUNE, IBAN_COMUNE, PASSWORD, UNIONE } from "../sostegno/anagrafica.ts";
import { findCampione } from "../sostegno/campioni.ts";
import { type AmbienteApi, createAmbiente } from "./ambiente.ts";
import { CCP, PAGAMENTO, IUV as PAGATO, RICEVUTA, seedPagamento } from "./pagamento/sostegno.ts";
import { corpo } from "./pendenze/impianto.ts";
import { FLUSSO, IUR, IUV as RENDICONTATO, seedRiconciliazione } from "./riconciliazione/archivio.ts";

/** An application and an operator that work for UNIONE only; everything in the archive is COMUNE's. */
const ALTRA = "gest-mensa";
const ALTRO_OPERATORE = "operatore-unione";
const MOVIMENTO = "movimento-1";

type Chiavi = Readonly<Record<string, string>>;
const POSIZIONE = {
  idDominio: COMUNE,
  idA2A: "GEST-TRIBUTI",
  idPendenza: "TARI-2026-1",
  numeroAvviso: `3${PAGATO}`,
  iuv: PAGATO,
  ccp: CCP,
  numeroDocumento: "TARI-2026",
};
const ESISTENTI: Readonly<Record<keyof typeof operazioni, Chiavi>> = {
  pendenze: POSIZIONE,
  "pendenze-v1": POSIZIONE,
  pagamento: { ...POSIZIONE, id: PAGAMENTO, idSession: PAGAMENTO, idRicevuta: RICEVUTA },
  riconciliazione: {
    idDominio: COMUNE,
    idFlusso: FLUSSO,
    dataOraFlusso: "2026-11-24T18:30:00Z",
    iuv: RENDICONTATO,
    iur: IUR,
    indice: "1",
    idRicevuta: IUR,
    id: MOVIMENTO,
  },
  backoffice: { idDominio: COMUNE, idUnitaOperativa: "TRIBUTI", ibanAccredito: IBAN_COMUNE, idEntrata: "TARI", idTipoPendenza: "TARI" },
};
/** As well formed as the existing ones, and nobody's. */
const ASSENTI: Chiavi = {
  idPendenza: "NESSUNA",
  numeroAvviso: "301999999999999999",
  iuv: "01999999999999999",
  ccp: "nessuno",
  numeroDocumento: "NESSUNO",
  id: "nessuno",
  idSession: "nessuna",
  idFlusso: "nessuno",
  iur: "nessuno",
  idRicevuta: "nessuna",
  idUnitaOperativa: "NESSUNA",
  ibanAccredito: "IT60X0542811101000000999999",
  idEntrata: "NESSUNA",
  idTipoPendenza: "NESSUNO",
};

const nome = ({ api, id }: Operazione): string => `${api}/${id}`;
const nomiDi = ({ path }: Operazione): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "");
const pick = (chiavi: Chiavi, nomi: readonly string[]): Chiavi => Object.fromEntries(nomi.map((n) => [n, chiavi[n] ?? ""]));
const elenco = (scelte: readonly Operazione[]): (readonly [string, Operazione])[] => scelte.map((o) => [nome(o), o]);

/** Bulk batches and attachments have a walk of their own (tracciati/inquilini.test.ts, pendenze/allegato.suite.ts). */
const ALTROVE: readonly (string | undefined)[] = ["tracciati", "allegati"];
const tutte = Object.values(operazioni)
  .flat()
  .filter(({ risorsa }) => !ALTROVE.includes(risorsa));
/** The Backoffice's registry of intermediaries, applications, types is common to all: only what hangs from a creditor is a tenant's. */
const diInquilino = tutte.filter((o) => (o.api === "backoffice" ? o.path.includes("{idDominio}") : !o.path.endsWith("/profilo")));
const dettagli = diInquilino.filter(({ method, path, id }) => method === "GET" && path.includes("{") && !id.startsWith("find"));
const elenchi = tutte.filter(({ api, method, id }) => method === "GET" && id.startsWith("find") && api !== "backoffice");
const elenchiDiDominio = diInquilino.filter(({ api, method, id }) => api === "backoffice" && method === "GET" && id.startsWith("find"));
const scritture = diInquilino.filter(({ method }) => method !== "GET");

describe("what belongs to another tenant", () => {
  let ambiente: AmbienteApi;
  const altroDi = ({ api }: Operazione): string => (api === "backoffice" ? ALTRO_OPERATORE : ALTRA);

  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
    await seedRiconciliazione(ambiente.deposito);
    const rata = await ambiente.invoke("pendenze/addPendenza", {
      params: { idA2A: POSIZIONE.idA2A, idPendenza: "TARI-2026-RATA-1" },
      body: corpo({ documento: { identificativo: POSIZIONE.numeroDocumento, descrizione: "TARI 2026", rata: 1 } }),
    });
    const movimento = await ambiente.invoke("riconciliazione/addRiconciliazione", {
      params: { idDominio: COMUNE, id: MOVIMENTO },
      body: { importo: 5, sct: "SCT-1", causale: "BONIFICO" },
    });
    const operatore = await ambiente.invoke("backoffice/addOperatore", {
      params: { principal: ALTRO_OPERATORE },
      body: {
        ragioneSociale: "Operatore dell'Unione",
        password: PASSWORD,
        domini: [UNIONE],
        tipiPendenza: ["*"],
        acl: SERVIZI_ACL.filter((servizio) => !servizio.startsWith("API ")).map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] })),
        abilitato: true,
      },
    });
    expect([rata.status, movimento.status, operatore.status]).toEqual([201, 202, 201]);
  });
  afterAll(() => ambiente.stop());

  it.each(elenco(dettagli))(
    "%s shows it to its owner and, to the other, what it would show if it did not exist",
    async (operazione, contratto) => {
      const nomi = nomiDi(contratto);
      const esistente = pick(ESISTENTI[contratto.api as keyof typeof operazioni], nomi);
      const assente = {
        ...esistente,
        ...pick(
          ASSENTI,
          nomi.filter((n) => n in ASSENTI),
        ),
      };
      const suo = await ambiente.invoke(operazione, { params: esistente });
      expect(suo.status).toBe(200);
      const altrui = await ambiente.invoke(operazione, { params: esistente, as: altroDi(contratto) });
      const inesistente = await ambiente.invoke(operazione, { params: assente, as: altroDi(contratto) });
      expect([403, 404]).toContain(altrui.status);
      expect([altrui.status, altrui.body["codice"], altrui.body["descrizione"]]).toEqual([
        inesistente.status,
        inesistente.body["codice"],
        inesistente.body["descrizione"],
      ]);
      for (const riservato of ["RSSMRA85T10A562S", "Mario Rossi", "100.5"]) expect(altrui.testo).not.toContain(riservato);
    },
  );

  it.each(elenco(elenchi))("%s lists it for its owner and not for the other, whatever the filters", async (operazione, contratto) => {
    const suo = await ambiente.invoke(operazione);
    expect([suo.status, Number(suo.body["numRisultati"]) > 0]).toEqual([200, true]);
    const filtri = [
      {},
      { idDominio: COMUNE },
      { idDebitore: "RSSMRA85T10A562S" },
      { idA2A: "GEST-TRIBUTI" },
      { iuv: PAGATO },
      { iuv: RENDICONTATO },
    ];
    for (const query of filtri.filter((filtro) => Object.keys(filtro).every((campo) => campo in (contratto.query?.shape ?? {})))) {
      const { status, body } = await ambiente.invoke(operazione, { query, as: ALTRA });
      const visti = status === 200 ? [body["numRisultati"], body["risultati"]] : [0, []];
      expect({ query, status: [200, 403, 404].includes(status), visti }).toEqual({ query, status: true, visti: [0, []] });
    }
  });

  it.each(elenco(scritture))("%s does not change it for the other", async (operazione, contratto) => {
    const { pathParameters, body } = findCampione(operazione);
    const params = {
      ...pathParameters,
      ...pick(
        ESISTENTI[contratto.api as keyof typeof operazioni],
        nomiDi(contratto).filter((n) => n in ESISTENTI[contratto.api as keyof typeof operazioni]),
      ),
    };
    const prima = await ambiente.deposito.query({ tabella: "archivio", pk: `POS#${COMUNE}#${PAGATO}`, ordine: "asc", limite: 50 });
    const { status } = await ambiente.invoke(operazione, { params, ...(body !== undefined && { body }), as: altroDi(contratto) });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const dopo = await ambiente.deposito.query({ tabella: "archivio", pk: `POS#${COMUNE}#${PAGATO}`, ordine: "asc", limite: 50 });
    expect(dopo).toEqual(prima);
  });

  it("is not among the creditors that the other operator finds", async () => {
    const { body } = await ambiente.invoke("backoffice/findDomini", { as: ALTRO_OPERATORE });
    expect(body["risultati"]).toMatchObject([{ idDominio: UNIONE }]);
  });

  it.each(elenco(elenchiDiDominio))("%s lists nothing of a creditor of others", async (operazione) => {
    expect((await ambiente.invoke(operazione, { params: { idDominio: COMUNE } })).status).toBe(200);
    const { status, body } = await ambiente.invoke(operazione, { params: { idDominio: COMUNE }, as: ALTRO_OPERATORE });
    expect([status, body["risultati"]]).toEqual([404, undefined]);
  });

  it("is walked for every operation: none of the registry escapes", () => {
    const viste = new Set([...dettagli, ...elenchi, ...elenchiDiDominio, ...scritture]);
    expect(diInquilino.filter((o) => !viste.has(o)).map((o) => `${o.method} ${API_BASE[o.api]}${o.path}`)).toEqual([]);
  });
});
