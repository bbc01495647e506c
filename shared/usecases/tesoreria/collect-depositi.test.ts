/** Files that reach the bucket by themselves become loadings once, whatever happens while they are collected. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTesoreria, fileDi, type LavoroTesoreria, righeDi } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import { GESTIONALE } from "../../../tests/sostegno/pendenze.ts";
import { chiaviCaricamento } from "../../domain/tesoreria/caricamento.ts";
import { collectDepositi } from "./collect-depositi.ts";

const file = fileDi(
  "OPI",
  righeDi([
    {
      ...{ riga: 1, operazione: "ESEGUITO", segno: "ENTRATA", importo: 5n, dataContabile: "2026-11-02", causale: "X" },
      ...{ numeroSospeso: "1", esercizio: 2026 },
    },
  ]),
);
const NULLA = { arrivati: 0, scaduti: 0, attesi: 0, raccolti: 0, estranei: 0 };
const CHIAVE = `tesoreria/${COMUNE}/novembre/giornale 3.xml`;

let lavoro: LavoroTesoreria;
beforeEach(async () => {
  lavoro = await createLavoroTesoreria();
});
const collect = () => collectDepositi(lavoro)(lavoro.traccia);
const idDi = (messaggi: readonly { corpo: unknown }[]): string[] => messaggi.map(({ corpo }) => (corpo as { id: string }).id);

describe("an announced file", () => {
  const announce = async () => {
    const esito = await lavoro.announce({ idDominio: COMUNE, nomeFile: "grande.xml", forza: false }, GESTIONALE, lavoro.traccia);
    if (!esito.ok) throw new Error(esito.errore.codice);
    return esito.valore.caricamento;
  };

  it("waits until it arrives, then is read like any other", async () => {
    const annunciato = await announce();
    expect(await collect()).toEqual({ ...NULLA, attesi: 1 });
    await lavoro.oggetti.put(chiaviCaricamento.originale(annunciato), file);
    expect(await collect()).toEqual({ ...NULLA, arrivati: 1 });
    expect(await collect()).toEqual(NULLA);
    expect(await lavoro.finish(annunciato.id)).toMatchObject({
      stato: "ESEGUITO",
      nuovi: 1,
      impronta: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("that never comes is given up after a day", async () => {
    const annunciato = await announce();
    lavoro.clock.advance(86_400_001);
    expect(await collect()).toEqual({ ...NULLA, scaduti: 1 });
    expect(await lavoro.read(annunciato.id)).toMatchObject({
      stato: "SCARTATO",
      descrizioneStato: "il file non è arrivato entro un giorno",
    });
  });

  it("that is a file already loaded is refused, and says which", async () => {
    const primo = await lavoro.finish(await lavoro.upload(file));
    const annunciato = await announce();
    await lavoro.oggetti.put(chiaviCaricamento.originale(annunciato), file);
    await collect();
    expect(await lavoro.finish(annunciato.id)).toMatchObject({
      stato: "SCARTATO",
      descrizioneStato: `il file è già stato caricato: caricamento ${primo.id}`,
    });
  });
});

describe("a file in the folder", () => {
  it("of a creditor is copied, read, and taken away", async () => {
    await lavoro.oggetti.put(CHIAVE, file);
    expect(await collect()).toEqual({ ...NULLA, raccolti: 1 });
    const [id = ""] = idDi(lavoro.messaggi());
    expect(await lavoro.finish(id)).toMatchObject({
      stato: "ESEGUITO",
      nuovi: 1,
      nomeFile: "novembre/giornale 3.xml",
      mittente: { principal: "deposito" },
    });
    expect([...lavoro.oggetti.contenuti.keys()]).toEqual([chiaviCaricamento.originale({ idDominio: COMUNE, id })]);
    expect(await collect()).toEqual(NULLA);
  });

  it("becomes one loading even if the job dies at any point, or runs twice at once", async () => {
    let caduto = true;
    for (let punto = 1; caduto; punto += 1) {
      lavoro = await createLavoroTesoreria();
      await lavoro.oggetti.put(CHIAVE, file);
      let richieste = 0;
      lavoro.observe(() => {
        if (++richieste === punto) throw new Error("caduta");
      });
      caduto = await collect().then(
        () => false,
        () => true,
      );
      lavoro.observe(() => {});
      await collect();
      expect(idDi(lavoro.messaggi())).toHaveLength(1);
      expect(lavoro.oggetti.contenuti.has(CHIAVE)).toBe(false);
    }
    lavoro = await createLavoroTesoreria();
    await lavoro.oggetti.put(CHIAVE, file);
    await Promise.all([collect(), collect()]);
    expect(idDi(lavoro.messaggi())).toHaveLength(1);
  });

  it.each([
    ["of a creditor that is not registered", "tesoreria/00000000000/a.xml", file],
    ["out of any creditor's folder", "tesoreria/a.xml", file],
    ["empty", CHIAVE, new Uint8Array()],
  ])("%s stays where it is, and is counted", async (_, chiave, contenuto) => {
    await lavoro.oggetti.put(chiave, contenuto);
    expect(await collect()).toEqual({ ...NULLA, estranei: 1 });
    expect(lavoro.oggetti.contenuti.has(chiave)).toBe(true);
  });
});
