/** Every layout, from its header to the body of the PUT that each row asks for. */
import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_UNIONE, UNIONE } from "../../../../tests/sostegno/anagrafica.ts";
import { CONTESTO, corpoDi, leggi, mypay, recognize } from "../../../../tests/sostegno/formati.ts";
import { fileGovpay, INTESTAZIONI_MYPAY, type OpzioniMypay, rigaGovpay, type VersioneMypay } from "../../../../tests/sostegno/tracciati.ts";
import type { Creditore } from "../../anagrafiche/creditore.ts";
import { readBilancio } from "./bilancio.ts";
import { numeroAvvisoDi } from "./mypay.ts";

describe("MyPay and Piattaforma Unitaria", () => {
  it.each(Object.keys(INTESTAZIONI_MYPAY).map((versione) => [versione as VersioneMypay] as const))(
    "%s is recognised by its header",
    (versione) => {
      const dialetto = recognize(INTESTAZIONI_MYPAY[versione]);
      expect(dialetto).toMatchObject({
        ok: true,
        valore: {
          versioneFormato: versione.replace("-eng", ""),
          formato: versione.startsWith("2.0") ? "piattaforma-unitaria" : "mypay",
          separatore: ";",
        },
      });
      expect(corpoDi(mypay({ versione }, 2))).toMatchObject({
        idDominio: COMUNE,
        idTipoPendenza: "TARI",
        causale: "TARI 2026, utenza 2",
        importo: 10.74,
        dataScadenza: "2999-12-31",
        soggettoPagatore: { tipo: "F", anagrafica: "Giuseppe Rossi", localita: "Padova", nazione: "IT" },
        voci: [{ idVocePendenza: "1", importo: 10.74, codEntrata: "TARI", descrizione: "TARI 2026, utenza 2" }],
      });
    },
  );

  it.each([
    ["I", { tipo: "ADD", azione: "I" }],
    ["M", { tipo: "ADD", azione: "M" }],
    ["A", { tipo: "DEL", motivo: "TARI 2026, utenza 1" }],
  ] as const)("action %s", (azione, attesa) => {
    expect(mypay({ azione })).toMatchObject({ ok: true, valore: { ...attesa, idA2A: "GEST-TRIBUTI", idPendenza: "IUD-0000001" } });
  });

  it("adds the part of the second beneficiary in 1.4, takes it from the total in 2.0", () => {
    const beneficiario = (importo: string, suffisso: string) => ({
      [`codiceFiscaleEnte${suffisso}`]: UNIONE,
      [`ibanAccreditoEnte${suffisso}`]: IBAN_UNIONE,
      [`causaleVersamentoEnte${suffisso}`]: "TEFA",
      [`importoVersamentoEnte${suffisso}`]: importo,
    });
    const unoQuattro = mypay({
      versione: "1.4",
      celle: { importoDovuto: "10,00", datiSpecificiRiscossioneEnteSecondario: "9/0201102IM/", ...beneficiario("2,50", "Secondario") },
    });
    const duePuntoZero = mypay({
      versione: "2.0",
      celle: { importoDovuto: "12.50", codiceTassonomiaEnte_2: "9/0201102IM/", ...beneficiario("2.50", "_2") },
    });
    for (const esito of [unoQuattro, duePuntoZero])
      expect(corpoDi(esito)).toMatchObject({
        importo: 12.5,
        voci: [
          { idVocePendenza: "1", importo: 10 },
          {
            ...{ idVocePendenza: "2", importo: 2.5, idDominio: UNIONE, ibanAccredito: IBAN_UNIONE, descrizione: "TEFA" },
            codiceTassonomicoPagoPA: "9/0201102IM/",
          },
        ],
      });
  });

  it("keeps in datiAllegati what a debt has no field for", () => {
    expect(corpoDi(mypay({ celle: { commissioneCaricoPa: "0.00" } }))["datiAllegati"]).toEqual({
      mypay: { tipoVersamento: "ALL", commissioneCaricoPa: "0.00", datiSpecificiRiscossione: "9/0101101IM/" },
    });
  });

  it("makes of an instalment of a plan a rata of its document", () => {
    const celle = {
      IUPD: "POS-1",
      descrizionePosizioneDebitoria: "Piano TARI",
      tipoOpzionePagamento: "INSTALLMENTS",
      causaleVersamento: "TARI rata 3",
    };
    expect(corpoDi(mypay({ versione: "2.0", celle }))["documento"]).toEqual({
      identificativo: "POS-1",
      descrizione: "Piano TARI",
      rata: 3,
    });
  });

  it.each<[string, OpzioniMypay, RegExp]>([
    ["an action that does not exist", { celle: { azione: "X" } }, /^azione: attesa I/],
    ["an amount with thousands", { celle: { importoDovuto: "1.234,50" } }, /^importoDovuto: atteso un importo/],
    ["no IUD", { celle: { IUD: "" } }, /^IUD: obbligatorio/],
    ["a draft", { versione: "2.0", celle: { draft: "true" } }, /^draft: le bozze/],
    ["a debt outside pagoPA", { versione: "2.0", celle: { flagPagamentoPu: "false" } }, /^flagPagamentoPu/],
    [
      "a beneficiary without taxonomy",
      { versione: "2.0", celle: { codiceFiscaleEnte_2: UNIONE, importoVersamentoEnte_2: "1" } },
      /^beneficiario 2: serve il codice tassonomico/,
    ],
    ["accounting that is not XML", { celle: { bilancio: "<bilancio><capitolo>" } }, /^bilancio: XML/],
    ["an entity in the accounting", { celle: { bilancio: '<!DOCTYPE a [<!ENTITY b "c">]><bilancio/>' } }, /^bilancio: entità/],
  ])("refuses %s", (_caso, opzioni, attesa) => {
    expect(mypay(opzioni)).toEqual({ ok: false, errore: expect.stringMatching(attesa) });
  });

  it.each([
    ["a notice number", "301000000000000133", "301000000000000133", 3],
    ["an IUV of 17 digits", "01000000000000133", "301000000000000133", 3],
    ["an IUV of 15 digits", "123456789012345", "001123456789012345", 0],
  ] as const)("reads codIuv as %s", (_caso, iuv, atteso, auxDigit) => {
    const creditore = { dominio: { auxDigit, stazione: "80008000801_01" } } as Creditore;
    expect(numeroAvvisoDi(iuv, { ...CONTESTO, creditore })).toEqual({ ok: true, valore: atteso });
  });

  it("refuses a codIuv that the creditor could not have issued", () => {
    const creditore = { dominio: { auxDigit: 3 } } as Creditore;
    expect(numeroAvvisoDi("123456789012345", { ...CONTESTO, creditore })).toMatchObject({ ok: false });
  });

  it("reads the accounting as quotas of the running year", () => {
    const xml =
      "<bilancio><capitolo><codCapitolo>3001</codCapitolo><codUfficio>TRIB</codUfficio><accertamento><codAccertamento>A1</codAccertamento><importo>7.50</importo></accertamento><accertamento><importo>2.50</importo></accertamento></capitolo></bilancio>";
    expect(readBilancio(xml, 2026)).toEqual({
      ok: true,
      valore: [
        { capitolo: "3001", annoEsercizio: 2026, importo: 7.5, accertamento: "A1", proprietaCustom: { codUfficio: "TRIB" } },
        { capitolo: "3001", annoEsercizio: 2026, importo: 2.5, proprietaCustom: { codUfficio: "TRIB" } },
      ],
    });
  });
});

