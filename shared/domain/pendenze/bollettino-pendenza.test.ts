import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, IBAN_POSTALE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { ContoAccredito, Creditore } from "../anagrafiche/creditore.ts";
import { findBollettino } from "./bollettino-pendenza.ts";
import type { Voce } from "./pendenza.ts";

const AUT = "AUT. DB/SSIC/E 1 DEL 01/01/2026";
const conto = (iban: string, altro: Partial<ContoAccredito> = {}): ContoAccredito => ({
  versione: 1,
  idDominio: COMUNE,
  iban,
  postale: false,
  abilitato: true,
  ...altro,
});

const creditore = (conti: readonly ContoAccredito[], autDominio?: string): Creditore => ({
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
    ...(autDominio !== undefined && { autStampaPosteItaliane: autDominio }),
  },
  unita: [],
  conti,
  entrate: [
    { versione: 1, idDominio: COMUNE, idEntrata: "TARI", ibanAccredito: IBAN_COMUNE, ibanAppoggio: IBAN_POSTALE, abilitato: true },
    { versione: 1, idDominio: COMUNE, idEntrata: "MENSA", ibanAccredito: IBAN_COMUNE, abilitato: true },
  ],
  tipiPendenza: [],
});

const voce = (destinazione: Voce["destinazione"], altro: Partial<Voce> = {}): Voce => ({
  ...{ indice: 1, idVocePendenza: "1", importo: 10_050n, descrizione: "TARI", stato: "Non eseguito", incassata: false },
  destinazione,
  ...altro,
});
const su = (ibanAccredito: string, ibanAppoggio?: string): Voce["destinazione"] => ({
  variante: "conto",
  ibanAccredito,
  ...(ibanAppoggio !== undefined && { ibanAppoggio }),
  tipoContabilita: "ALTRO",
  codiceContabilita: "0101100IM/",
});
const POSTALE = conto(IBAN_POSTALE, { postale: true, autStampaPosteItaliane: AUT, intestatario: "Comune di Prova Tesoreria" });

describe("il bollettino di una pendenza", () => {
  it.each<[string, Voce["destinazione"]]>([
    ["accreditata su un conto postale", su(IBAN_POSTALE)],
    ["con un conto postale di appoggio", su(IBAN_COMUNE, IBAN_POSTALE)],
    ["di un'entrata con appoggio postale", { variante: "entrata", codEntrata: "TARI" }],
  ])("c'è per quella %s", (_nome, destinazione) => {
    expect(findBollettino(buildPendenza({ voci: [voce(destinazione)] }), creditore([POSTALE]))).toMatchObject({
      contoPostale: "000010271400",
      intestatario: "Comune di Prova Tesoreria",
      autorizzazione: AUT,
      dataMatrix: expect.stringMatching(/^codfase=NBPA;1830100000000000013312000010271400100000010050389/),
    });
  });

  it("usa l'autorizzazione e il nome del dominio quando il conto non ne ha di suoi, anche se non è registrato", () => {
    expect(findBollettino(buildPendenza({ voci: [voce(su(IBAN_POSTALE))] }), creditore([], AUT))).toMatchObject({
      intestatario: "Comune di Prova",
      autorizzazione: AUT,
    });
  });

  it("crede all'ente che registra come postale un conto con altro ABI", () => {
    const registrato = conto(IBAN_COMUNE, { postale: true, autStampaPosteItaliane: AUT });
    expect(findBollettino(buildPendenza({ voci: [voce(su(IBAN_COMUNE))] }), creditore([registrato]))?.contoPostale).toBe("000000123456");
  });

  it.each<[string, Partial<Parameters<typeof buildPendenza>[0]>, Creditore]>([
    ["senza autorizzazione di Poste", { voci: [voce(su(IBAN_POSTALE))] }, creditore([conto(IBAN_POSTALE, { postale: true })])],
    ["con autorizzazione vuota", { voci: [voce(su(IBAN_POSTALE))] }, creditore([], " ")],
    ["su un conto di banca", { voci: [voce(su(IBAN_COMUNE))] }, creditore([POSTALE], AUT)],
    ["di un'entrata senza conto postale", { voci: [voce({ variante: "entrata", codEntrata: "MENSA" })] }, creditore([POSTALE])],
    ["di un'entrata ignota", { voci: [voce({ variante: "entrata", codEntrata: "X" })] }, creditore([POSTALE])],
    ["postale solo in parte", { voci: [voce(su(IBAN_POSTALE)), voce(su(IBAN_COMUNE), { indice: 2 })] }, creditore([POSTALE])],
    ["anche a favore di un altro ente", { voci: [voce(su(IBAN_POSTALE), { idDominio: UNIONE })] }, creditore([POSTALE])],
    [
      "con un bollo",
      { voci: [voce({ variante: "bollo", tipoBollo: "01", hashDocumento: "A", provinciaResidenza: "TO" })] },
      creditore([POSTALE]),
    ],
    ["oltre le dieci cifre di centesimi", { importo: 10_000_000_000n, voci: [voce(su(IBAN_POSTALE))] }, creditore([POSTALE])],
  ])("non c'è per quella %s", (_nome, altro, di) => {
    expect(findBollettino(buildPendenza(altro), di)).toBeUndefined();
  });
});
