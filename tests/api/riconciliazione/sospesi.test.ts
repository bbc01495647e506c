/** "Che cosa c'è in questo sospeso?" over the archive, and the texts that nobody could read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchivioContatori } from "../../../shared/adapters/archivio/contatori.ts";
import { mappaChiaveMovimento, mappaMovimento, mappaNomeMovimento } from "../../../shared/adapters/archivio/mappe-tesoreria.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { createMovimento } from "../../../shared/domain/tesoreria/movimento-registrato.ts";
import { giornoDi } from "../../../shared/domain/valori/date.ts";
import { ADESSO } from "../../sostegno/esempi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;

const MOVIMENTO = createMovimento(
  COMUNE,
  "MOV-1",
  {
    riga: {
      ...{ riga: 1, operazione: "ESEGUITO", segno: "ENTRATA", importo: 3006n, dataContabile: "2026-11-25" },
      ...{ causale: `RI1/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO} ACCREDITO`, numeroSospeso: "12", esercizio: 2026 },
    },
    chiavi: { flussi: [FLUSSO], troncati: [], iuv: [], iur: [] },
    origine: { idCaricamento: "CAR-1", file: "f", riga: 1, formato: "OPI", esito: "NUOVO" },
  },
  ADESSO,
);

const FORMA = "ACCREDITO PAGOPA N. 9";
const oggi = giornoDi(clockDiSistema.now());

beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
  const mappe = { movimento: mappaMovimento, chiaveMovimento: mappaChiaveMovimento, nomeMovimento: mappaNomeMovimento };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 1,
  });
  const nome = { tipo: "SOSPESO", valore: "12#2026#ENTRATA", unico: true, posto: 0 } as const;
  await unitOfWork.commit([
    { azione: "crea", entita: "movimento", valore: MOVIMENTO },
    {
      azione: "crea",
      entita: "chiaveMovimento",
      valore: { versione: 0, idDominio: COMUNE, tipo: "FLUSSO", valore: FLUSSO, idMovimento: "MOV-1" },
    },
    { azione: "crea", entita: "nomeMovimento", valore: { versione: 0, idDominio: COMUNE, nome, idMovimento: "MOV-1" } },
  ]);
  const contributo = {
    cubo: "causali",
    idDominio: COMUNE,
    giorno: oggi,
    importo: 1050n,
    dimensioni: { forma: FORMA },
    esempio: "ALTRO",
    numero: 1,
  } as const;
  await new ArchivioContatori(ambiente.deposito, clockDiSistema).add([{ id: "1", variazioni: [contributo] }]);
});
afterAll(() => ambiente.stop());

const ask = (corpo: unknown, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/analyzeSospeso", {
    body: typeof corpo === "object" ? { idDominio: COMUNE, ...corpo } : corpo,
    ...altro,
  });
const CAUSALE = `ACCREDITI VARI .PUR.LGPE- RIVERSAMENTO.URI.${FLUSSO.toLowerCase()} ORD BANCA`;

describe("dalla causale", () => {
  it("ai pagamenti, ai tipi e alle quote, con chi ha pagato", async () => {
    const { status, body } = await ask({ testo: CAUSALE, importo: 30.06 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      esito: "TROVATO",
      importoTrovato: 30.06,
      flussi: [{ idFlusso: FLUSSO, numeroPagamenti: 3, stato: "Acquisito" }],
      totali: { numero: 3, importo: 30.06, perTipo: expect.arrayContaining([{ idTipoPendenza: "TARI", numero: 2, importo: 20.03 }]) },
      pagamenti: [{ iuv: IUV, idPendenza: "PND-1", debitore: { anagrafica: expect.not.stringContaining("***") } }, {}, { importo: 10.03 }],
      datiMascherati: false,
    });
    const frasi = Array.from(body["spiegazioni"] as { codice: string; frase: string }[]);
    expect(frasi.map(({ codice }) => codice)).toEqual(["FLUSSO_TROVATO", "IMPORTO_UGUALE", "SENZA_PENDENZA"]);
  });

  it("in CSV, una riga per quota", async () => {
    const { headers, testo } = await ask({ testo: CAUSALE }, { headers: { accept: "text/csv" } });
    expect(headers["content-type"]).toContain("text/csv");
    const righe = testo.split("\r\n");
    expect(righe[0]).toBe(
      "\uFEFFidFlusso;iuv;iur;indice;importo;data;esito;idTipoPendenza;numeroAvviso;causale;debitore;codiceFiscale;capitolo;annoEsercizio;accertamento;titolo;tipologia;categoria;articolo;importoQuota",
    );
    expect(righe[1]).toMatch(new RegExp(`^${FLUSSO};${IUV};iur-1;1;10,01;2026-11-23;0;TARI;`));
    expect(righe).toHaveLength(5);
  });

  it("a un operatore, e solo dei suoi domini", async () => {
    expect((await ask({ testo: CAUSALE }, { as: "amministratore" })).body["esito"]).toBe("TROVATO");
    expect((await ask({ testo: CAUSALE }, { as: "gest-mensa" })).status).toBe(403);
    const altrui = await ask({ idDominio: UNIONE, testo: CAUSALE }, { as: "gest-mensa" });
    expect(JSON.stringify(altrui.body)).not.toContain(COMUNE);
    expect(altrui.body["esito"]).toBe("NON_TROVATO");
  });

  it.each<[string, object, string, string]>([
    ["con un altro importo", { testo: CAUSALE, importo: 29 }, "IMPORTO_DIVERSO", "mancano 1,06 €"],
    ["tagliata", { testo: "/PUR/LGPE-RIVERSAMENTO/URI/2026-11-24ABI030" }, "TROVATO", "l'unico flusso che comincia così"],
    ["di un flusso che non c'è", { testo: "/PUR/LGPE-RIVERSAMENTO/URI/2020-01-02ABI03069-9" }, "NON_TROVATO", "chiederlo al PSP"],
    ["di un pagamento", { testo: `/RFB/${IUV}/10.01`, importo: 10.01 }, "TROVATO", `pagamento con IUV ${IUV}`],
    ["di uno IUV sconosciuto", { testo: "/RFB/01999999999999999/1.00" }, "NON_TROVATO", "non è tra quelli dell'ente"],
    ["di uno IUR", { testo: "ACCREDITO IUR IUR-000000000001" }, "NON_TROVATO", "Nessuna riscossione"],
    [
      "che non dice nulla, ma ha l'importo di un flusso",
      { testo: "ACCREDITO", importo: 30.06, dataValuta: "2026-11-25" },
      "DA_SCEGLIERE",
      "Un solo flusso",
    ],
    ["che parla di pagoPA e basta", { testo: "ACCREDITO PAGOPA" }, "NON_TROVATO", "chiedere al tesoriere"],
    ["di altro", { testo: "<script>alert(1)</script>\r\nVERSAMENTO\tECONOMO" }, "NON_PAGOPA", "non ha la forma"],
  ])("%s: l'esito e la frase che lo spiega", async (_caso, corpo, esito, frase) => {
    const { status, body } = await ask(corpo);
    expect([status, body["esito"]]).toEqual([200, esito]);
    expect(JSON.stringify(body["spiegazioni"])).toContain(frase);
  });
});

describe("dal movimento", () => {
  it.each([{ idMovimento: "MOV-1" }, { numeroSospeso: "0012", esercizio: 2026 }, { numeroSospeso: "12" }])("%j", async (corpo) => {
    const { status, body } = await ask(corpo);
    expect([status, body["esito"]]).toEqual([200, "TROVATO"]);
    expect(body["movimento"]).toMatchObject({ id: "MOV-1", importo: 30.06, numeroSospeso: "12" });
  });

  it.each([[{ idMovimento: "ALTRO" }], [{ numeroSospeso: "99" }]])("404 a %j", async (corpo) => {
    expect((await ask(corpo)).status).toBe(404);
  });
});

it.each<[string, unknown, RegExp]>([
  ["senza nulla da cercare", {}, /serve uno solo tra testo, idMovimento e numeroSospeso/],
  ["con due cose da cercare", { testo: "x", idMovimento: "y" }, /serve uno solo/],
  ["con 16 kB di testo", { testo: "x".repeat(16_384) }, /testo.*4096/],
  ["con un carattere di controllo", { testo: "a\u0000b" }, /testo.*caratteri di controllo/],
  ["con l'esercizio senza sospeso", { testo: "x", esercizio: 2026 }, /esercizio/],
  ["con un importo negativo", { testo: "x", importo: -1 }, /importo/],
  ["con un giorno che non esiste", { testo: "x", dataValuta: "2026-02-30" }, /dataValuta/],
  ["con un dominio malscritto", { idDominio: "1", testo: "x" }, /idDominio/],
  ["con un campo in più", { testo: "x", altro: 1 }, /altro/],
])("400 %s, con il campo e il limite", async (_caso, corpo, dettaglio) => {
  const { status, body } = await ask(corpo);
  expect(status).toBe(400);
  expect(String(body["dettaglio"])).toMatch(dettaglio);
});

const find = (query: Readonly<Record<string, string>>, as = "gest-tributi") =>
  ambiente.invoke("riconciliazione/findCausaliSconosciute", { query, as });
const decide = (body: unknown, as = "gest-tributi", idDominio = COMUNE) =>
  ambiente.invoke("riconciliazione/decideCausaleSconosciuta", { params: { idDominio }, body, as });

it("elenca le forme, prende la decisione di un operatore e la ricorda", async () => {
  const mese = oggi.slice(0, 7);
  const attesa = { forma: FORMA, stato: "DA_LEGGERE", numero: 1, importo: 10.5, dal: mese, al: mese };
  expect((await find({ idDominio: COMUNE })).body).toEqual({ numRisultati: 1, risultati: [attesa] });
  const { status, body } = await decide({ forma: FORMA, decisione: "NON_PAGOPA", nota: "Parcometri" }, "amministratore");
  expect([status, body]).toEqual([
    200,
    { forma: FORMA, decisione: "NON_PAGOPA", nota: "Parcometri", utente: "amministratore", data: expect.any(String) },
  ]);
  expect((await find({ idDominio: COMUNE, stato: "NON_PAGOPA" })).body["risultati"]).toMatchObject([
    { decisione: { utente: "amministratore" } },
  ]);
});

it("non dice nulla di altri enti", async () => {
  expect((await find({ idDominio: COMUNE }, "gest-mensa")).body).toEqual({ numRisultati: 0, risultati: [] });
  expect((await decide({ forma: FORMA, decisione: "LETTA" }, "gest-mensa")).status).toBe(403);
  expect((await decide({ forma: FORMA, decisione: "LETTA" }, "gest-tributi", UNIONE)).status).toBe(404);
});

it.each<[Readonly<Record<string, string>>, RegExp]>([
  [{}, /idDominio/],
  [{ idDominio: COMUNE, dal: "2026-13" }, /dal.*AAAA-MM/],
  [{ idDominio: COMUNE, dal: "2020-01", al: "2026-01" }, /24 mesi/],
  [{ idDominio: COMUNE, stato: "ALTRO" }, /stato/],
])("400 all'elenco con %j", async (query, dettaglio) => {
  const { status, body } = await find(query);
  expect(status).toBe(400);
  expect(String(body["dettaglio"])).toMatch(dettaglio);
});

it.each<[unknown, RegExp]>([
  [{ decisione: "LETTA" }, /forma/],
  [{ forma: "x".repeat(121), decisione: "LETTA" }, /forma.*120/],
  [{ forma: FORMA, decisione: "FORSE" }, /decisione/],
  [{ forma: FORMA, decisione: "LETTA", nota: "a\u0001" }, /nota/],
])("400 alla decisione %j", async (corpo, dettaglio) => {
  const { status, body } = await decide(corpo);
  expect(status).toBe(400);
  expect(String(body["dettaglio"])).toMatch(dettaglio);
});