describe("headers", () => {
  const M13 = INTESTAZIONI_MYPAY["1.3"];
  it.each([
    ["a column missing", M13.replace("importoDovuto;", ""), /^intestazione: manca la colonna importoDovuto/],
    ["a column that nobody knows", M13.replace("bilancio", "bilancioo"), /^intestazione: colonna non prevista: bilancioo/],
    ["names of nobody", "nome;cognome;importo", /^intestazione non riconosciuta: 3 colonne/],
    ["200,000 columns", ";".repeat(60_000), /^intestazione: più di 500 colonne/],
  ])("refuse %s", (_caso, intestazione, attesa) => {
    expect(recognize(intestazione)).toEqual({ ok: false, errore: expect.stringMatching(attesa) });
  });

  it.each([
    ["a BOM", `\uFEFF${M13}`],
    ["names in capitals", M13.toUpperCase()],
    ["commas", M13.replaceAll(";", ",")],
    ["tabs", M13.replaceAll(";", "\t")],
    ["our own column of reasons", `${M13};motivo_scarto`],
    [
      "quotes",
      M13.split(";")
        .map((nome) => `"${nome}"`)
        .join(";"),
    ],
  ])("are recognised with %s", (_caso, intestazione) => {
    expect(recognize(intestazione)).toMatchObject({ ok: true, valore: { formato: "mypay", versioneFormato: "1.3" } });
  });

  it("of GovPay may be missing: a row has its amount where a header has a name", () => {
    const opzioni = { idA2A: "GEST-TRIBUTI", idDominio: COMUNE };
    const [intestazione = "", prima = ""] = fileGovpay(1, opzioni).split("\r\n");
    expect(recognize(intestazione)).toMatchObject({ ok: true, valore: { formato: "govpay", inizio: intestazione.length } });
    expect(recognize(prima)).toMatchObject({ ok: true, valore: { formato: "govpay", inizio: 0, intestazione: "" } });
  });

  it("and rows must agree on the number of cells", () => {
    expect(leggi(M13, "a;b;c")).toEqual({ ok: false, errore: "attese 22 colonne, trovate 3" });
  });
});

