import { beforeAll, expect, it } from "vitest";
import { IBAN_POSTALE, IBAN_UNIONE, STAZIONE } from "../../sostegno/anagrafica.ts";
import { IBAN_COMUNE, LIMITATO, rilievo, storeControllo, UNIONE } from "./cambio-di-banca.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

beforeAll(async () => {
  await storeControllo(prova, { rilievi: [rilievo("CONTO_IN_SCADENZA", "ALLARME")], pendenze: { numero: 12, almeno: false } });
  await storeControllo(prova, { riferimento: IBAN_POSTALE, rilievi: [rilievo("CONTO_DISABILITATO_QUI", "AVVISO")] });
  await storeControllo(prova, { oggetto: "STAZIONE", riferimento: STAZIONE });
  await storeControllo(prova, {
    idDominio: UNIONE,
    riferimento: IBAN_UNIONE,
    rilievi: [rilievo("CONTO_SCONOSCIUTO", "ALLARME")],
    suPagoPa: false,
  });
});

describeElenco(
  prova,
  "findControlli",
  { chiave: "riferimento" },
  [
    ["the most serious first", {}, [IBAN_COMUNE, IBAN_UNIONE, IBAN_POSTALE, STAZIONE]],
    ["by gravity", { query: { gravita: "AVVISO" } }, [IBAN_POSTALE]],
    ["by code", { query: { codice: "CONTO_SCONOSCIUTO" } }, [IBAN_UNIONE]],
    ["by creditor and kind", { query: { idDominio: "01234567897", oggetto: "STAZIONE" } }, [STAZIONE]],
    ["only what the operator may see", { as: LIMITATO, query: { gravita: "ALLARME" } }, [IBAN_COMUNE]],
  ],
  [["an unknown gravity", { query: { gravita: "GRAVE" } }, 400, /^100001 gravita/]],
);

it("tells the findings and how many debts still point to the account", async () => {
  const { body } = await prova.invoke("findControlli", { query: { codice: "CONTO_IN_SCADENZA" } });
  expect(body["risultati"]).toMatchObject([
    { gravita: "ALLARME", suPagoPA: true, pendenzeDaPagare: 12, rilievi: [{ codice: "CONTO_IN_SCADENZA", gravita: "ALLARME" }] },
  ]);
});
