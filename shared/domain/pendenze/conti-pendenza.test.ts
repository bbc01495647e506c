import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, IBAN_UNIONE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { isMultibeneficiaria, replaceConto, riferimentiConto } from "./conti-pendenza.ts";
import type { Pendenza, Voce } from "./pendenza.ts";

const DOPO = "2026-12-01T08:00:00.000Z";

const voce = (indice: number, ibanAccredito: string, altro: Partial<Voce> & { readonly ibanAppoggio?: string } = {}): Voce => {
  const { ibanAppoggio, ...resto } = altro;
  return {
    indice,
    idVocePendenza: String(indice),
    importo: 100n,
    descrizione: "voce",
    stato: "Non eseguito",
    incassata: false,
    destinazione: {
      variante: "conto",
      ibanAccredito,
      ...(ibanAppoggio !== undefined && { ibanAppoggio }),
      tipoContabilita: "ALTRO",
      codiceContabilita: "0101100IM/",
    },
    ...resto,
  };
};
const entrata = (indice: number): Voce => ({ ...voce(indice, ""), destinazione: { variante: "entrata", codEntrata: "TARI" } });
const conVoci = (voci: readonly Voce[], altro: Partial<Pendenza> = {}): Pendenza => buildPendenza({ voci, ...altro });

const SOSTITUZIONE = { idDominio: COMUNE, ibanVecchio: IBAN_COMUNE, ibanNuovo: IBAN_UNIONE };

describe("riferimentiConto", () => {
  it.each<[string, Pendenza, readonly string[], boolean]>([
    ["an account and an income", conVoci([voce(1, IBAN_COMUNE), entrata(2)]), [`${COMUNE}#${IBAN_COMUNE}`, `${COMUNE}#@TARI`], false],
    [
      "the support account too",
      conVoci([voce(1, IBAN_COMUNE, { ibanAppoggio: IBAN_POSTALE })]),
      [`${COMUNE}#${IBAN_COMUNE}`, `${COMUNE}#${IBAN_POSTALE}`],
      false,
    ],
    ["each once", conVoci([voce(1, IBAN_COMUNE), voce(2, IBAN_COMUNE)]), [`${COMUNE}#${IBAN_COMUNE}`], false],
    [
      "the beneficiary of the item",
      conVoci([voce(1, IBAN_COMUNE), voce(2, IBAN_UNIONE, { idDominio: UNIONE })]),
      [`${COMUNE}#${IBAN_COMUNE}`, `${UNIONE}#${IBAN_UNIONE}`],
      true,
    ],
    [
      "only what is left to pay",
      conVoci([voce(1, IBAN_COMUNE, { stato: "Eseguito" }), voce(2, IBAN_POSTALE)], { stato: "ESEGUITA_PARZIALE" }),
      [`${COMUNE}#${IBAN_POSTALE}`],
      false,
    ],
    ["an annulled debt, that may be restored", conVoci([entrata(1)], { stato: "ANNULLATA" }), [`${COMUNE}#@TARI`], false],
    ["nothing of a paid debt", conVoci([entrata(1)], { stato: "ESEGUITA" }), [], false],
    ["nothing of an anomalous debt", conVoci([entrata(1)], { stato: "ANOMALA" }), [], false],
  ])("names %s", (_caso, pendenza, riferimenti, multibeneficiaria) => {
    expect([riferimentiConto(pendenza), isMultibeneficiaria(pendenza)]).toEqual([riferimenti, multibeneficiaria]);
  });
});

describe("replaceConto", () => {
  it("changes only what names the account, is of that beneficiary and is left to pay", () => {
    const pendenza = conVoci(
      [voce(1, IBAN_COMUNE, { stato: "Eseguito" }), voce(2, IBAN_COMUNE), voce(3, IBAN_COMUNE, { idDominio: UNIONE }), entrata(4)],
      { stato: "ESEGUITA_PARZIALE" },
    );
    const esito = replaceConto(pendenza, SOSTITUZIONE, DOPO);
    const [prima, , terza, quarta] = pendenza.voci;
    expect(esito).toEqual({
      esito: "cambiata",
      pendenza: { ...pendenza, dataUltimoAggiornamento: DOPO, voci: [prima, voce(2, IBAN_UNIONE), terza, quarta] },
    });
  });

  it("done again changes nothing", () => {
    const esito = replaceConto(conVoci([voce(1, IBAN_COMUNE)]), SOSTITUZIONE, DOPO);
    expect(esito.esito === "cambiata" && replaceConto(esito.pendenza, SOSTITUZIONE, DOPO)).toEqual({ esito: "invariata" });
  });

  it("puts a postal account in the place of a postal support account, and no other", () => {
    const pendenza = conVoci([voce(1, IBAN_UNIONE, { ibanAppoggio: IBAN_COMUNE })]);
    expect(replaceConto(pendenza, { ...SOSTITUZIONE, ibanNuovo: IBAN_POSTALE }, ADESSO)).toMatchObject({
      pendenza: { voci: [{ destinazione: { ibanAccredito: IBAN_UNIONE, ibanAppoggio: IBAN_POSTALE } }] },
    });
    expect(replaceConto(pendenza, SOSTITUZIONE, ADESSO)).toMatchObject({
      esito: "impossibile",
      motivo: expect.stringContaining("postale"),
    });
  });
});
