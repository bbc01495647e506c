import { describe, expect, it } from "vitest";
import * as registro from "../shared/contracts/index.ts";
import { registroDiProva } from "./fixture/registro.ts";
import { REPOSITORY, synth } from "./fixture/synth.ts";
import { findDifetti, funzioniOf, type Registro } from "./registro.ts";

/** Milliseconds: six seconds of processor, on a machine that may be busy with all the other tests. */
const PAZIENZA = 300_000;
const LIMITE_RISORSE = 400;
const LIMITE_INTEGRAZIONI = 300;

const [prima, ...altre] = registroDiProva.operazioni.pendenze;
if (!prima) throw new Error("il registro di prova è vuoto");
const conOperazione = (modifica: Partial<typeof prima>): Registro => ({
  ...registroDiProva,
  operazioni: { ...registroDiProva.operazioni, pendenze: [{ ...prima, ...modifica }, ...altre] },
});

describe("un registro difettoso", () => {
  it.each([
    ["un'operazione senza il suo file", { id: "senzaFile" }, /pendenze\.senzaFile: manca il file functions\/pendenze\/senzaFile\.ts/],
    ["un'operazione dichiarata due volte", { id: "addProva" }, /pendenze\.addProva: dichiarata due volte/],
    ["un nome che Lambda non accetta", { id: "x".repeat(60) }, /oltre i 64 caratteri/],
    ["un'operazione più lenta di API Gateway", { limiti: { timeoutSeconds: 60 } }, /timeout 60 s oltre i 29 s/],
  ])("ferma la sintesi: %s", async (_, modifica, messaggio) => {
    await expect(synth({ registro: conOperazione(modifica) })).rejects.toThrow(messaggio);
  });

  it("lascia fuori le operazioni senza file solo quando lo si chiede", async () => {
    const { modelli } = await synth({ registro: conOperazione({ id: "senzaFile" }), parziale: true });
    const modello = JSON.stringify(modelli.get("api-pendenze"));
    expect(modello).toContain("locale-pendenze-addProva");
    expect(modello).not.toContain("senzaFile");
  });
});

describe("il registro del prodotto", () => {
  it("non ha difetti e ogni voce ha il suo file", () => {
    const { errori, mancanti } = findDifetti(funzioniOf(registro), REPOSITORY, "produzione12345");
    expect({ errori, mancanti: mancanti.map(({ entry }) => entry) }).toEqual({ errori: [], mancanti: [] });
  });

  it(
    "si sintetizza senza rilievi, sotto i limiti di CloudFormation e di API Gateway",
    async () => {
      const { modelli } = await synth({ registro, radice: REPOSITORY, controlli: true, parametri: { stage: "collaudo" } });
      for (const [nome, { Resources, Outputs }] of modelli) {
        expect(Object.keys(Resources).length, `risorse dello stack ${nome}`).toBeLessThanOrEqual(LIMITE_RISORSE);
        expect(Object.keys(Outputs ?? {}).length, `uscite dello stack ${nome}`).toBeLessThanOrEqual(200);
        const funzioni = Object.values(Resources).filter(({ Type }) => Type === "AWS::Lambda::Function");
        expect(funzioni.length, `integrazioni dello stack ${nome}`).toBeLessThanOrEqual(LIMITE_INTEGRAZIONI);
      }
    },
    PAZIENZA,
  );
});
