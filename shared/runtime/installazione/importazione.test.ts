import { describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, STAZIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createInstallazione, type Documento, diverse } from "../../../tests/sostegno/installazione.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";

const clone = (documento: Documento): Record<string, unknown> => structuredClone(documento);

/** A machine that has never had a registry. */
const createVuota = async () => {
  const memoria = await createMemoria();
  for (const { pk, sk, versione } of memoria.deposito.all("anagrafiche"))
    await memoria.deposito.commit([{ azione: "elimina", tabella: "anagrafiche", chiave: { pk, sk }, versione: Number(versione) }]);
  return memoria;
};

const createOrigine = async () => {
  const memoria = await createMemoria();
  return createInstallazione(memoria);
};

describe("a document exported", () => {
  it("imported where nothing is, gives the same document, and then finds no difference", async () => {
    const documento = await (await createOrigine()).export();
    const vuota = createInstallazione(await createVuota());
    const { importazione, voci } = await vuota.import(documento);
    expect(importazione).toMatchObject({ stato: "CONCLUSA", rifiutate: 0, piano: { MODIFICA: 0, INVARIATA: 0, ASSENTE: 0 } });
    expect(voci.every(({ esito }) => esito === "SCRITTA")).toBe(true);
    const { segretiEsclusi: _prima, ...prima } = documento;
    const { segretiEsclusi: _dopo, ...dopo } = await vuota.export();
    expect(dopo).toEqual(prima);
    expect(diverse((await vuota.import(documento, { simulazione: true })).voci)).toEqual([]);
  });

  it("imported where it was made changes nothing: not even a version", async () => {
    const memoria = await createMemoria();
    const origine = createInstallazione(memoria);
    const prima = memoria.deposito.all("anagrafiche");
    const { importazione } = await origine.import(await origine.export());
    expect(importazione).toMatchObject({ stato: "CONCLUSA", scritte: 0, piano: { AGGIUNTA: 0, MODIFICA: 0, ASSENTE: 0 } });
    expect(memoria.deposito.all("anagrafiche")).toEqual(prima);
  });

  it("holds no secret: neither hashes nor keys, and says where they were", async () => {
    const documento = await (await createOrigine()).export();
    const testo = JSON.stringify(documento);
    expect(testo).not.toMatch(/scrypt|passwordHash|"chiave"/);
    expect(documento["segretiEsclusi"]).toEqual(["intermediari[80008000801].servizioPagoPaFR.subscriptionKey"]);
  });

  it("of one creditor holds it with what it refers to, and nothing of the others", async () => {
    const documento = await (await createOrigine()).export(COMUNE);
    expect(documento).toMatchObject({
      idDominio: COMUNE,
      domini: [{ idDominio: COMUNE, contiAccredito: [{}, {}], unitaOperative: [{}] }],
      intermediari: [{ stazioni: [{}] }],
      operatori: [{ principal: "operatore-limitato" }],
    });
    expect(documento).not.toHaveProperty("applicazioni");
    expect(JSON.stringify(documento)).not.toContain(UNIONE);
  });
});

