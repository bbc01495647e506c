/** Anonymous searches: who mistypes is not stopped, who tries them all is; and nothing tells a wrong notice from a wrong tax code. */
import { describe, expect, it } from "vitest";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAccessi } from "../../adapters/archivio/accessi.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { SOGLIE } from "../../domain/accessi/ricerche.ts";
import { createRicerche, type Ricerca } from "./ricerche.ts";

const AVVISO = "avviso:01234567897/301000000000000001";
const ANONIMO = { tipo: "anonimo" } as const;

const createMondo = async () => {
  const { deposito, unitOfWork, clock, richieste } = await createMemoria();
  const ricerche = createRicerche({
    accessi: new ArchivioAccessi(deposito),
    unitOfWork,
    clock,
    cifra: createCifra("chiave-di-prova", "r"),
  });
  const search = async (campi: Partial<Ricerca> = {}): Promise<number | "ammessa"> => {
    const ricerca = { chiamante: ANONIMO, indirizzo: "203.0.113.7", oggetti: [AVVISO], ...campi };
    const esito = await ricerche.admit(ricerca);
    if (!esito.ok) return esito.errore.attesaSecondi ?? -1;
    await ricerche.addVuota(ricerca);
    return "ammessa";
  };
  return { ricerche, search, clock, richieste, deposito };
};

describe("anonymous searches without outcome", () => {
  it("cost one read before, and nothing when something is found", async () => {
    const { ricerche, richieste } = await createMondo();
    const ricerca = { chiamante: ANONIMO, indirizzo: "203.0.113.7", oggetti: [AVVISO, "cf:RSSMRA80A01H501U"] };
    expect((await ricerche.admit(ricerca)).ok).toBe(true);
    expect(richieste).toEqual(["getMany:anagrafiche"]);
  });

  it("from one address stop after the typing errors of a person, for that address alone", async () => {
    const { search } = await createMondo();
    for (let n = 0; n < SOGLIE.indirizzo; n++) expect(await search({ oggetti: [`avviso:x/${n}`] })).toBe("ammessa");
    expect(await search({ oggetti: ["avviso:x/altro"] })).toBe(3_600);
    expect(await search({ indirizzo: "203.0.113.8", oggetti: ["avviso:x/altro"] })).toBe("ammessa");
  });

  it.each([AVVISO, "cf:RSSMRA80A01H501U"])("of one object stop however many addresses they come from: %s", async (oggetto) => {
    const { search } = await createMondo();
    for (let n = 0; n < SOGLIE.oggetto; n++) expect(await search({ indirizzo: `198.51.100.${n}`, oggetti: [oggetto] })).toBe("ammessa");
    expect(await search({ indirizzo: "198.51.100.200", oggetti: [oggetto.toLowerCase()] })).toBe(3_600);
    expect(await search({ indirizzo: "198.51.100.200", oggetti: ["avviso:altro"] })).toBe("ammessa");
  });

  it("are forgotten after an hour", async () => {
    const { search, clock } = await createMondo();
    for (let n = 0; n < SOGLIE.indirizzo; n++) await search({ oggetti: [`avviso:x/${n}`] });
    expect(await search({ oggetti: [] })).toBe(3_600);
    clock.set(new Date(Date.parse(clock.now()) + 3_600_000).toISOString());
    for (let n = 0; n < SOGLIE.indirizzo; n++) expect(await search({ oggetti: [`avviso:y/${n}`] })).toBe("ammessa");
    expect(await search({ oggetti: [] })).toBe(3_600);
  });

  it("are not counted of who says who it is", async () => {
    const { search, richieste } = await createMondo();
    for (let n = 0; n < 50; n++) expect(await search({ chiamante: { tipo: "cittadino" } })).toBe("ammessa");
    expect(richieste).toEqual([]);
  });

  it("leave no tax code in the store", async () => {
    const { search, deposito } = await createMondo();
    await search({ oggetti: ["cf:RSSMRA80A01H501U"] });
    const letti = await new ArchivioAccessi(deposito).getTentativi("RICERCHE", "203.0.113.7");
    expect(letti?.falliti).toBe(1);
    expect(await new ArchivioAccessi(deposito).getTentativi("RICERCA#cf:RSSMRA80A01H501U", "*")).toBeUndefined();
  });
});
