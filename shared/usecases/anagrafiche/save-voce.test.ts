import { describe, expect, it } from "vitest";
import type { Entrata } from "../../domain/anagrafiche/creditore.ts";
import { createRegistro } from "./prove/registro.ts";
import { saveEntrata } from "./save-entrata.ts";

const TARI: Entrata = { versione: 0, idEntrata: "TARI", descrizione: "Rifiuti", tipoContabilita: "ALTRO", codiceContabilita: "0101101TS" };

describe("saveVoce", () => {
  it("writes entry and journal in one transaction, after one read", async () => {
    const richieste: string[] = [];
    const { deposito, porte, scrivente } = createRegistro(({ operazione, quante }) => richieste.push(`${operazione} ${quante}`));
    expect(await saveEntrata(porte)(TARI, scrivente)).toEqual({ ok: true, valore: 201 });
    expect(richieste).toEqual(["get 1", "commit 2"]);
    expect(deposito.all("eventi")).toHaveLength(1);
  });

  it("decides again when somebody wrote in between: both writes stay, the second as a replacement", async () => {
    const { deposito, registro, porte, scrivente } = createRegistro();
    let interferito = false;
    const conRivale = {
      ...porte,
      unitOfWork: {
        ...porte.unitOfWork,
        commit: async (...argomenti: Parameters<typeof porte.unitOfWork.commit>) => {
          if (!interferito) {
            interferito = true;
            await saveEntrata(porte)({ ...TARI, descrizione: "del rivale" }, scrivente);
          }
          return porte.unitOfWork.commit(...argomenti);
        },
      },
    };
    expect(await saveEntrata(conRivale)(TARI, scrivente)).toEqual({ ok: true, valore: 200 });
    expect(await registro.get("entrata", "TARI")).toMatchObject({ descrizione: "Rifiuti", versione: 2 });
    expect(deposito.all("eventi")).toHaveLength(2);
  });

  it("gives up with CONFLITTO when it never gets through, leaving nothing", async () => {
    const { deposito, porte, scrivente } = createRegistro();
    const perdente = {
      ...porte,
      unitOfWork: { ...porte.unitOfWork, commit: async () => ({ ok: false, errore: { modifiche: [] } }) as const },
    };
    expect(await saveEntrata(perdente)(TARI, scrivente)).toEqual({ ok: false, errore: { codice: "CONFLITTO" } });
    expect([...deposito.all("anagrafiche"), ...deposito.all("eventi")]).toEqual([]);
  });

  it("leaves neither entry nor journal when the store falls before the transaction", async () => {
    const { deposito, porte, scrivente } = createRegistro(({ operazione }) => {
      if (operazione === "commit") throw new Error("caduta");
    });
    await expect(saveEntrata(porte)(TARI, scrivente)).rejects.toThrow("caduta");
    expect([...deposito.all("anagrafiche"), ...deposito.all("eventi")]).toEqual([]);
  });
});