describe("an entry with every field of its write", () => {
  const PEM = "-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----\n";
  const auth = { certificatoClient: "segreto:consorzio", autorita: PEM };
  const promemoria = { abilitato: true, tipo: "freemarker", oggetto: "T2dnZXR0bw==", messaggio: "TWVzc2FnZ2lv" };
  const portale = { abilitato: true, form: { tipo: "angular2-json-schema-form", definizione: "e30=" }, inoltro: APPLICAZIONE };
  const configurazione = {
    portaleBackoffice: portale,
    avvisaturaMail: { promemoriaAvviso: { ...promemoria, allegaPdf: true } },
    visualizzazione: "e30=",
  };
  const ricco = {
    ...{ schema: "fiorino/anagrafica", versione: 1 },
    intermediari: [
      {
        ...{ idIntermediario: "80100000012", denominazione: "Consorzio", principalPagoPa: "CN=nodo2", altriPrincipalPagoPa: ["CN=nodo3"] },
        servizioPagoPa: { urlRPT: "https://nodo.example.it/", subscriptionKey: "segreto:nodo" },
        servizioPagoPaFR: { url: "https://fdr.example.it/", auth, abilitaGDE: true },
        servizioPagoPaGPD: { url: "https://gpd.example.it/", auth: { username: "io", password: "segreto:gpd" } },
        abilitato: false,
        stazioni: [{ idStazione: "80100000012_01", versione: "V2", abilitato: true }],
      },
    ],
    entrate: [{ idEntrata: "SUOLO", descrizione: "Suolo", tipoContabilita: "SIOPE", codiceContabilita: "3321" }],
    tipiPendenza: [
      { idTipoPendenza: "SUOLO", descrizione: "Suolo", codificaIUV: "77", pagaTerzi: true, abilitato: true, ...configurazione },
    ],
    domini: [
      {
        ...{ idDominio: "11111111111", ragioneSociale: "Ente", intermediato: true, gln: "8001111111111", cbill: "AB12C" },
        ...{
          stazione: "80100000012_01",
          altreStazioni: [STAZIONE],
          auxDigit: "3",
          segregationCode: "07",
          iuvPrefix: "%(t)",
          scaricaFr: true,
        },
        ...{
          indirizzo: "Via",
          civico: "1",
          cap: "00100",
          localita: "Roma",
          provincia: "RM",
          nazione: "IT",
          email: "a@b.it",
          pec: "p@b.it",
        },
        ...{ tel: "06", fax: "06", web: "https://ente.example.it", area: "Tributi", autStampaPosteItaliane: "AUT", tassonomiaPagoPA: "01" },
        regoleCaricamento: { cifreControllo: "RIFIUTA" },
        modalitaPagoPA: "SINCRONA_ACA",
        servizioSecim: { abilitato: false, codiceIstituto: "I" },
        abilitato: true,
        unitaOperative: [{ idUnita: "U", ragioneSociale: "Unità", indirizzo: "Via", abilitato: true }],
        contiAccredito: [
          {
            iban: "IT60X0542811101000000123456",
            postale: false,
            abilitato: true,
            descrizione: "T",
            intestatario: "E",
            fineValidita: "2030-01-01",
          },
        ],
        entrate: [
          {
            idEntrata: "SUOLO",
            ibanAccredito: "IT60X0542811101000000123456",
            tipoContabilita: "SIOPE",
            codiceContabilita: "9999",
            abilitato: true,
          },
        ],
        tipiPendenza: [
          { idTipoPendenza: "SUOLO", codificaIUV: "78", pagaTerzi: false, modalitaPagoPA: "SINCRONA", abilitato: true, ...configurazione },
        ],
      },
    ],
    ruoli: [{ id: "Contabile", acl: [{ servizio: "Pagamenti", autorizzazioni: ["R"] }] }],
    applicazioni: [
      {
        ...{ idA2A: "RICCA", principal: "ricca", domini: [{ idDominio: "11111111111", unitaOperative: ["U"] }] },
        ...{ tipiPendenza: ["SUOLO", "autodeterminazione"], acl: [], ruoli: ["Contabile"], abilitato: true },
        codificaAvvisi: { codificaIuv: "12", regExpIuv: "[0-9]{15}", generazioneIuvInterna: true },
        ...{ apiPagamenti: true, apiPendenze: false, apiRagioneria: true },
        servizioIntegrazione: { url: "https://gestionale.example.it/", auth, versioneApi: "REST v1" },
        aggiornamentoValiditaMandatorio: true,
      },
    ],
    operatori: [
      { principal: "ricco", ragioneSociale: "Ricco", domini: ["*"], tipiPendenza: ["*"], acl: [], ruoli: ["Contabile"], abilitato: true },
    ],
    configurazioni: [{ sezione: "appIOBatch", abilitato: true, url: "https://io.example.it/", timeToLive: 7200 }],
  };

  it("comes back as it went in", async () => {
    const origine = await createOrigine();
    const { importazione, voci } = await origine.import(ricco);
    expect(voci.filter(({ esito }) => esito === "RIFIUTATA")).toEqual([]);
    expect(importazione.stato).toBe("CONCLUSA");
    expect(diverse((await origine.import(ricco, { simulazione: true })).voci).filter(({ azione }) => azione !== "ASSENTE")).toEqual([]);
    const documento = await origine.export();
    for (const [sezione, attese] of Object.entries<unknown>(ricco))
      if (Array.isArray(attese)) expect(documento[sezione]).toEqual(expect.arrayContaining(attese));
  });

  it("waits for a second person where the installation wants one", async () => {
    const origine = createInstallazione(await createMemoria(), { ruoli: true, credenziali: true });
    const { importazione, voci } = await origine.import({ schema: "fiorino/anagrafica", versione: 1, ruoli: ricco.ruoli });
    expect(importazione).toMatchObject({ stato: "CONCLUSA", scritte: 0, inApprovazione: 1 });
    expect(voci[0]).toMatchObject({ id: "Contabile", esito: "IN_APPROVAZIONE" });
    expect(await origine.registro.get("ruolo", "Contabile")).toBeUndefined();
  });
});

describe("a dry run", () => {
  it("tells what is added, changed field by field, equal and missing, and writes nothing", async () => {
    const memoria = await createMemoria();
    const origine = createInstallazione(memoria);
    const documento = clone(await origine.export());
    const domini = documento["domini"] as Record<string, unknown>[];
    Object.assign(domini[0] ?? {}, { ragioneSociale: "Comune Rinominato", cbill: undefined });
    const conti = (domini[0]?.["contiAccredito"] ?? []) as Record<string, unknown>[];
    conti.push({ iban: "it40s0542811101000000123458", postale: false, abilitato: true });
    documento["entrate"] = (documento["entrate"] as unknown[]).slice(1);
    const prima = memoria.deposito.all("anagrafiche");
    const { importazione, voci } = await origine.import(documento, { simulazione: true });
    expect(importazione).toMatchObject({
      stato: "CONCLUSA",
      simulazione: true,
      scritte: 0,
      piano: { AGGIUNTA: 1, MODIFICA: 1, ASSENTE: 1 },
    });
    expect(diverse(voci)).toEqual([
      {
        ...{ sezione: "dominio", id: COMUNE, azione: "MODIFICA" },
        differenze: [
          { campo: "cbill", prima: '"AB12C"' },
          { campo: "ragioneSociale", prima: '"Comune di Prova"', dopo: '"Comune Rinominato"' },
        ],
      },
      { sezione: "conto", id: "IT40S0542811101000000123458", ambito: COMUNE, azione: "AGGIUNTA" },
      { sezione: "entrata", id: "LIBERO", azione: "ASSENTE" },
    ]);
    expect(memoria.deposito.all("anagrafiche")).toEqual(prima);
  });
});

