/** Messages of one debt: what its channels would send, sending one again, what the provider of certified mail says (backoffice/getPromemoriaPendenza, backoffice/rispedisciPromemoria, backoffice/addRicevutaPec). */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { mappaPromemoria } from "../../../shared/adapters/archivio/mappe-uscite.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";

const IUV = "01000000000000133";
const DI_UNIONE = "promemoria-unione";
const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");
let ambiente: AmbienteApi;

const leggi = (iuv = IUV, as?: string): Promise<Esito> =>
  ambiente.invoke("backoffice/getPromemoriaPendenza", { params: { idDominio: COMUNE, iuv }, ...(as !== undefined && { as }) });
const rimanda = (altro: { readonly as?: string; readonly id?: string; readonly motivazione?: string } = {}): Promise<Esito> => {
  const { pathParameters, body } = findCampione("backoffice/rispedisciPromemoria");
  const { as, id = "AVVISO_PAGAMENTO.EMAIL", motivazione } = altro;
  return ambiente.invoke("backoffice/rispedisciPromemoria", {
    params: { ...pathParameters, idPromemoria: id },
    body: motivazione === undefined ? body : { motivazione },
    ...(as !== undefined && { as }),
  });
};

beforeAll(async () => {
  ambiente = await createAmbiente();
  const mappe = { pendenza: mappaPendenza, promemoria: mappaPromemoria };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const debitore = {
    ...buildPendenza().debitore,
    identificativo: "RSSMRA80A01H501U",
    email: "mario.rossi@example.it",
    pec: "mario.rossi@pec.example",
  };
  const pendenza = buildPendenza({
    versione: 0,
    iuv: IUV,
    numeroAvviso: `3${IUV}`,
    idDominio: COMUNE,
    debitore,
    dataScadenza: "2099-12-31",
    notificaSend: {
      prezzo: {
        iun: "AAAA-BBBB-CCCC-202611-D-1",
        totale: 854n,
        lettoIl: "2026-11-20T08:00:00.000Z",
        dataPerfezionamento: "2026-11-19T10:00:00.000Z",
      },
    },
  });
  const messaggio = base64("Gentile ${debitore.anagrafica}, deve ${importo} euro.");
  const SI = { abilitato: true };
  const body = {
    avvisaturaMail: { promemoriaAvviso: { ...SI, tipo: "freemarker", oggetto: base64("Avviso di ${dominio.ragioneSociale}"), messaggio } },
    avvisaturaAppIO: { promemoriaAvviso: { ...SI, tipo: "freemarker", oggetto: base64("x"), messaggio: base64("${non.esiste}") } },
  };
  const tipo = await ambiente.invoke("backoffice/addTipoPendenzaDominio", {
    ...{ params: { idDominio: COMUNE, idTipoPendenza: pendenza.idTipoPendenza }, body },
  });
  expect([200, 201]).toContain(tipo.status);
  const scritto = await unitOfWork.commit([
    { azione: "crea", entita: "pendenza", valore: pendenza },
    {
      azione: "crea",
      entita: "promemoria",
      valore: {
        ...{ versione: 0, id: "AVVISO_PAGAMENTO.EMAIL", idDominio: COMUNE, iuv: IUV, tipo: "AVVISO_PAGAMENTO", canale: "EMAIL" },
        ...{ stato: "INCERTO", tentativi: 1, data: "2026-11-20T08:00:00.000Z", quando: "2026-11-20T08:00:00.000Z", giro: 1 },
      },
    },
    {
      azione: "crea",
      entita: "promemoria",
      valore: {
        ...{ versione: 0, id: "AVVISO_PAGAMENTO.PEC", idDominio: COMUNE, iuv: IUV, tipo: "AVVISO_PAGAMENTO", canale: "PEC" },
        ...{ stato: "INCERTO", tentativi: 1, data: "2026-11-20T08:00:00.000Z", quando: "2026-11-20T08:00:00.000Z", giro: 1 },
      },
    },
  ]);
  expect(scritto.ok).toBe(true);
  const acl = [{ servizio: "Pendenze", autorizzazioni: ["R", "W"] }];
  const operatore = { ragioneSociale: "Di UNIONE", password: PASSWORD, domini: [UNIONE], tipiPendenza: ["*"], acl };
  expect((await ambiente.invoke("backoffice/addOperatore", { params: { principal: DI_UNIONE }, body: operatore })).status).toBe(201);
});
afterAll(() => ambiente.stop());

