/** Revisions of one flow, by whichever road and in whichever order they come: in the end the last emission counts, alone. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { FLUSSO, PSP } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { isSuccessiva, revisioneStorica } from "../../domain/rendicontazioni/revisione-storica.ts";
import type { FlussoPubblicato } from "../../ports/fdr.ts";
import { registerFlusso } from "./register-flusso.ts";

const emesso = (giorno: number): string => `2026-11-${String(giorno).padStart(2, "0")}T18:30:00.000Z`;
const pubblicato = (revisione: number, dataFlusso: string): FlussoPubblicato => ({
  ...{ idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP },
  ...{ revisione, dataFlusso, dataPubblicazione: dataFlusso },
});
const fdr3 = (revisione: number, giorno: number): FlussoPubblicato => pubblicato(revisione, emesso(giorno));
const xml = (giorno: number): FlussoPubblicato => pubblicato(revisioneStorica(emesso(giorno)), emesso(giorno));

const registerAll = async (pubblicati: readonly FlussoPubblicato[]) => {
  const memoria = await createMemoria();
  const register = registerFlusso(memoria);
  const nuovi: boolean[] = [];
  for (const flusso of pubblicati) nuovi.push(await register(flusso, memoria.traccia));
  const revisioni = await memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
  return { nuovi, inVigore: revisioni.filter((f) => !f.obsoleto).map((f) => f.dataFlusso), quante: revisioni.length };
};

describe("revisioni di un flusso", () => {
  it.each<[string, FlussoPubblicato[], string]>([
    ["la seconda di FdR-3 dopo la prima", [fdr3(1, 24), fdr3(2, 25)], emesso(25)],
    ["la prima di FdR-3 in ritardo, dopo la seconda", [fdr3(2, 25), fdr3(1, 24)], emesso(25)],
    ["la seconda di FdR-3 dopo la prima letta come XML", [xml(24), fdr3(2, 25)], emesso(25)],
    ["la prima come XML in ritardo, dopo la seconda di FdR-3", [fdr3(2, 25), xml(24)], emesso(25)],
    ["un XML più recente di quanto ha dato FdR-3", [fdr3(1, 24), xml(28)], emesso(28)],
  ])("vale l'ultima emissione: %s", async (_caso, arrivi, attesa) => {
    expect((await registerAll(arrivi)).inVigore).toEqual([attesa]);
  });

  it("la stessa emissione, per due strade o due volte, è un flusso solo", async () => {
    expect(await registerAll([xml(24), fdr3(1, 24), xml(24)])).toMatchObject({ nuovi: [true, false, false], quante: 1 });
    expect(await registerAll([fdr3(1, 24), fdr3(1, 24), xml(24)])).toMatchObject({ nuovi: [true, false, false], quante: 1 });
  });

  it("la stessa emissione da FdR-3 e da un file nello stesso istante è un flusso solo", async () => {
    const memoria = await createMemoria();
    const register = registerFlusso(memoria);
    const nuovi = await Promise.all([fdr3(1, 24), xml(24), xml(24), fdr3(1, 24)].map((flusso) => register(flusso, memoria.traccia)));
    expect(nuovi.filter(Boolean)).toHaveLength(1);
    expect(await memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO)).toHaveLength(1);
    expect(memoria.messaggi()).toHaveLength(1);
  });

  it("l'ordine degli arrivi non conta", async () => {
    const arrivi = [fdr3(1, 23), fdr3(2, 24), xml(24), xml(25), fdr3(3, 26), xml(27)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(arrivi, { minLength: 1 }), async (ordine) => {
        const ultima = ordine.reduce((prima, altra) => (isSuccessiva(altra, prima) ? altra : prima));
        expect((await registerAll(ordine)).inVigore).toEqual([ultima.dataFlusso]);
      }),
      { numRuns: 20 },
    );
  });
});
