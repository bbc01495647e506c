import { beforeAll, describe, expect, it } from "vitest";
import { ADESSO, buildChiamante, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioStorie } from "../../adapters/archivio/storie.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { getStoria, lettoreOperatore, type RichiestaStoria } from "./get-storia.ts";

const QUANTE = 2000;
const pendenza = buildPendenza();
const { idDominio, iuv, idA2A, idPendenza } = pendenza;
/** Ten changes in each second, that the stories of programs have. */
const dataDi = (i: number): string => new Date(Date.parse("2026-11-01T00:00:00.000Z") + Math.floor(i / 10) * 1000).toISOString();

describe("the story of a debt with two thousand facts", () => {
  let memoria: Awaited<ReturnType<typeof createMemoria>>;
  let read: (
    altro: Partial<RichiestaStoria>,
    pagina: Partial<RichiestaPagina>,
    chi?: Chiamante,
  ) => ReturnType<ReturnType<typeof getStoria>>;

  beforeAll(async () => {
    memoria = await createMemoria();
    await memoria.store({ azione: "crea", entita: "pendenza", valore: pendenza });
    const voci = Array.from({ length: QUANTE }, (_, i) => ({
      ...{ id: String(i).padStart(6, "0"), idDominio, iuv, data: dataDi(i), autore: "gest-tributi", evento: "aggiornata" },
      campi: { importo: { prima: i, dopo: i + 1 } },
    }));
    for (let da = 0; da < QUANTE; da += 90) await memoria.unitOfWork.commit([], { storia: voci.slice(da, da + 90) });
    const get = getStoria({ ...memoria, storie: new ArchivioStorie(memoria.deposito) });
    read = (altro, pagina, chi = buildChiamante()) =>
      get(
        { idA2A, idPendenza, ordine: "asc", lettore: "applicazione", ...altro },
        { limite: 100, salta: 0, totale: true, tettoTotale: 10_000, ...pagina },
        chi,
      );
  });

  it.each(["asc", "desc"] as const)("is read %s by pages without losing or repeating one, two requests each", async (ordine) => {
    const visti: (bigint | undefined)[] = [];
    let cursore: string | undefined;
    let pagine = 0;
    do {
      memoria.richieste.length = 0;
      const esito = await read({ ordine }, cursore === undefined ? {} : { cursore });
      if (!esito.ok) throw new Error(esito.errore.codice);
      expect([memoria.richieste, esito.valore.totale]).toEqual([["query:archivio", "query:archivio"], QUANTE]);
      visti.push(...esito.valore.elementi.map(({ dettagli }) => dettagli.importoPrima));
      cursore = esito.valore.cursore;
      pagine += 1;
    } while (cursore !== undefined);
    const attesi = Array.from({ length: QUANTE }, (_, i) => BigInt(i) * 100n);
    expect([pagine, visti]).toEqual([QUANTE / 100, ordine === "asc" ? attesi : attesi.toReversed()]);
  });

  it("goes on from the same place when something happens meanwhile", async () => {
    const prima = await read({ ordine: "desc" }, { limite: 5 });
    if (!prima.ok) throw new Error("non letta");
    const { cursore = "" } = prima.valore;
    const attesa = await read({ ordine: "desc" }, { limite: 5, cursore });
    await memoria.unitOfWork.commit([], {
      storia: [{ id: "nuova", idDominio, iuv, data: ADESSO, autore: "gest-tributi", evento: "annullata", campi: {} }],
    });
    const dopo = await read({ ordine: "desc" }, { limite: 5, cursore });
    expect(dopo.ok && attesa.ok && dopo.valore.elementi).toEqual(attesa.ok && attesa.valore.elementi);
    await memoria.deposito.commit([
      { azione: "elimina", tabella: "archivio", chiave: { pk: `POS#${idDominio}#${iuv}`, sk: `STORIA#${ADESSO}#nuova` }, versione: 1 },
    ]);
  });

  it("skips by number, counts no further than asked, and reads a cursor of others as none", async () => {
    const terza = await read({}, { salta: 200, limite: 1 });
    const tetto = await read({}, { limite: 0, tettoTotale: 100 });
    const altrui = await read({}, { limite: 1, cursore: "niente" });
    expect([terza, tetto, altrui]).toMatchObject([
      { valore: { elementi: [{ dettagli: { importoPrima: 20_000n } }] } },
      { valore: { elementi: [], totale: 100, totaleTroncato: true } },
      { valore: { elementi: [{ dettagli: {} }] } },
    ]);
  });

  it.each<[string, Partial<RichiestaStoria>, Chiamante]>([
    ["does not exist", { idPendenza: "IGNOTA" }, buildChiamante()],
    ["is of others", {}, buildChiamante({ domini: [] })],
    ["is of nobody's session", {}, buildChiamante({ tipo: "anonimo", domini: "*" })],
  ])("is not there when the debt %s", async (_caso, altro, chi) => {
    expect(await read(altro, {}, chi)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
  });

  it.each([
    ["Pendenze", "completa", "operatore"],
    ["Pendenze", "assistenza", "assistenza"],
    ["Assistenza", "completa", "assistenza"],
    ["Assistenza", "assistenza", "assistenza"],
  ] as const)("shows to who has %s, asking for %s, what is for %s", (servizio, vista, lettore) => {
    expect(lettoreOperatore(buildChiamante({ acl: [{ servizio, autorizzazioni: ["R"] }] }), vista)).toBe(lettore);
  });
});
