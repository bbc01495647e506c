import { describe, expect, it } from "vitest";
import { parseParametri } from "./parametri.ts";

describe("i parametri dell'installazione", () => {
  it("bastano da soli per la macchina locale", () => {
    expect(parseParametri({})).toMatchObject({ stage: "locale", giorniLog: 90, mesiDocumenti: 24, livelloLog: "INFO" });
  });

  it("arrivano dalla riga di comando come testo", () => {
    expect(parseParametri({ giorniLog: "30", proteggiDati: "false" })).toMatchObject({ giorniLog: 30, proteggiDati: false });
  });

  it.each([
    ["uno stage con caratteri che i nomi di AWS non accettano", { stage: "Collaudo_1" }, /stage: da 2 a 16 lettere minuscole e cifre/],
    ["un nome sbagliato", { dominoPubblico: "x.it" }, /dominoPubblico/],
    ["un dominio senza certificato", { dominioPubblico: "pagamenti.comune.it" }, /certificatoPubblico: obbligatorio con dominioPubblico/],
    [
      "il dominio del Nodo senza trust store",
      { dominioNodo: "n.it", certificatoNodo: "arn:aws:acm:eu-south-1:1:certificate/x" },
      /trustStoreNodo/,
    ],
    ["una conservazione più breve di quella dovuta", { mesiDocumenti: 12 }, /mesiDocumenti/],
    ["un'attesa dell'ente che non lascia rispondere al Nodo", { attesaEnte: 7_000 }, /attesaEnte/],
    ["giorni di log che CloudWatch non accetta", { giorniLog: 45 }, /giorniLog: uno fra/],
    ["un modo di autenticazione che non esiste", { autenticazione: "basic,spid" }, /autenticazione: deve essere un elenco/],
  ])("rifiutano %s", (_, dati, messaggio) => {
    expect(() => parseParametri(dati)).toThrow(messaggio);
  });
});
