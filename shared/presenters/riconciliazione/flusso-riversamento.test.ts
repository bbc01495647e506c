/** The rebuilt XML against the official schema, where it is at hand, and against what could break it. */
import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { buildRiga, FLUSSO } from "../../../tests/sostegno/flussi.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { presentFlussoRiversamento } from "./flusso-riversamento.ts";

const ADESSO = "2026-11-25T09:00:00.000Z";
const base: Flusso = {
  versione: 1,
  idDominio: "01234567890",
  idFlusso: FLUSSO,
  idPsp: "ABI03069",
  revisione: 1,
  stato: "ACQUISITO",
  obsoleto: false,
  ragioneSocialePsp: "Banca <di> prova & figli",
  mittente: { tipo: "A", id: "03069" },
  dataFlusso: "2026-07-01T18:30:00.000Z",
  dataAcquisizione: ADESSO,
  trn: "TRN-1",
  dataRegolamento: "2026-07-01",
  bicRiversamento: "BCITITMM",
  numeroPagamenti: 2,
  importoTotale: 2003n,
  pagineAcquisite: 1,
  pagineTotali: 1,
  righeAcquisite: 2,
  importoAcquisito: 2003n,
  segnalazioni: [],
};
const riga = (n: number, esito: number): Rendicontazione => ({
  versione: 1,
  idDominio: base.idDominio,
  idFlusso: FLUSSO,
  idPsp: base.idPsp,
  revisione: 1,
  progressivo: n,
  ...buildRiga(n, { esito }),
  stato: "OK",
  segnalazioni: [],
});

const { ragioneSocialePsp: _nome, mittente: _mittente, bicRiversamento: _bic, ...essenziale } = base;
const casi: [string, Flusso, Rendicontazione[], string][] = [
  ["completo", base, [riga(1, 0), riga(2, 9)], "Comune di Prova"],
  ["con gli altri esiti", base, [riga(1, 4), riga(2, 8)], "Comune di Prova"],
  ["senza i campi facoltativi", essenziale, [riga(1, 0)], "Comune"],
  [
    "con nomi lunghi, corti e caratteri di controllo",
    { ...base, ragioneSocialePsp: `\u0000${"x".repeat(200)}` },
    [riga(1, 0)],
    "è".repeat(300),
  ],
  ["con un nome di PSP più corto del minimo", { ...base, ragioneSocialePsp: "AB" }, [riga(1, 0)], "Comune"],
];

describe("FlussoRiversamento", () => {
  it("scrive gli importi con due decimali, l'ora di Roma e i caratteri speciali protetti", () => {
    const xml = presentFlussoRiversamento(base, [riga(1, 0)], "Comune");
    expect(xml).toContain("<dataOraFlusso>2026-07-01T20:30:00</dataOraFlusso>");
    expect(xml).toContain("<singoloImportoPagato>10.01</singoloImportoPagato>");
    expect(xml).toContain("Banca &lt;di&gt; prova &amp; figli");
  });

  const schema = contratto("pagopa/xsd-common/FlussoRiversamento_1_0_5.xsd");
  if (schema !== undefined) {
    it.each(casi)("è valido per lo schema ufficiale 1.0.5: %s", (_caso, flusso, righe, nome) => {
      const xsd = XmlDocument.fromBuffer(readFileSync(schema));
      const documento = XmlDocument.fromString(presentFlussoRiversamento(flusso, righe, nome));
      expect(() => XsdValidator.fromDoc(xsd).validate(documento)).not.toThrow();
    });
  }
});
