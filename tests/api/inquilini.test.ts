/**
 * No operation shows, lists or changes what belongs to another tenant, and none lets it be guessed: whoever may not see a resource gets the very
 * answer that a resource which does not exist would give. Walked over the whole registry, on an archive where everything exists.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaAllineamento } from "../../shared/adapters/archivio/mappe-gpd.ts";
import { mappaRiscossione } from "../../shared/adapters/archivio/mappe-posizione.ts";
import { mappaRecupero } from "../../shared/adapters/archivio/mappe-recupero.ts";
import { ArchivioRegistro, mappeAnagrafiche } from "../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../shared/adapters/sistema/clock.ts";
import { operazioni } from "../../shared/contracts/index.ts";
import { API_BASE, type Operazione, SERVIZI_ACL } from "../../shared/contracts/operation.ts";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, PASSWORD, UNIONE } from "../sostegno/anagrafica.ts";
import { findCampione } from "../sostegno/campioni.ts";
import { buildRiscossione } from "../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "./ambiente.ts";
import { buildAllineamento } from "./backoffice/allineamenti.ts";
import { buildRecupero } from "./backoffice/recuperi.ts";
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
const CONTABILITA = {
  ...{ idDominio: COMUNE, numeroAvviso: `3${PAGATO}`, iuv: RENDICONTATO, iur: IUR, indice: "1", idRicevuta: IUR },
  ...{ idFlusso: FLUSSO, dataOraFlusso: "2026-11-24T18:30:00Z", id: MOVIMENTO, idIncasso: MOVIMENTO },
};
const PORTALE = { ...POSIZIONE, id: PAGAMENTO, idSession: PAGAMENTO, idRicevuta: RICEVUTA };
const ESISTENTI: Readonly<Record<keyof typeof operazioni, Chiavi>> = {
  pendenze: POSIZIONE,
  "pendenze-v1": POSIZIONE,
  pagamento: PORTALE,
  "pagamento-v3": PORTALE,
  "pagamento-v1": PORTALE,
  utente: PORTALE,
  cittadino: PORTALE,
  portale: PORTALE,
  riconciliazione: CONTABILITA,
  "riconciliazione-v2": CONTABILITA,
  "riconciliazione-v1": CONTABILITA,
  backoffice: {
    ...POSIZIONE,
    ...{ idDominio: COMUNE, idUnitaOperativa: "TRIBUTI", ibanAccredito: IBAN_COMUNE, idEntrata: "TARI", idTipoPendenza: "TARI" },
    ...{ iuv: PAGATO, iur: "iur-1", indice: "1", idRicevuta: RICEVUTA, idIncasso: MOVIMENTO },
    ...{ idFlusso: FLUSSO, dataOraFlusso: "2026-11-24T18:30:00Z" },
  },
};
/** A pixel. */
const LOGO = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

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
  idIncasso: "nessuno",
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

/** Bulk batches, attachments and what changed have a walk of their own (tracciati/inquilini.test.ts, pendenze/allegato.suite.ts, riconciliazione/variazioni.test.ts, utente/accesso.test.ts, cittadino/{collegamenti,portale,prove}.test.ts, portale/front-end.test.ts, pagamento/{chiamanti,portale}.test.ts, riconciliazione/{tesoreria,anomalie,fascicoli,profili-lettura,sospesi,abbinamenti,contabilita,tracciati-contabili}.test.ts, backoffice/{abbonamenti,pagine-pagamento}.test.ts). */
const ALTROVE: readonly (string | undefined)[] = [
  "tracciati",
  "allegati",
  "variazioni",
  "caricamenti",
  "movimenti",
  "anomalie",
  "instradamenti",
  "fascicoli",
  "profili-lettura",
  "sospesi",
  "riscontri",
  "proposte",
  "regole",
  "accertamenti",
  "beneficiari",
  "reversali",
  "tracciati-contabili",
  "abbonamenti",
  "annunci",
  "accesso",
  "collegamenti",
  "domini-pubblici",
  "ricevute-portale",
  "stampe",
  "pagine",
  "pagine-pagamento",
  "prove",
  "portale-cittadino",
  "front-end",
];
const tutte = Object.values(operazioni)
  .flat()
  .filter(({ risorsa }) => !ALTROVE.includes(risorsa));
