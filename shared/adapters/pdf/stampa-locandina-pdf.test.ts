import { describe, expect, it } from "vitest";
import type { LocandinaDaStampare } from "../../ports/stampa-locandina.ts";
import { type Elemento, leggiBrani, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto } from "./prove/posti.ts";
import { createStampaLocandinaPdf } from "./stampa-locandina-pdf.ts";

const INDIRIZZO = "https://pagamenti.borgofiorino.example/cittadino/v1/pagine/01234567897.lampade-votive";
const locandina = (altro: Partial<LocandinaDaStampare> = {}): LocandinaDaStampare => ({
  ente: { idDominio: "01234567897", ragioneSociale: "Comune di Borgofiorino", unita: "Ufficio Tributi" },
  titolo: "Lampade votive",
  descrizione: "Canone annuo delle lampade votive del cimitero comunale.",
  importo: "Da 10,00 a 200,00 euro",
  indirizzo: INDIRIZZO,
  stampataAlle: "2026-11-25T23:30:00.000Z",
  ...altro,
});
const stampa = createStampaLocandinaPdf({ compress: false });
const leggi = async (altro: Partial<LocandinaDaStampare> = {}) => leggiPdf(await stampa.render(locandina(altro)));
const countElementi = ({ tipo, figli }: Elemento, cercato: string): number =>
  figli.reduce<number>(
    (somma, figlio) => somma + (typeof figlio === "number" ? 0 : countElementi(figlio, cercato)),
    tipo === cercato ? 1 : 0,
  );

describe("the poster of a payment page", () => {
  it.each([
    ["who is paid", "Comune di Borgofiorino"],
    ["for what", "Lampade votive"],
    ["how much", "Da 10,00 a 200,00 euro"],
    ["where, for who has no camera", INDIRIZZO],
  ])("says %s, in text that can be selected", async (_che, testo) => {
    expect(
      leggiBrani(await leggi())
        .join(" ")
        .replaceAll(/\s+/g, " "),
    ).toContain(testo);
  });

  it("is tagged: a heading, and the code as a figure", async () => {
    const { albero } = await leggi();
    expect(["H1", "Figure"].map((tipo) => countElementi(albero, tipo))).toEqual([1, 1]);
  });

  it("is the same bytes for the same poster", async () => {
    expect(Buffer.from(await stampa.render(locandina())).equals(Buffer.from(await stampa.render(locandina())))).toBe(true);
  });

  it("keeps the longest texts on the sheet, and nothing covers anything", async () => {
    const lunga = await leggi({
      ente: { idDominio: "01234567897", ragioneSociale: "Unione dei Comuni ".repeat(6).trim(), unita: "Ufficio ".repeat(8).trim() },
      titolo: "Diritti di segreteria per il rilascio ".repeat(5).trim(),
      descrizione: "Parole che spiegano a lungo. ".repeat(30).trim(),
      indirizzo: `https://${"pagamenti.".repeat(8)}example/cittadino/v1/pagine/01234567897.${"a".repeat(60)}`,
    });
    expect(findFuoriPosto(lunga)).toEqual([]);
  });
});
