import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createScrittura, GESTIONALE, nuova, type Scrittura } from "../../../tests/sostegno/pendenze.ts";
import { AllegatiInMemoria } from "../../adapters/memory/allegati.ts";
import { ALLEGATI_BYTE_MASSIMI, idAllegatoDi, type NuovoAllegato } from "../../domain/pendenze/allegati.ts";
import { getAllegato } from "./get-allegato.ts";
import { savePendenza } from "./save-pendenza.ts";

let s: Scrittura;
let allegati: AllegatiInMemoria;
beforeEach(async () => {
  s = await createScrittura();
  allegati = new AllegatiInMemoria();
});

const contenuto = (testo: string): NuovoAllegato => ({ nome: `${testo}.txt`, tipo: "text/plain", contenuto: Buffer.from(testo) });
const caricato = async (testo: string, byte = Buffer.from(testo)): Promise<NuovoAllegato> => {
  const impronta = allegati.impronta(byte);
  await allegati.put({ idA2A: APPLICAZIONE, impronta }, byte);
  return { nome: `${testo}.txt`, tipo: "text/plain", impronta };
};
const put = (nuovi: readonly NuovoAllegato[] | undefined, altro: Parameters<typeof nuova>[0] = {}, conPorta = true) =>
  savePendenza({ ...s.porte, ...(conPorta && { allegati }) })({
    ...{ idA2A: APPLICAZIONE, idPendenza: "P1", tipo: "dovuto", chiamante: GESTIONALE, traccia: s.traccia },
    nuova: nuova({ ...altro, ...(nuovi && { allegati: nuovi }) }),
  });
const nomi = async () => (await s.posizioni.getPendenzaById(APPLICAZIONE, "P1"))?.allegati?.map(({ nome }) => nome);

describe("attachments loaded with a debt", () => {
  it("are in the bucket before the debt, which keeps what identifies them", async () => {
    expect(await put([contenuto("uno"), contenuto("due")])).toMatchObject({ ok: true });
    const salvata = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    expect(salvata?.allegati).toEqual([
      { nome: "uno.txt", tipo: "text/plain", dimensione: 3, impronta: allegati.impronta(Buffer.from("uno")) },
      { nome: "due.txt", tipo: "text/plain", dimensione: 3, impronta: allegati.impronta(Buffer.from("due")) },
    ]);
    expect(allegati.scritti).toHaveLength(2);
  });

  it("sent again are not written again, and change nothing", async () => {
    await put([contenuto("uno")]);
    expect(await put([contenuto("uno")])).toMatchObject({ ok: true, valore: { scritta: false } });
    expect(await put([contenuto("uno"), contenuto("due")])).toMatchObject({ ok: true, valore: { scritta: true } });
    expect(allegati.scritti).toHaveLength(2);
  });

  it("stay when a load says nothing of them, go when it says there are none, are replaced by others", async () => {
    await put([contenuto("uno")]);
    await put(undefined, { causale: "Altra causale" });
    expect(await nomi()).toEqual(["uno.txt"]);
    await put([contenuto("due")]);
    expect(await nomi()).toEqual(["due.txt"]);
    await put([]);
    expect(await nomi()).toBeUndefined();
  });

  it("may be named by the digest of what was uploaded before", async () => {
    expect(await put([await caricato("grande", Buffer.alloc(ALLEGATI_BYTE_MASSIMI))])).toMatchObject({ ok: true });
    expect((await s.posizioni.getPendenzaById(APPLICAZIONE, "P1"))?.allegati).toMatchObject([{ dimensione: ALLEGATI_BYTE_MASSIMI }]);
    expect(allegati.scritti).toHaveLength(1);
  });

  it("uploaded by another application are not there for this one", async () => {
    const altrui = Buffer.from("altrui");
    const impronta = allegati.impronta(altrui);
    await allegati.put({ idA2A: "ALTRA", impronta }, altrui);
    expect(await put([{ nome: "a", tipo: "t", impronta }])).toMatchObject({ ok: false, errore: { codice: "NON_PROCESSABILE" } });
  });

  it("are left aside by whoever has no bucket, the debt keeping those it has", async () => {
    await put([contenuto("uno")]);
    expect(await put([contenuto("due")], { causale: "Altra causale" }, false)).toMatchObject({ ok: true });
    expect(await nomi()).toEqual(["uno.txt"]);
  });

  it.each([
    [
      "TROPPO_GRANDE",
      "allegati: 10485761 byte",
      async () => [await caricato("grande", Buffer.alloc(ALLEGATI_BYTE_MASSIMI)), contenuto("x")],
    ],
    ["NON_PROCESSABILE", "allegati.1.impronta", async () => [contenuto("x"), { nome: "y", tipo: "t", impronta: "0".repeat(64) }]],
  ])("are refused with %s, naming them: %s", async (codice, dettaglio, build) => {
    const nuovi = await build();
    const prima = allegati.scritti.length;
    expect(await put(nuovi)).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.stringContaining(dettaglio) } });
    expect(allegati.scritti).toHaveLength(prima);
    expect(await s.posizioni.getPendenzaById(APPLICAZIONE, "P1")).toBeUndefined();
  });

  it("of a refused debt are not kept", async () => {
    expect(await put([contenuto("uno")], { importo: 1n })).toMatchObject({ ok: false, errore: { codice: "VER_002" } });
    await put(undefined);
    expect(await put([contenuto("uno")], { idUnitaOperativa: "TRIBUTI" })).toMatchObject({ ok: false, errore: { codice: "VER_004" } });
    expect(allegati.scritti).toEqual([]);
  });
});

describe("an attachment asked for", () => {
  const read = (id: string, chiamante = GESTIONALE) => getAllegato({ posizioni: s.posizioni, allegati })(id, chiamante);
  const idDelPrimo = async (): Promise<string> => {
    const pendenza = await s.posizioni.getPendenzaById(APPLICAZIONE, "P1");
    const [primo] = pendenza?.allegati ?? [];
    if (!pendenza || !primo) throw new Error("la pendenza di prova non ha allegati");
    return idAllegatoDi(pendenza, primo, 1);
  };

  it("is given as it was loaded; as a signed address when it is large", async () => {
    await put([contenuto("uno")]);
    expect(await read(await idDelPrimo())).toMatchObject({
      ok: true,
      valore: { allegato: { nome: "uno.txt" }, contenuto: Uint8Array.from(Buffer.from("uno")) },
    });
    await put([await caricato("grande", Buffer.alloc(4 * 1024 * 1024 + 1))]);
    expect(await read(await idDelPrimo())).toMatchObject({ ok: true, valore: { url: expect.stringContaining("memoria:") } });
  });

  it("is not there for who does not see its debt, nor once it has been replaced", async () => {
    await put([contenuto("uno")]);
    const id = await idDelPrimo();
    expect(await read(id, { ...GESTIONALE, idA2A: "ALTRA", domini: [{ idDominio: "91001750081" }] })).toMatchObject({ ok: false });
    await put([contenuto("due")]);
    expect(await read(id)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
  });

  it.each(["x", `${COMUNE}-01000000000000133-1-0123456789abcdef`])("is not found under the id %s", async (id) => {
    expect(await read(id)).toMatchObject({ ok: false, errore: { codice: "NON_TROVATO" } });
  });
});
