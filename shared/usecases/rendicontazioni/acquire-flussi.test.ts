/** The search of new flows: idempotent, isolated from one creditor to the other, polite with pagoPA. */
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRiga, createFdrFinto, FLUSSO, type FlussoFinto, PSP } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { acquireFlussi } from "./acquire-flussi.ts";

const righe = [buildRiga(1)];
const ALTRO = "2026-11-24ABI03069-000000002";

const createProva = async (flussi: FlussoFinto[]) => {
  const memoria = await createMemoria();
  const { fdr, guasti, chiamate } = createFdrFinto(flussi);
  const run = acquireFlussi({ ...memoria, registro: new ArchivioRegistro(memoria.deposito), fdr });
  const flussiDi = (idDominio: string) => memoria.deposito.all("archivio").filter((e) => e.pk.startsWith(`FLU#${idDominio}`));
  return { memoria, guasti, chiamate, flussi, flussiDi, run: () => run(memoria.traccia) };
};

describe("ricerca dei flussi", () => {
  it("registra i flussi nuovi con il messaggio della prima pagina, una volta sola", async () => {
    const prova = await createProva([{ righe }, { righe, idDominio: UNIONE }]);
    expect(await prova.run()).toEqual({ domini: 2, nuovi: 2, falliti: 0, rimandati: 0 });
    expect(await prova.run()).toEqual({ domini: 2, nuovi: 0, falliti: 0, rimandati: 0 });
    expect(prova.memoria.messaggi()).toEqual(
      [COMUNE, UNIONE].map((idDominio) => ({
        coda: "flussi",
        corpo: { idDominio, idFlusso: FLUSSO, idPsp: PSP, revisione: 1, pagina: 1 },
      })),
    );
    expect(prova.flussiDi(COMUNE)).toMatchObject([{ stato: "IN_ACQUISIZIONE", obsoleto: false }]);
  });

  it("la seconda volta cerca da un giorno prima dell'ultima pubblicazione vista", async () => {
    const prova = await createProva([{ righe }]);
    await prova.run();
    prova.chiamate.length = 0;
    await prova.run();
    expect(prova.chiamate).toContain(`elenco ${COMUNE}?2026-11-23T20:00:00.000Z`);
    expect(prova.chiamate).toContain(`elenco ${UNIONE}?`);
  });

  it("una revisione nuova rende obsoleta la precedente; se era riconciliata lo dice su entrambe", async () => {
    const prova = await createProva([{ righe }]);
    await prova.run();
    const [primo] = await prova.memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
    if (!primo) throw new Error("flusso non registrato");
    await prova.memoria.unitOfWork.commit([
      { azione: "sostituisci", entita: "flusso", valore: { ...primo, idRiconciliazione: "movimento-1" } },
    ]);
    prova.flussi.push({ righe, revisione: 2 });
    expect((await prova.run()).nuovi).toBe(1);
    const revisioni = await prova.memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
    expect(revisioni.map((f) => [f.revisione, f.obsoleto, f.segnalazioni.map((s) => s.codice)])).toEqual([
      [2, false, ["FLUSSO_SOSTITUITO"]],
      [1, true, ["FLUSSO_SOSTITUITO"]],
    ]);
  });

  it("lo stesso identificativo di un altro PSP è un altro flusso", async () => {
    const prova = await createProva([{ righe }, { righe, idPsp: "ABI05034" }]);
    expect((await prova.run()).nuovi).toBe(2);
    const revisioni = await prova.memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
    expect(revisioni.map((f) => f.obsoleto)).toEqual([false, false]);
  });

  it("un dominio che non risponde non ferma gli altri e resta nel giornale", async () => {
    const prova = await createProva([{ righe, idDominio: UNIONE }]);
    prova.guasti.set(`elenco ${COMUNE}`, { causa: "irraggiungibile", dettaglio: "ECONNREFUSED" });
    expect(await prova.run()).toMatchObject({ nuovi: 1, falliti: 1 });
    const eventi = prova.memoria.deposito.all("eventi").filter((e) => e["esito"] === "FAIL");
    expect(eventi).toMatchObject([{ idDominio: COMUNE, dettaglioEsito: "ECONNREFUSED", severita: 5 }]);
  });

  it("un flusso che non si scrive non ferma gli altri, e il segnalibro non lo supera", async () => {
    const prova = await createProva([
      { righe, dataPubblicazione: "2026-11-24T10:00:00.000Z" },
      { righe, idFlusso: ALTRO, dataPubblicazione: "2026-11-24T11:00:00.000Z" },
    ]);
    let scritture = 0;
    prova.memoria.observe(({ operazione, tabella }) => {
      if (operazione === "commit" && tabella === "archivio" && ++scritture === 1) throw new Error("archivio non disponibile");
    });
    expect(await prova.run()).toMatchObject({ nuovi: 1, falliti: 1 });
    expect(await prova.memoria.rendicontazioni.getSegnalibro(COMUNE)).toBeUndefined();
    prova.memoria.observe(() => {});
    expect(await prova.run()).toMatchObject({ nuovi: 1, falliti: 0 });
  });

  it("troppe richieste: l'intermediario si riprova al giro successivo", async () => {
    const prova = await createProva([{ righe, idDominio: UNIONE }]);
    prova.guasti.set("elenco", { causa: "troppe-richieste", dettaglio: "429" });
    expect(await prova.run()).toEqual({ domini: 1, nuovi: 0, falliti: 1, rimandati: 1 });
    expect(prova.chiamate).toHaveLength(1);
  });
});