describe("GovPay", () => {
  const opzioni = { idA2A: "GEST-TRIBUTI", idDominio: COMUNE };
  const govpay = (celle: Readonly<Record<number, string>>) => leggi(fileGovpay(0, opzioni).trim(), rigaGovpay(1, { ...opzioni, celle }));

  it("reads every column by position", () => {
    const celle = { 3: "301000000000000133", 5: "TRIBUTI", 8: "CARTELLA", 9: '{"a":[1]}', 10: "DIR", 11: "DIV", 13: "2026-12-01" };
    const altre = { 15: "Imposte e tasse", 25: "a@b.it", 82: "MAI", 83: "DOC", 84: "Documento", 85: "ENTRO5", 86: "de|Müllgebühr" };
    const esito = govpay({ ...celle, ...altre });
    expect(esito).toMatchObject({
      ok: true,
      valore: { tipo: "ADD", idA2A: "GEST-TRIBUTI", idPendenza: "GP-0000001", dataAvvisatura: "MAI" },
    });
    expect(corpoDi(esito)).toMatchObject({
      ...{ numeroAvviso: "301000000000000133", idUnitaOperativa: "TRIBUTI", cartellaPagamento: "CARTELLA", datiAllegati: { a: [1] } },
      ...{ direzione: "DIR", divisione: "DIV", dataValidita: "2026-12-01", annoRiferimento: 2026, tassonomiaAvviso: "Imposte e tasse" },
      documento: { identificativo: "DOC", descrizione: "Documento", soglia: { tipo: "ENTRO", giorni: 5 } },
      proprieta: { linguaSecondaria: "de", linguaSecondariaCausale: "Müllgebühr" },
      voci: [{ idVocePendenza: "1", importo: 10.37, descrizione: "TARI", codEntrata: "TARI" }],
    });
  });

  it.each([
    ["an income code before a stamp and an account", { 30: IBAN_UNIONE, 35: "01" }, { codEntrata: "TARI" }],
    [
      "a stamp before an account",
      { 34: "", 30: IBAN_UNIONE, 35: "01", 36: "aGFzaA==", 37: "PD" },
      { tipoBollo: "01", hashDocumento: "aGFzaA==", provinciaResidenza: "PD" },
    ],
    [
      "an account",
      { 34: "", 30: IBAN_UNIONE, 32: "ALTRO", 33: "0101" },
      { ibanAccredito: IBAN_UNIONE, tipoContabilita: "ALTRO", codiceContabilita: "0101" },
    ],
  ])("takes %s", (_caso, celle, destinazione) => {
    expect(corpoDi(govpay(celle))["voci"]).toEqual([{ idVocePendenza: "1", importo: 10.37, descrizione: "TARI", ...destinazione }]);
  });

  it("annuls when the amount is 0", () => {
    expect(govpay({ 12: "0" })).toEqual({
      ok: true,
      valore: { tipo: "DEL", idA2A: "GEST-TRIBUTI", idPendenza: "GP-0000001", motivo: "TARI 2026, utenza 1" },
    });
  });

  it.each([
    ["JSON that is not", { 9: "{" }, "datiAllegati: JSON non ben formato"],
    ["no id", { 1: "" }, "idPendenza: obbligatorio"],
  ])("refuses %s", (_caso, celle, errore) => {
    expect(govpay(celle)).toEqual({ ok: false, errore });
  });
});