describe("an import", () => {
  it("keeps the secrets that the document leaves out, and never shows those that it brings", async () => {
    const origine = await createOrigine();
    const documento = clone(await origine.export());
    const [intermediario] = documento["intermediari"] as Record<string, unknown>[];
    Object.assign(intermediario ?? {}, { denominazione: "Altro nome" });
    const [applicazione] = documento["applicazioni"] as Record<string, unknown>[];
    Object.assign(applicazione ?? {}, { password: "Nuova-Segreta-2026" });
    const { voci } = await origine.import(documento);
    expect(diverse(voci).map(({ differenze }) => differenze)).toEqual([
      [{ campo: "denominazione", prima: '"Intermediario di prova"', dopo: '"Altro nome"' }],
      [{ campo: "password", dopo: "***" }],
    ]);
    expect(await origine.registro.get("intermediario", "80008000801")).toMatchObject({ servizioPagoPaFR: { subscriptionKey: "chiave" } });
  });

  it("refuses what the write of the API refuses, entry by entry, and writes the others", async () => {
    const origine = await createOrigine();
    const documento = {
      ...{ schema: "fiorino/anagrafica", versione: 1 },
      entrate: [{ idEntrata: "SUOLO", descrizione: "Suolo pubblico", tipoContabilita: "SIOPE", codiceContabilita: "3321" }],
      domini: [
        {
          ...((await origine.export(COMUNE))["domini"] as Record<string, unknown>[])[0],
          unitaOperative: undefined,
          contiAccredito: [{ iban: "IT99X0542811101000000123456", postale: false, abilitato: true }],
          entrate: [{ idEntrata: "SUOLO", ibanAccredito: IBAN_COMUNE, abilitato: true }],
          tipiPendenza: [{ idTipoPendenza: "IGNOTO" }],
        },
      ],
    };
    const { importazione, voci } = await origine.import(documento);
    expect(importazione).toMatchObject({ stato: "CONCLUSA_CON_RIFIUTI", scritte: 2, rifiutate: 2 });
    expect(voci.filter(({ esito }) => esito === "RIFIUTATA").map(({ id, codice }) => [id, codice])).toEqual([
      ["IT99X0542811101000000123456", "SINTASSI"],
      ["IGNOTO", "TVR_000"],
    ]);
    expect(await origine.registro.get("entrataDominio", "SUOLO", COMUNE)).toMatchObject({ ibanAccredito: IBAN_COMUNE });
  });

  it("is written once whatever dies, and wherever: the report is that of a run without accidents", async () => {
    const documento = await (await createOrigine()).export();
    const run = async (muore: number): Promise<{ richieste: number; esiti: unknown; stato: unknown }> => {
      const memoria = await createVuota();
      const vuota = createInstallazione(memoria);
      const accettata = await vuota.send(documento, false);
      if (!accettata.ok) throw new Error("documento rifiutato");
      let richieste = 0;
      memoria.observe(() => {
        richieste += 1;
        if (richieste === muore) throw new Error("spento");
      });
      const { id } = accettata.valore;
      await vuota.elaborate(id).catch(() => vuota.elaborate(id));
      memoria.observe(() => {});
      const { voci, importazione } = await vuota.esiti(id);
      const { segretiEsclusi: _esclusi, ...stato } = await vuota.export();
      return { richieste, esiti: [importazione.stato, importazione.scritte, voci], stato };
    };
    const liscia = await run(0);
    for (let muore = 1; muore <= liscia.richieste; muore += Math.ceil(liscia.richieste / 8)) {
      const { esiti, stato } = await run(muore);
      expect([muore, esiti]).toEqual([muore, liscia.esiti]);
      expect(stato).toEqual(liscia.stato);
    }
  });

  it("by two workers at once ends once, with everything written", async () => {
    const documento = await (await createOrigine()).export();
    const vuota = createInstallazione(await createVuota());
    const accettata = await vuota.send(documento, false);
    if (!accettata.ok) throw new Error("documento rifiutato");
    const { id } = accettata.valore;
    await Promise.all([vuota.elaborate(id), vuota.elaborate(id)]);
    const { importazione, voci } = await vuota.esiti(id);
    expect(importazione).toMatchObject({ stato: "CONCLUSA", scritte: voci.length, rifiutate: 0 });
    expect(diverse((await vuota.import(documento, { simulazione: true })).voci)).toEqual([]);
  });
});
