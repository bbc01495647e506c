/** Work items that follow from evidence arriving late, or by another way: a code paid twice, a flow reconciled by its own system, a revision after the credit. */
import { describe, expect, it } from "vitest";
import { buildMovimento, causaleDi, createAbbinamentiDiProva } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPagata, buildRiga, buildRiscossione, FLUSSO, PSP, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { idSoggetto, type SoggettoAnomalia } from "../../domain/anomalie/soggetto.ts";

type Prova = Awaited<ReturnType<typeof createAbbinamentiDiProva>>;

const SUO_FLUSSO = { tipo: "FLUSSO", idFlusso: FLUSSO, idPsp: PSP } as const;
const anomalieDi = async ({ anomalie }: Prova, soggetto: SoggettoAnomalia) =>
  (await anomalie.findDiSoggetto(COMUNE, idSoggetto(soggetto))).map(({ codice, evidenza }) => [codice, evidenza]);

describe("anomalie di prove arrivate dopo", () => {
  it("una seconda ricevuta dello stesso avviso è un lavoro da fare; la riga che ancora manca no", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1), {
      azione: "crea",
      entita: "riscossione",
      valore: buildRiscossione(1, { iur: "iur-2", idRicevuta: "iur-2", data: "2026-11-24T10:00:00.000Z" }),
    });
    await prova.arrive({ esami: [buildIuv(1)] });
    const di = (iur: string) => anomalieDi(prova, { tipo: "RISCONTRO", iuv: buildIuv(1), iur, indice: 1 });
    expect([await di("iur-1"), await di("iur-2")]).toEqual([[], [["PAGAMENTO_DOPPIO", "PRESENTE"]]]);
  });

  it("un flusso riconciliato dal gestionale non aspetta il tesoriere; se la riconciliazione si annulla, sì", async () => {
    const prova = await createAbbinamentiDiProva();
    await prova.store(...buildPagata(1));
    await storeFlusso(prova, [buildRiga(1)]);
    await prova.arrive({ flussi: [FLUSSO] });
    expect(await anomalieDi(prova, SUO_FLUSSO)).toEqual([["FLUSSO_NON_ACCREDITATO", "PRESENTE"]]);
    const mark = async (idRiconciliazione: string | undefined): Promise<void> => {
      const [letto] = await prova.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
      if (!letto) throw new Error("flusso sparito");
      const { idRiconciliazione: _, ...flusso } = letto;
      await prova.store({
        azione: "sostituisci",
        entita: "flusso",
        valore: { ...flusso, ...(idRiconciliazione !== undefined && { idRiconciliazione }) },
      });
      await prova.arrive({ flussi: [FLUSSO] });
    };
    const etichette = async () =>
      (
        await prova.abbinamenti.findRiscontriFlussi({ domini: [COMUNE], ordine: "asc" }, { limite: 10, salta: 0, totale: false })
      ).elementi.map((flusso) => flusso.etichette);
    expect(await etichette()).toEqual([["IUF_NO_TES"]]);
    await mark("sct-del-gestionale");
    expect(await etichette()).toEqual([["IUF_RICONCILIATO"]]);
    expect(await anomalieDi(prova, SUO_FLUSSO)).toEqual([["FLUSSO_NON_ACCREDITATO", "ASSENTE"]]);
    await mark(undefined);
    expect(await etichette()).toEqual([["IUF_NO_TES"]]);
    expect(await anomalieDi(prova, SUO_FLUSSO)).toEqual([["FLUSSO_NON_ACCREDITATO", "PRESENTE"]]);
  });

  it.each(["prima la revisione", "prima l'accredito"])(
    "una revisione tra l'accredito e D+4 è la causa che si legge (%s)",
    async (ordine) => {
      const prova = await createAbbinamentiDiProva();
      await prova.store(...buildPagata(1), ...buildPagata(2));
      await storeFlusso(prova, [buildRiga(1), buildRiga(2)]);
      const credit = () => prova.addMovimento(buildMovimento("M1", 2003n, causaleDi(FLUSSO)));
      if (ordine === "prima l'accredito") await credit();
      // What the acquisition of the next revision leaves: the older one says that it no longer counts.
      const [vecchio] = await prova.rendicontazioni.findRevisioni(COMUNE, FLUSSO);
      if (!vecchio) throw new Error("flusso sparito");
      await prova.store({ azione: "sostituisci", entita: "flusso", valore: { ...vecchio, obsoleto: true } });
      await storeFlusso(prova, [buildRiga(1)], { revisione: 2 });
      await prova.arrive({ flussi: [FLUSSO] });
      if (ordine === "prima la revisione") await credit();
      expect((await anomalieDi(prova, SUO_FLUSSO)).filter(([, evidenza]) => evidenza === "PRESENTE")).toEqual([
        ["REVISIONE_DOPO_ACCREDITO", "PRESENTE"],
      ]);
    },
  );
});
