/** The tables of the Backoffice's tests: what every write, detail and list of a registry owes, so that each file says only what is its own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

export interface Prova {
  ambiente(): AmbienteApi;
  invoke(id: string, chiamata?: Chiamata): Promise<Esito>;
}

/** An operator with every right of the registry, but only on COMUNE. */
export const LIMITATO = "scrive-solo-comune";

/** One emulator per file, with one more operator than the seed. */
export const createProva = (): Prova => {
  let avviato: AmbienteApi | undefined;
  const ambiente = (): AmbienteApi => {
    if (!avviato) throw new Error("ambiente non avviato");
    return avviato;
  };
  const invoke: Prova["invoke"] = (id, chiamata = {}) => ambiente().invoke(`backoffice/${id}`, chiamata);
  beforeAll(async () => {
    avviato = await createAmbiente();
    const servizi = ["Anagrafica PagoPA", "Anagrafica Creditore", "Anagrafica Applicazioni", "Anagrafica Ruoli"];
    const body = {
      ragioneSociale: "Scrive solo COMUNE",
      password: PASSWORD,
      domini: [COMUNE],
      tipiPendenza: ["*"],
      acl: servizi.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] })),
    };
    expect((await invoke("addOperatore", { params: { principal: LIMITATO }, body })).status).toBe(201);
  });
  afterAll(() => avviato?.stop());
  return { ambiente, invoke };
};

type Rifiutata = readonly [caso: string, chiamata: Chiamata, status: number, atteso: string | RegExp];

const refuses = (prova: Prova, id: string, casi: readonly Rifiutata[]): void => {
  it.each(casi)("refuses %s", async (_caso, chiamata, status, atteso) => {
    const { status: trovato, body } = await prova.invoke(id, chiamata);
    expect([trovato, `${body["codice"]} ${body["dettaglio"]}`]).toEqual([status, expect.stringMatching(atteso)]);
  });
};

const readEventi = async (prova: Prova, id: string): Promise<readonly Record<string, unknown>[]> => {
  const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
  const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
  return Items.filter((evento) => evento["tipoEvento"] === id).map(decodeEvento);
};

/** A PUT: 201 the first time, 200 the second; the read shows it; each of the two is in the journal, without secrets. */
export const describeScrittura = (
  prova: Prova,
  id: string,
  scrittura: { readonly params: Readonly<Record<string, string>>; readonly body: Readonly<Record<string, unknown>> },
  lettura: { readonly id: string; readonly attesa: Readonly<Record<string, unknown>>; readonly segreti?: readonly string[] },
  rifiuti: readonly Rifiutata[],
): void => {
  describe(`PUT ${id}`, () => {
    it("creates with 201, replaces with 200, and the detail shows it without its secrets", async () => {
      const prima = await prova.invoke(id, scrittura);
      const seconda = await prova.invoke(id, scrittura);
      expect([prima.status, prima.testo, seconda.status, seconda.testo]).toEqual([201, "", 200, ""]);
      const letta = await prova.invoke(lettura.id, { params: scrittura.params });
      expect([letta.status, letta.body]).toEqual([200, expect.objectContaining(lettura.attesa)]);
      for (const segreto of lettura.segreti ?? []) expect(letta.testo).not.toContain(segreto);
    });

    it("leaves one entry in the journal for each write, with who did it and no secret", async () => {
      const eventi = await readEventi(prova, id);
      expect(eventi.filter(({ esito, principal }) => esito === "OK" && principal === "amministratore").length).toBeGreaterThanOrEqual(2);
      const testo = JSON.stringify(eventi);
      for (const segreto of [...(lettura.segreti ?? []), "scrypt$"]) expect(testo).not.toContain(segreto);
    });

    refuses(prova, id, rifiuti);
  });
};