describe("the messages of a debt", () => {
  it("are shown with what each channel would send, and why not", async () => {
    const { status, body } = await leggi();
    expect(status).toBe(200);
    expect(body["promemoria"]).toMatchObject([
      { idPromemoria: "AVVISO_PAGAMENTO.EMAIL", stato: "FALLITO", statoInvio: "INCERTO", canale: "EMAIL" },
      { idPromemoria: "AVVISO_PAGAMENTO.PEC", stato: "FALLITO", statoInvio: "INCERTO", canale: "PEC" },
    ]);
    expect(body["send"]).toEqual({
      ...{ prevista: false, motivo: "il creditore non ha una chiave di SEND (configurazione, send)", iun: "AAAA-BBBB-CCCC-202611-D-1" },
      ...{
        costo: 8.54,
        lettoIl: "2026-11-20T09:00:00.000+01:00",
        dataPerfezionamento: "2026-11-19T11:00:00.000+01:00",
        dataNotifica: "2026-11-19",
      },
    });
    const anteprime: unknown = body["anteprime"];
    expect(anteprime).toMatchObject([
      { tipo: "AVVISO_PAGAMENTO", canale: "PEC", previsto: false, motivo: "il creditore non ha una casella PEC (pecBatch)" },
      { canale: "PEC" },
      { canale: "PEC" },
      {
        ...{ tipo: "AVVISO_PAGAMENTO", canale: "EMAIL", canaleAttivo: false, previsto: false },
        ...{ motivo: "il canale non è abilitato nell'installazione", testo: expect.stringMatching(/^Gentile .+, deve .+ euro\.$/) },
      },
      { tipo: "SCADENZA_AVVISO_PAGAMENTO", previsto: false, motivo: "non abilitato per il tipo di pendenza" },
      { tipo: "RICEVUTA_TELEMATICA", previsto: false },
      { tipo: "AVVISO_PAGAMENTO", canale: "APP_IO", erroreModello: expect.stringContaining("manca un valore") },
      { canale: "APP_IO" },
      { canale: "APP_IO" },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/@(pec\.)?example/);
  });

  it("do not exist for who works for another creditor, nor for a debt that is not there", async () => {
    const altrui = await leggi(IUV, DI_UNIONE);
    const assente = await leggi("01000000000000999");
    expect([altrui.status, assente.status, (await rimanda({ as: DI_UNIONE })).status]).toEqual([404, 404, 404]);
    expect((await rimanda({ id: "AVVISO_PAGAMENTO.APP_IO" })).status).toBe(404);
  });

  it("are sent again on request, with the reason, and not while they are on their way", async () => {
    expect((await rimanda({ motivazione: "" })).status).toBe(400);
    const fatto = await rimanda();
    expect([fatto.status, fatto.body["stato"], fatto.body["numeroTentativi"]]).toEqual([200, "DA_SPEDIRE", 0]);
    expect((await rimanda()).status).toBe(422);
    const { elementi } = await ambiente.deposito.query({ tabella: "archivio", pk: `POS#${COMUNE}#${IUV}`, ordine: "asc", limite: 50 });
    expect(elementi.filter(({ sk }) => sk.startsWith("STORIA#")).map((voce) => voce["evento"])).toEqual(["promemoria"]);
  });

  it("backoffice/addRicevutaPec: are said to be delivered by the provider, once, and only to who works for that creditor", async () => {
    const { body, headers } = findCampione("backoffice/addRicevutaPec");
    const manda = (testo: unknown = body, as?: string) =>
      ambiente.invoke("backoffice/addRicevutaPec", { headers: { ...headers }, body: testo, ...(as !== undefined && { as }) });
    expect([(await manda(body, DI_UNIONE)).status, (await manda("<altro/>")).status]).toEqual([404, 422]);
    const fatto = await manda();
    expect(fatto.status).toBe(200);
    expect(fatto.body).toMatchObject({
      ...{ idPromemoria: "AVVISO_PAGAMENTO.PEC", stato: "SPEDITO" },
      recapito: { stato: "RECAPITATO", data: "2026-11-20T09:00:05.000+01:00" },
    });
    expect((await manda()).body).toEqual(fatto.body);
    const { elementi } = await ambiente.deposito.query({ tabella: "archivio", pk: `POS#${COMUNE}#${IUV}`, ordine: "asc", limite: 50 });
    expect(elementi.filter(({ evento }) => evento === "recapito")).toHaveLength(1);
  });
});
