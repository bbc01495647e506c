/** Which documents are accepted, and from whom. */
import { beforeAll, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createInstallazione, type Documento, INSTALLATORE } from "../../../tests/sostegno/installazione.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";

const clone = (documento: Documento): Record<string, unknown> => structuredClone(documento);

const createOrigine = async () => {
  const memoria = await createMemoria();
  return createInstallazione(memoria);
};

describe("who may", () => {
  const limitato = (...domini: string[]) => ({
    ...INSTALLATORE,
    principal: "limitato",
    domini: domini.map((idDominio) => ({ idDominio })),
  });

  it("export: a creditor's own people their creditor, the whole only who sees everything", async () => {
    const origine = await createOrigine();
    expect(await origine.tryExport(UNIONE, limitato(COMUNE))).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
    expect(await origine.tryExport(undefined, limitato(COMUNE))).toMatchObject({ ok: false, errore: { codice: "PARAMETRO_NON_VALIDO" } });
    expect(await origine.tryExport("00000000000", INSTALLATORE)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
    const unita = { ...limitato(COMUNE), domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }] };
    expect(await origine.tryExport(COMUNE, unita)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
    const soloCreditore = { ...limitato(COMUNE), acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] as const }] };
    const documento = await origine.export(COMUNE, soloCreditore);
    expect(Object.keys(documento)).toEqual(["schema", "versione", "data", "idDominio", "entrate", "tipiPendenza", "domini"]);
  });

  it("import: never another creditor, never people or applications, never without the right to write", async () => {
    const origine = await createOrigine();
    const solo = clone(await origine.export(COMUNE));
    const send = async (documento: Documento, chiamante: Chiamante = limitato(COMUNE), prova = false) => {
      const esito = await origine.send(documento, prova, chiamante);
      return esito.ok ? "accettata" : `${esito.errore.codice} ${esito.errore.dettaglio}`;
    };
    expect(await send(solo)).toMatch(/^NON_AUTORIZZATO operatori:/);
    const { operatori: _operatori, ...senzaOperatori } = solo;
    expect(await send(senzaOperatori)).toBe("accettata");
    expect(await send(senzaOperatori, limitato(UNIONE))).toMatch(/^NON_AUTORIZZATO idDominio/);
    const { idDominio: _idDominio, ...senzaDominio } = senzaOperatori;
    expect(await send(senzaDominio)).toMatch(/^NON_AUTORIZZATO idDominio/);
    const legge = { ...INSTALLATORE, acl: INSTALLATORE.acl.map(({ servizio }) => ({ servizio, autorizzazioni: ["R"] as const })) };
    expect(await send(solo, legge)).toMatch(/^NON_AUTORIZZATO serve il diritto W/);
    expect(await send(solo, legge, true)).toBe("accettata");
  });
});