/** A GET: the detail, and what is not there or may not be seen. */
export const describeDettaglio = (
  prova: Prova,
  id: string,
  params: Readonly<Record<string, string>>,
  attesa: Readonly<Record<string, unknown>>,
  rifiuti: readonly Rifiutata[],
): void => {
  describe(`GET ${id}`, () => {
    it("answers the detail", async () => {
      const { status, body } = await prova.invoke(id, { params });
      expect([status, body]).toEqual([200, expect.objectContaining(attesa)]);
    });
    refuses(prova, id, rifiuti);
  });
};

type Trovata = readonly [caso: string, chiamata: Chiamata, ids: readonly string[]];

const readRisultati = (esito: Esito): readonly Record<string, unknown>[] => {
  const { risultati } = esito.body;
  if (!Array.isArray(risultati)) throw new Error(`attesa una lista: ${esito.status} ${esito.testo}`);
  return risultati;
};

/** A list: filters and order, paging by page and by cursor without gaps or repetitions, choice of fields, bad parameters. */
export const describeElenco = (
  prova: Prova,
  id: string,
  elenco: { readonly chiave: string; readonly params?: Readonly<Record<string, string>> },
  casi: readonly Trovata[],
  rifiuti: readonly Rifiutata[] = [],
): void => {
  const { chiave } = elenco;
  const comune: Chiamata = elenco.params ? { params: elenco.params } : {};
  const ids = (esito: Esito): unknown[] => readRisultati(esito).map((voce) => voce[chiave]);
  describe(`GET ${id}`, () => {
    it.each(casi)("lists %s", async (_caso, chiamata, attesi) => {
      expect(ids(await prova.invoke(id, { ...comune, ...chiamata }))).toEqual(attesi);
    });

    it("pages one by one, by number and by cursor, with the exact total", async () => {
      const tutti = ids(await prova.invoke(id, comune));
      const perNumero: unknown[] = [];
      const perCursore: unknown[] = [];
      let successiva: Record<string, string> | undefined = { risultatiPerPagina: "1" };
      for (let pagina = 1; pagina <= tutti.length; pagina++) {
        const numerata = await prova.invoke(id, { ...comune, query: { risultatiPerPagina: "1", pagina: String(pagina) } });
        expect(numerata.body).toMatchObject({ numRisultati: tutti.length, numPagine: tutti.length, pagina, risultatiPerPagina: 1 });
        perNumero.push(...ids(numerata));
        const seguita: Esito = await prova.invoke(id, { ...comune, query: successiva ?? {} });
        perCursore.push(...ids(seguita));
        const { prossimiRisultati } = seguita.body;
        successiva =
          typeof prossimiRisultati === "string" ? Object.fromEntries(new URL(prossimiRisultati, "http://x").searchParams) : undefined;
        expect(successiva === undefined).toBe(pagina === tutti.length);
      }
      expect([perNumero, perCursore]).toEqual([tutti, tutti]);
    });

    it("counts without results, leaves the totals out, answers only the fields asked for", async () => {
      const conta = await prova.invoke(id, { ...comune, query: { risultatiPerPagina: "0" } });
      expect(conta.body).toMatchObject({ numRisultati: expect.any(Number), risultati: [] });
      const senza = await prova.invoke(id, { ...comune, query: { metadatiPaginazione: "false" } });
      expect(senza.body).not.toHaveProperty("numRisultati");
      const ridotta = await prova.invoke(id, { ...comune, query: { campi: chiave } });
      expect(readRisultati(ridotta).map((voce) => Object.keys(voce))).toEqual(readRisultati(ridotta).map(() => [chiave]));
    });

    refuses(prova, id, [
      ["an order on a field that does not exist", { ...comune, query: { ordinamento: "+colore" } }, 400, /^100001 ordinamento/],
      ["a field that does not exist", { ...comune, query: { campi: "colore" } }, 400, /^100001 campi/],
      ["a page before the first", { ...comune, query: { pagina: "0" } }, 400, /^100001 pagina/],
      ...rifiuti,
    ]);
  });
};