/** Who one is; and the way back from the payment page, which knows only the key of its own session. */
const DI_NESSUNO: readonly string[] = ["getProfilo", "returnDaPsp"];
/** The Backoffice's registry of intermediaries, applications, types is common to all: only what hangs from a creditor is a tenant's. */
const diInquilino = tutte.filter((o) => (o.api === "backoffice" ? o.path.includes("{idDominio}") : !DI_NESSUNO.includes(o.id)));
const dettagli = diInquilino.filter(({ method, path, id }) => method === "GET" && path.includes("{") && !id.startsWith("find"));
const elenchi = tutte.filter(({ api, method, id }) => method === "GET" && id.startsWith("find") && api !== "backoffice");
const elenchiDiDominio = diInquilino.filter(({ api, method, id }) => api === "backoffice" && method === "GET" && id.startsWith("find"));
const scritture = diInquilino.filter(({ method }) => method !== "GET");

describe("what belongs to another tenant", () => {
  let ambiente: AmbienteApi;
  /** A replacement of an account, whose id only the store gives. */
  let cambio: unknown;
  const altroDi = ({ api }: Operazione): string => (api === "backoffice" ? ALTRO_OPERATORE : ALTRA);

  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
    await seedRiconciliazione(ambiente.deposito);
    const mappe = { ...mappeAnagrafiche, allineamento: mappaAllineamento, recupero: mappaRecupero, riscossione: mappaRiscossione };
    const dominio = await new ArchivioRegistro(ambiente.deposito).get("dominio", COMUNE);
    if (!dominio) throw new Error("manca il dominio di prova");
    const seguiti = await new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
      conservazioneEventiGiorni: 760,
    }).commit([
      { azione: "crea", entita: "allineamento", valore: buildAllineamento(1, { iuv: PAGATO }) },
      { azione: "crea", entita: "recupero", valore: buildRecupero(1, { iuv: PAGATO }) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { iuv: PAGATO }) },
      { azione: "sostituisci", entita: "dominio", valore: { ...dominio, logo: LOGO } },
    ]);
    const rata = await ambiente.invoke("pendenze/addPendenza", {
      params: { idA2A: POSIZIONE.idA2A, idPendenza: "TARI-2026-RATA-1" },
      body: corpo({ documento: { identificativo: POSIZIONE.numeroDocumento, descrizione: "TARI 2026", rata: 1 } }),
    });
    const movimento = await ambiente.invoke("riconciliazione/addRiconciliazione", {
      params: { idDominio: COMUNE, id: MOVIMENTO },
      body: { importo: 5, sct: "SCT-1", causale: "BONIFICO" },
    });
    const richiesto = await ambiente.invoke("backoffice/addCambioIban", {
      params: { idDominio: COMUNE, ibanAccredito: IBAN_COMUNE },
      body: { ibanNuovo: IBAN_POSTALE, motivazione: "Cambio di tesoriere" },
    });
    cambio = richiesto.body["id"];
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
    expect([seguiti.ok, rata.status, movimento.status, richiesto.status, operatore.status]).toEqual([true, 201, 202, 201, 201]);
  });
  afterAll(() => ambiente.stop());

  it.each(elenco(dettagli))(
    "%s shows it to its owner and, to the other, what it would show if it did not exist",
    async (operazione, contratto) => {
      const nomi = nomiDi(contratto);
      // Only what the operation cannot do without.
      const query = contratto.query?.safeParse({}).success === false ? (findCampione(operazione).queryStringParameters ?? {}) : {};
      const note = pick(ESISTENTI[contratto.api as keyof typeof operazioni], nomi);
      const esistente = contratto.risorsa === "cambi-iban" && "id" in note ? { ...note, id: String(cambio) } : note;
      const assente = {
        ...esistente,
        ...pick(
          ASSENTI,
          nomi.filter((n) => n in ASSENTI),
        ),
      };
      const suo = await ambiente.invoke(operazione, { params: esistente, query });
      expect(suo.status).toBe(200);
      const altrui = await ambiente.invoke(operazione, { params: esistente, query, as: altroDi(contratto) });
      const inesistente = await ambiente.invoke(operazione, { params: assente, query, as: altroDi(contratto) });
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

  it.each(elenco(elenchiDiDominio))("%s lists nothing of a creditor of others", async (operazione, contratto) => {
    const params = pick(ESISTENTI.backoffice, nomiDi(contratto));
    expect((await ambiente.invoke(operazione, { params })).status).toBe(200);
    const { status, body } = await ambiente.invoke(operazione, { params, as: ALTRO_OPERATORE });
    expect([status, body["risultati"]]).toEqual([404, undefined]);
  });

  it("is walked for every operation: none of the registry escapes", () => {
    const viste = new Set([...dettagli, ...elenchi, ...elenchiDiDominio, ...scritture]);
    expect(diInquilino.filter((o) => !viste.has(o)).map((o) => `${o.method} ${API_BASE[o.api]}${o.path}`)).toEqual([]);
  });
});
