/** The bank's text of a credit that pays one citizen's debt goes with the debt; what it explains stays. */
import { describe, expect, it } from "vitest";
import { buildMovimento, causaleDi, createAbbinamentiDiProva } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPagata, FLUSSO } from "../../../tests/sostegno/flussi.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { anonymizePosizione } from "./anonymize-posizione.ts";

const MESI = { pagateMesi: 24, annullateMesi: 6, scaduteMesi: 12 };
const NOME = "MARIO ROSSI";

/** Paid and collected three years ago. */
const createProva = async () => {
  const prova = await createAbbinamentiDiProva();
  const [pendenza, riscossione] = buildPagata(1);
  if (pendenza?.entita !== "pendenza" || riscossione?.entita !== "riscossione") throw new Error("pagata cambiata");
  const data = "2023-01-10T10:00:00.000Z";
  const vecchia: Pendenza = { ...pendenza.valore, stato: "INCASSATA", dataCaricamento: data, dataPagamento: data };
  await prova.store(
    { ...pendenza, valore: vecchia } as const,
    { ...riscossione, valore: { ...riscossione.valore, stato: "INCASSATA", data } } as const,
  );
  return {
    prova,
    anonymize: () =>
      anonymizePosizione(prova)({ idDominio: COMUNE, iuv: buildIuv(1) }, { mesi: MESI, autore: "prova", traccia: prova.traccia }),
    movimento: (id: string) => prova.tesoreria.getMovimento(COMUNE, id),
  };
};

describe("i movimenti di una pendenza anonimizzata", () => {
  it.each([
    ["dal codice", { iuv: [buildIuv(1)], iur: [] }],
    ["dalla ricevuta", { iuv: [], iur: ["IUR-1"] }],
  ])("trovati %s perdono il testo e l'ordinante, non le chiavi; un'altra volta non cambia nulla", async (_come, nomi) => {
    const { prova, anonymize, movimento } = await createProva();
    const chiavi = { flussi: [], troncati: [], ...nomi };
    await prova.storeMovimento(buildMovimento("M1", 1001n, `TARI ${NOME}`, { ordinante: NOME, chiavi }));
    expect(await anonymize()).toEqual({ esito: "ANONIMIZZATA" });
    const dopo = await movimento("M1");
    expect(dopo).toMatchObject({ causale: "Dato anonimizzato", ordinante: "ANONIMO", importo: 1001n, chiavi });
    await anonymize();
    expect(await movimento("M1")).toEqual(dopo);
  });

  it("l'accredito di un flusso è di un PSP, e resta com'è", async () => {
    const { prova, anonymize, movimento } = await createProva();
    await prova.storeMovimento(buildMovimento("M2", 1001n, `${causaleDi(FLUSSO)} /RFB/${buildIuv(1)}`, { ordinante: "PSP SPA" }));
    await anonymize();
    expect(await movimento("M2")).toMatchObject({ causale: expect.stringContaining(FLUSSO), ordinante: "PSP SPA" });
  });
});
