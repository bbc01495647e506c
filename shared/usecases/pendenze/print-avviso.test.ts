import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { describeAvviso, printAvviso } from "./print-avviso.ts";

const creditore = (altro: Partial<Creditore["dominio"]> = {}): Creditore => ({
  dominio: {
    ...{
      versione: 1,
      idDominio: COMUNE,
      ragioneSociale: "Comune di Prova",
      intermediato: true,
      scaricaFr: true,
      abilitato: true,
      frammenti: 1,
    },
    ...{ area: "Ragioneria", tel: "011 123", email: "info@prova.example", web: "https://prova.example", cbill: "AB12C" },
    ...altro,
  },
  unita: [{ versione: 1, idDominio: COMUNE, idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi", abilitato: true, tel: "011 456" }],
  conti: [],
  entrate: [],
  tipiPendenza: [],
});

describe("what a printed notice says", () => {
  it("comes from the debt and from its creditor", () => {
    const debitore = {
      tipo: "F",
      identificativo: "RSSMRA85T10A562S",
      anagrafica: "Mario Rossi",
      indirizzo: "Via Roma",
      civico: "1",
      cap: "10100",
      localita: "Torino",
      provincia: "TO",
    } as const;
    expect(describeAvviso(buildPendenza({ debitore, dataScadenza: "2026-12-31" }), creditore())).toMatchObject({
      ente: {
        ragioneSociale: "Comune di Prova",
        unita: "Ragioneria",
        info: "011 123 - info@prova.example",
        cbill: "AB12C",
        web: "https://prova.example",
      },
      debitore: { anagrafica: "Mario Rossi", indirizzo: "Via Roma 1, 10100 Torino (TO)" },
      oggetto: "TARI 2026",
      importo: 10_050n,
      dataScadenza: "2026-12-31",
      qr: `PAGOPA|002|301000000000000133|${COMUNE}|10050`,
    });
  });

  it("names the operating unit of the debt and its contacts", () => {
    const { ente } = describeAvviso(buildPendenza({ idUnitaOperativa: "TRIBUTI" }), creditore());
    expect(ente).toMatchObject({ unita: "Ufficio Tributi", info: "011 456" });
  });

  it("follows the print options of the debt, an empty note included", () => {
    const proprieta = { dataScandenzaAvviso: "2026-12-01", informativaImportoAvviso: "" };
    const avviso = describeAvviso(buildPendenza({ proprieta, dataScadenza: "2026-12-31" }), creditore());
    expect([avviso.dataScadenza, avviso.informativaImporto]).toEqual(["2026-12-01", ""]);
  });

  it.each([
    ["base64", "iVBORw==", [0x89, 0x50, 0x4e, 0x47]],
    ["data URL", "data:image/png;base64,iVBORw==", [0x89, 0x50, 0x4e, 0x47]],
    ["not base64", "logo.png?", undefined],
  ])("carries a logo given as %s", (_forma, logo, attesi) => {
    const { ente } = describeAvviso(buildPendenza(), creditore({ logo }));
    expect(ente.logo && [...ente.logo]).toEqual(attesi);
  });
});

describe("printing", () => {
  const stampati: AvvisoDaStampare[] = [];
  const stampaAvviso = {
    render: async (avviso: AvvisoDaStampare) => {
      stampati.push(avviso);
      return new Uint8Array([1]);
    },
  };

  it("asks the port, and never for a debt of stamps only", async () => {
    const { anagrafiche } = await createMemoria();
    const print = printAvviso({ anagrafiche, stampaAvviso });
    expect(await print(buildPendenza())).toEqual(new Uint8Array([1]));
    const bollo = {
      ...buildPendenza().voci[0],
      destinazione: { variante: "bollo", tipoBollo: "01", hashDocumento: "AAAA", provinciaResidenza: "TO" },
    } as const;
    expect(
      await print(
        buildPendenza({
          voci: [
            {
              indice: 1,
              idVocePendenza: "1",
              importo: 1600n,
              descrizione: "Bollo",
              stato: "Non eseguito",
              incassata: false,
              destinazione: bollo.destinazione,
            },
          ],
        }),
      ),
    ).toBeUndefined();
    expect(stampati).toHaveLength(1);
  });
});
