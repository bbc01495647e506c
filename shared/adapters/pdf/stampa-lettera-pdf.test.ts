import { describe, expect, it } from "vitest";
import type { LetteraDaStampare } from "../../ports/stampa-lettera.ts";
import { type Elemento, leggiBrani, leggiPdf } from "./prove/lettore-pdf.ts";
import { findFuoriPosto } from "./prove/posti.ts";
import { createStampaLetteraPdf } from "./stampa-lettera-pdf.ts";

const lettera = (altro: Partial<LetteraDaStampare> = {}): LetteraDaStampare => ({
  ente: {
    idDominio: "01234567897",
    ragioneSociale: "Comune di Prova",
    unita: "Ufficio Tributi",
    info: "055 000000",
    web: "www.prova.example",
  },
  destinatario: ["Mario Rossi", "Via Roma, 1", "10100 Torino (TO)"],
  oggetto: "Pagamento di 100,50 euro del 25/11/2026",
  paragrafi: ["Risulta che l'avviso indicato qui sotto era già stato pagato.", "L'ufficio sta verificando la sua posizione."],
  righe: [
    ["Avviso numero", "301000000000000133"],
    ["Importo pagato", "100,50 euro"],
  ],
  stampataAlle: "2026-11-25T23:30:00.000Z",
  id: "01000000000000133.R.seconda",
  ...altro,
});
const stampa = createStampaLetteraPdf({ compress: false });
const leggi = async (altro: Partial<LetteraDaStampare> = {}) => leggiPdf(await stampa.render(lettera(altro)));
const countElementi = ({ tipo, figli }: Elemento, cercato: string): number =>
  figli.reduce<number>(
    (somma, figlio) => somma + (typeof figlio === "number" ? 0 : countElementi(figlio, cercato)),
    tipo === cercato ? 1 : 0,
  );

describe("la lettera a chi ha pagato", () => {
  it.each([
    ["chi scrive", "Comune di Prova"],
    ["i suoi contatti", "055 000000 · www.prova.example"],
    ["a chi", "Mario Rossi"],
    ["dove", "10100 Torino (TO)"],
    ["il giorno italiano", "26/11/2026"],
    ["di che cosa", "Oggetto: Pagamento di 100,50 euro del 25/11/2026"],
    ["che cosa è successo", "era già stato pagato"],
  ])("dice %s", async (_che, testo) => {
    expect(leggiBrani(await leggi()).join(" | ")).toContain(testo);
  });

  it("ha una tabella che si può ascoltare riga per riga", async () => {
    const { albero, testi } = await leggi();
    expect(testi.map(({ testo }) => testo).join(" ")).toContain("301000000000000133");
    expect(["H1", "Table", "TR", "TH", "TD"].map((tipo) => countElementi(albero, tipo))).toEqual([1, 1, 2, 2, 2]);
  });

  it("con i testi più lunghi sta nel foglio, e niente copre niente", async () => {
    const lunga = await leggi({
      ente: { idDominio: "01234567897", ragioneSociale: "Unione dei Comuni ".repeat(6).trim(), unita: "Ufficio ".repeat(8).trim() },
      destinatario: ["Anagrafica ".repeat(6).trim(), "Via molto lunga ".repeat(5).trim(), "10100 Torino (TO)"],
      paragrafi: ["Parole che spiegano. ".repeat(24).trim(), "Parole che decidono. ".repeat(16).trim()],
      righe: Array.from({ length: 8 }, (_, n) => [`Voce ${n}`, "valore ".repeat(20).trim()] as const),
    });
    expect(findFuoriPosto(lunga)).toEqual([]);
  });

  it("la stessa lettera ha gli stessi byte", async () => {
    expect(Buffer.compare(Buffer.from(await stampa.render(lettera())), Buffer.from(await stampa.render(lettera())))).toBe(0);
  });
});
