import { expect, it } from "vitest";
import { COMUNE, STAZIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { createAttivazioni } from "./attivazione.ts";

it("what the activation of a creditor depends on takes two requests", async () => {
  const memoria = await createMemoria();
  const controllo = { versione: 0, idDominio: COMUNE, oggetto: "STAZIONE", riferimento: STAZIONE, data: memoria.clock.now() } as const;
  await memoria.store({ azione: "crea", entita: "controllo", valore: { ...controllo, rilievi: [], suPagoPa: true } });
  memoria.richieste.length = 0;
  const dati = await createAttivazioni(memoria.deposito).load(COMUNE);
  expect(memoria.richieste).toEqual(["query:anagrafiche", "getMany:anagrafiche"]);
  expect(dati).toMatchObject({
    creditore: { dominio: { idDominio: COMUNE } },
    stazione: { idStazione: STAZIONE },
    intermediario: { denominazione: "Intermediario di prova" },
    controlli: [{ oggetto: "STAZIONE", suPagoPa: true }],
    tipiComuni: ["BOLLOT", "LIBERO", "MENSA", "TARI"].map((idTipoPendenza) => ({ idTipoPendenza })),
  });
  expect(await createAttivazioni(memoria.deposito).load("00000000000")).toBeUndefined();
});
