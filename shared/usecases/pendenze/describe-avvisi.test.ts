import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_POSTALE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { AvvisoDaStampare } from "../../ports/stampa-avviso.ts";
import { describeAvvisi } from "./describe-avvisi.ts";

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
  entrate: [{ versione: 1, idDominio: COMUNE, idEntrata: "TARI", ibanAccredito: IBAN_POSTALE, abilitato: true }],
  tipiPendenza: [],
});

const unico = (pendenza: Pendenza, di: Creditore = creditore(), lingua?: Parameters<typeof describeAvvisi>[2]): AvvisoDaStampare => {
  const [avviso, ...altri] = describeAvvisi([pendenza], di, lingua);
  if (avviso === undefined || altri.length > 0) throw new Error("atteso un solo avviso");
  return avviso;
};

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
    expect(unico(buildPendenza({ debitore, dataScadenza: "2026-12-31" }))).toMatchObject({
      ente: {
        ragioneSociale: "Comune di Prova",
        unita: "Ragioneria",
        info: "011 123 - info@prova.example",
        cbill: "AB12C",
        web: "https://prova.example",
      },
      debitore: { anagrafica: "Mario Rossi", indirizzo: "Via Roma 1, 10100 Torino (TO)" },
      oggetto: "TARI 2026",
      pagamenti: [
        {
          forma: { tipo: "unica" },
          oggetto: "TARI 2026",
          importo: 10_050n,
          dataScadenza: "2026-12-31",
          qr: `PAGOPA|002|301000000000000133|${COMUNE}|10050`,
          bollettino: undefined,
        },
      ],
    });
  });

  it("names the operating unit of the debt and its contacts", () => {
    expect(unico(buildPendenza({ idUnitaOperativa: "TRIBUTI" })).ente).toMatchObject({ unita: "Ufficio Tributi", info: "011 456" });
  });

  it("follows the print options of the debt, an empty note included", () => {
    const proprieta = {
      dataScandenzaAvviso: "2026-12-01",
      informativaImportoAvviso: "",
      linguaSecondariaInformativaImportoAvviso: "Hinweis",
      linguaSecondariaCausale: "Müllgebühr",
      linguaSecondaria: "de",
    };
    const avviso = unico(buildPendenza({ proprieta, dataScadenza: "2026-12-31" }));
    expect(avviso.pagamenti[0]?.dataScadenza).toBe("2026-12-01");
    expect(avviso).toMatchObject({
      ...{ informativaImporto: "", informativaSecondaria: "Hinweis" },
      ...{ linguaSecondaria: "de", oggettoSecondario: "Müllgebühr" },
    });
  });

  it.each([
    ["what the caller asks", "fr", "de", "fr"],
    ["what the debt says, when the caller asks nothing", undefined, "de", "de"],
    ["Italian alone, when the caller says false", "false", "de", undefined],
    ["Italian alone, when the debt says false", undefined, "false", undefined],
    ["Italian alone, when nobody says anything", undefined, undefined, undefined],
  ] as const)("is in %s", (_caso, chiesta, linguaSecondaria, attesa) => {
    const pendenza = buildPendenza(linguaSecondaria === undefined ? {} : { proprieta: { linguaSecondaria } });
    expect(unico(pendenza, creditore(), chiesta).linguaSecondaria).toBe(attesa);
  });

  it("has a bollettino when the account is postal and Poste authorised it", () => {
    const [pagamento] = unico(buildPendenza(), creditore({ autStampaPosteItaliane: "AUT. DB/1" })).pagamenti;
    expect(pagamento?.bollettino).toMatchObject({ contoPostale: "000010271400", autorizzazione: "AUT. DB/1" });
  });

  it.each([
    ["base64", "iVBORw==", [0x89, 0x50, 0x4e, 0x47]],
    ["data URL", "data:image/png;base64,iVBORw==", [0x89, 0x50, 0x4e, 0x47]],
    ["not base64", "logo.png?", undefined],
  ])("carries a logo given as %s", (_forma, logo, attesi) => {
    const { ente } = unico(buildPendenza(), creditore({ logo }));
    expect(ente.logo && [...ente.logo]).toEqual(attesi);
  });
});

describe("the notices of a document", () => {
  const rata = (n: number, altro: Partial<Pendenza> = {}): Pendenza =>
    buildPendenza({
      numeroAvviso: `30100000000000013${n}`,
      causale: `TARI, rata ${n}`,
      documento: { identificativo: "D1", descrizione: "TARI 2026", rata: n },
      ...altro,
    });

  it("are one, titled with the document, its payments in order and its date the last update", () => {
    const avvisi = describeAvvisi(
      [rata(2, { dataUltimoAggiornamento: "2026-11-26T00:00:00.000Z" }), rata(1), buildPendenza({ causale: "TARI intera" })],
      creditore(),
    );
    expect(avvisi).toHaveLength(1);
    expect(avvisi[0]).toMatchObject({ dataStampa: "2026-11-26T00:00:00.000Z" });
    expect(avvisi[0]?.pagamenti.map(({ forma, oggetto }) => [forma, oggetto])).toEqual([
      [{ tipo: "unica" }, "TARI intera"],
      [{ tipo: "rata", numero: 1 }, "TARI, rata 1"],
      [{ tipo: "rata", numero: 2 }, "TARI, rata 2"],
    ]);
    expect(describeAvvisi([rata(1), rata(2)], creditore())[0]?.oggetto).toBe("TARI 2026");
  });

  it("are one for each debtor: nobody gets the sheet of another", () => {
    const altra = { tipo: "F", identificativo: "VRDGPP80A01F205X", anagrafica: "Giuseppe Verdi" } as const;
    const avvisi = describeAvvisi([rata(1), rata(2, { debitore: altra }), rata(3)], creditore());
    expect(avvisi.map(({ debitore, pagamenti }) => [debitore.anagrafica, pagamenti.length])).toEqual([
      ["Mario Rossi", 2],
      ["Giuseppe Verdi", 1],
    ]);
  });

  it.each([[{ tipo: "ENTRO", giorni: 30 }], [{ tipo: "OLTRE", giorni: 30 }], [{ tipo: "RIDOTTO" }], [{ tipo: "SCONTATO" }]] as const)(
    "keep the threshold %j",
    (soglia) => {
      const documento = { identificativo: "D1", descrizione: "Verbale 1", soglia };
      expect(unico(buildPendenza({ documento })).pagamenti[0]?.forma).toEqual(soglia);
    },
  );
});
