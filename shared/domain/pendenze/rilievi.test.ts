import { describe, expect, it } from "vitest";
import { nuova, voce } from "../../../tests/sostegno/pendenze.ts";
import type { NuovaPendenza } from "./nuova-pendenza.ts";
import { findRilievi, mergeSegnalazioni, type Rilievo } from "./rilievi.ts";

const IUV = "01000000000000133";
/** What is left of 140 characters after /RFB/, an IUV of 17, /100.50, and /TXT/. */
const SPAZIO = 140 - "/RFB/01000000000000133/100.50/TXT/".length;

describe("what is worth telling of a debt about to be stored", () => {
  const casi: readonly (readonly [string, Partial<NuovaPendenza>, readonly (readonly [string, string])[]])[] = [
    ["nothing, of a plain one", {}, []],
    [
      "accents in the causale, with a proposal",
      { causale: "Università 2026" },
      [["TESTO_CARATTERI", 'causale: si propone "Universita 2026"']],
    ],
    [
      "a causale that grows over 140 once transliterated",
      { causale: `${"a".repeat(138)} €` },
      [
        ["TESTO_CARATTERI", "causale: si propone"],
        ["TESTO_LUNGHEZZA", "causale: 142 caratteri una volta traslitterato, ne passano 140"],
      ],
    ],
    ["a causale that is only a reference", { causale: "PRAT-2026-00123" }, [["CAUSALE_RIFERIMENTO", "causale:"]]],
    [
      "signs in the description of an item, by its place",
      { voci: [voce(), voce({ idVocePendenza: "2", descrizione: "Sanzioni & more" })] },
      [["TESTO_CARATTERI", 'voci.1.descrizione: si propone "Sanzioni + more"']],
    ],
    ["a causale of the item as long as its room", { voci: [voce({ descrizioneCausaleRPT: "a".repeat(SPAZIO) })] }, []],
    [
      "one character more",
      { voci: [voce({ descrizioneCausaleRPT: "a".repeat(SPAZIO + 1) })] },
      [["TESTO_LUNGHEZZA", `voci.0.descrizioneCausaleRPT: ${SPAZIO + 1} caratteri`]],
    ],
    ["dates up to the due one", { dataScadenza: "2026-12-31", dataValidita: "2026-12-31", dataNotificaAvviso: "2026-12-30" }, []],
    [
      "dates after the due one",
      {
        ...{
          dataScadenza: "2026-12-31",
          dataValidita: "2027-01-01",
          dataNotificaAvviso: "2027-01-02",
          dataPromemoriaScadenza: "2027-01-03",
        },
        proprieta: { dataScandenzaAvviso: "2027-01-04" },
      },
      [
        ["DATE_INCOERENTI", "dataValidita: 01/01/2027 segue dataScadenza, 31/12/2026"],
        ["DATE_INCOERENTI", "dataNotificaAvviso"],
        ["DATE_INCOERENTI", "dataPromemoriaScadenza"],
        ["DATE_INCOERENTI", "proprieta.dataScandenzaAvviso"],
      ],
    ],
    ["nothing of dates without a due one", { dataValidita: "2027-01-01" }, []],
  ];

  it.each(casi)("%s", (_caso, altro, attesi) => {
    const rilievi = findRilievi(nuova(altro), IUV);
    expect(rilievi.map(({ codice }) => codice)).toEqual(attesi.map(([codice]) => codice));
    rilievi.forEach(({ dettaglio }, i) => {
      expect(dettaglio).toContain(attesi[i]?.[1]);
    });
  });
});

describe("remarks of a debt loaded again", () => {
  const rilievo = (dettaglio: string): Rilievo => ({ codice: "TESTO_CARATTERI", descrizione: "d", dettaglio });
  const gia = { data: "2026-01-01T00:00:00.000Z", ...rilievo("causale: x") };
  const altrui = { data: "2026-01-01T00:00:00.000Z", codice: "CIFRE_DI_CONTROLLO", descrizione: "d", dettaglio: "x" };
  const ADESSO = "2026-02-02T00:00:00.000Z";

  it.each([
    ["keep their date when they are the same", [gia], [rilievo("causale: x")], [gia]],
    ["are new when they say something else", [gia], [rilievo("causale: y")], [{ ...gia, data: ADESSO, dettaglio: "causale: y" }]],
    ["go away when they are no longer true", [gia], [], []],
    ["leave alone those of others", [altrui, gia], [], [altrui]],
  ])("%s", (_caso, presenti, rilievi, attese) => {
    expect(mergeSegnalazioni(presenti, rilievi, ADESSO)).toEqual(attese);
  });
});
