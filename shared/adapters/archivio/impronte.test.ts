import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { FiltriPendenze } from "../../ports/posizioni.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { createClockFermo, createIdsInSequenza } from "../memory/tempo.ts";
import { createImpronte } from "./impronte.ts";
import { mappaPendenza } from "./mappe-posizione.ts";
import { ArchivioPosizioni } from "./posizioni.ts";
import { ArchivioUnitOfWork } from "./unit-of-work.ts";

const CF = "RSSMRA85T10A562S";
const VECCHIA = { "1": "chiave-vecchia-di-prova" };
const NUOVA = { ...VECCHIA, "2": "chiave-nuova-di-prova" };

describe("l'impronta di un codice fiscale", () => {
  it("è la stessa in maiuscole e minuscole, cambia con la chiave e non contiene il codice", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 16 }), fc.string({ minLength: 16, maxLength: 32 }), (cf, chiave) => {
        const { write } = createImpronte({ "1": chiave });
        expect(write(cf)).toBe(write(cf.toLowerCase()));
        expect(write(cf)).not.toBe(createImpronte({ "1": `${chiave}x` }).write(cf));
        expect(write(cf)).toMatch(/^k1\.[\w-]{24}$/);
      }),
      { numRuns: 50 },
    );
  });

  it("scrive con la chiave più recente e legge con tutte", () => {
    const { read, write } = createImpronte({ "9": "nove-nove-nove-nove", "10": "dieci-dieci-dieci" });
    expect(read(CF).map((impronta) => impronta.split(".")[0])).toEqual(["k10", "k9"]);
    expect(write(CF)).toBe(read(CF)[0]);
  });
});

describe("negli indici", () => {
  const filtri: FiltriPendenze = {
    ...{ idDebitore: CF.toLowerCase(), mostraSpontaneiNonPagati: false, ordine: "asc", oggi: "2026-11-25" },
    ...{ domini: "*", tipiPendenza: "*" },
  };
  const pagina = { limite: 10, salta: 0, totale: false };

  it("nessuna chiave contiene il codice fiscale, e l'elenco del debitore costa una interrogazione", async () => {
    let richieste = 0;
    const deposito = new DepositoInMemoria(() => {
      richieste += 1;
    });
    const impronte = createImpronte(VECCHIA);
    const uow = new ArchivioUnitOfWork(deposito, { pendenza: mappaPendenza }, createClockFermo(ADESSO), createIdsInSequenza(), {
      ...{ conservazioneEventiGiorni: 760, impronte },
    });
    await uow.commit([{ azione: "crea", entita: "pendenza", valore: buildPendenza() }]);
    const chiavi = ["pk", "sk", "elenco", "elencoApplicazione", "elencoDebitore", "elencoInstallazione", "elencoConto", "ordine"];
    for (const elemento of deposito.all("archivio")) for (const chiave of chiavi) expect(String(elemento[chiave])).not.toContain(CF);
    richieste = 0;
    expect((await new ArchivioPosizioni(deposito, impronte).findPendenze(filtri, pagina)).elementi).toHaveLength(1);
    expect(richieste).toBe(1);
  });

  it("mentre la chiave cambia si trova ciò che è scritto con l'una e con l'altra", async () => {
    const deposito = new DepositoInMemoria(() => {});
    for (const [i, chiavi] of [VECCHIA, NUOVA].entries()) {
      const uow = new ArchivioUnitOfWork(deposito, { pendenza: mappaPendenza }, createClockFermo(ADESSO), createIdsInSequenza(), {
        ...{ conservazioneEventiGiorni: 760, impronte: createImpronte(chiavi) },
      });
      const iuv = `0100000000000013${i}`;
      await uow.commit([
        {
          azione: "crea",
          entita: "pendenza",
          valore: buildPendenza({ iuv, numeroAvviso: `3${iuv}`, idPendenza: `P${i}`, idDominio: COMUNE }),
        },
      ]);
    }
    const trovate = async (chiavi: Readonly<Record<string, string>>) =>
      (await new ArchivioPosizioni(deposito, createImpronte(chiavi)).findPendenze(filtri, pagina)).elementi.map((p) => p.idPendenza);
    expect(await trovate(NUOVA)).toEqual(["P0", "P1"]);
    expect(await trovate({ "2": NUOVA["2"] })).toEqual(["P1"]);
  });
});