describe("a document that is not one", () => {
  const buono = { schema: "fiorino/anagrafica", versione: 1 };
  const entrata = { idEntrata: "SUOLO", descrizione: "Suolo pubblico", tipoContabilita: "SIOPE", codiceContabilita: "3321" };
  let memoria: Memoria;
  beforeAll(async () => {
    memoria = await createMemoria();
  });
  const catena = (quanti: number): unknown => (quanti === 0 ? {} : { a: catena(quanti - 1) });

  it.each<readonly [string, Documento, RegExp]>([
    ["has another schema", { schema: "altro", versione: 1 }, /^schema: atteso/],
    ["has no version", { schema: buono.schema }, /^versione: atteso un numero intero/],
    ["is of a later version", { ...buono, versione: 2 }, /^versione: 2 è successiva alla 1/],
    ["has an unknown section", { ...buono, utenti: [] }, /^utenti: sezione sconosciuta/],
    ["has a section that is no list", { ...buono, entrate: {} }, /^entrate: atteso un elenco/],
    ["has an entry without its name", { ...buono, entrate: [{ descrizione: "x" }] }, /^entrate\[0\]\.idEntrata: obbligatorio/],
    ["has an entry twice", { ...buono, entrate: [entrata, entrata] }, /^entrate\[SUOLO\]: compare più di una volta/],
    [
      "has a prototype key",
      JSON.parse('{"schema":"fiorino/anagrafica","versione":1,"entrate":[{"__proto__":{"x":1}}]}'),
      /^__proto__: nome/,
    ],
    ["has a constructor", { ...buono, entrate: [{ ...entrata, constructor: 1 }] }, /^constructor: nome/],
    ["has a field that the write does not know", { ...buono, entrate: [{ ...entrata, colore: "rosso" }] }, /^entrate\[SUOLO\]: .*colore/],
    [
      "has a value past its limit",
      { ...buono, entrate: [{ ...entrata, descrizione: "x".repeat(256) }] },
      /^entrate\[SUOLO\]: descrizione: /,
    ],
    ["has a name past its syntax", { ...buono, entrate: [{ ...entrata, idEntrata: "A B" }] }, /^entrate\[A B\]: identificativo: /],
    [
      "says to be of a creditor and holds another",
      {
        ...buono,
        idDominio: COMUNE,
        domini: [{ idDominio: UNIONE, ragioneSociale: "U", intermediato: false, scaricaFr: false, abilitato: true }],
      },
      /^domini\[91001750081\]: il documento è del solo dominio/,
    ],
    ["nests too much inside an entry", { ...buono, tipiPendenza: [{ idTipoPendenza: "A", descrizione: "A", x: catena(20) }] }, /x/],
  ])("%s is refused and nothing is kept", async (_caso, documento, atteso) => {
    const origine = createInstallazione(memoria);
    memoria.richieste.length = 0;
    const esito = await origine.send(documento, false);
    expect(esito).toMatchObject({ ok: false, errore: { codice: "SINTASSI", dettaglio: expect.stringMatching(atteso) } });
    expect([memoria.richieste, origine.oggetti.contenuti.size]).toEqual([[], 0]);
  });

  it("a right one writes in the journal who asked for each entry", async () => {
    const origine = createInstallazione(memoria);
    await origine.import({ ...buono, entrate: [entrata] });
    const scritti = memoria.deposito.all("eventi").filter((e) => String(e["dettaglioEsito"]).startsWith("Creazione: entrata SUOLO"));
    expect(scritti).toEqual([
      expect.objectContaining({ principal: "installatore", dettaglioEsito: expect.stringContaining("importazione") }),
    ]);
    expect(await origine.registro.get("entrata", "SUOLO")).toMatchObject({ descrizione: "Suolo pubblico" });
    expect(await origine.registro.get("applicazione", APPLICAZIONE)).toMatchObject({ principal: "gest-tributi" });
  });
});

describe("a creditor that wants two persons for its accounts", () => {
  it("sees no income move to another account by an import: the others are written", async () => {
    const origine = await createOrigine();
    const documento = clone(await origine.export(COMUNE));
    const [dominio] = documento["domini"] as Record<string, unknown>[];
    Object.assign(dominio ?? {}, { cambioIbanConApprovazione: true });
    expect((await origine.import(documento)).importazione).toMatchObject({ stato: "CONCLUSA", scritte: 1 });
    for (const entrata of (dominio?.["entrate"] ?? []) as Record<string, unknown>[])
      Object.assign(entrata, entrata["idEntrata"] === "TARI" ? { ibanAccredito: IBAN_POSTALE } : { codiceContabilita: "9999" });
    const { importazione, voci } = await origine.import(documento);
    expect(importazione).toMatchObject({ stato: "CONCLUSA_CON_RIFIUTI", scritte: 2, rifiutate: 1 });
    expect(voci.find(({ esito }) => esito === "RIFIUTATA")).toMatchObject({
      ...{ id: "TARI", codice: "NON_PROCESSABILE" },
      dettaglio: `ibanAccredito: il dominio chiede una seconda persona, il conto ${IBAN_COMUNE} si sostituisce con una richiesta di cambio`,
    });
    expect(await origine.registro.get("entrataDominio", "TARI", COMUNE)).toMatchObject({ ibanAccredito: IBAN_COMUNE });
    // Who works for that creditor alone cannot turn it off.
    const limitato = { ...INSTALLATORE, principal: "limitato", domini: [{ idDominio: COMUNE }] };
    Object.assign(dominio ?? {}, { cambioIbanConApprovazione: false });
    const soloDominio = { schema: "fiorino/anagrafica", versione: 1, idDominio: COMUNE, domini: [{ ...dominio, entrate: [] }] };
    const { voci: spente } = await origine.import(soloDominio, { chiamante: limitato });
    expect(spente[0]).toMatchObject({ sezione: "dominio", esito: "RIFIUTATA", codice: "NON_AUTORIZZATO" });
  });
});
