/** PUT of an account: a right IBAN, and a postal one if it has to print the bollettino. */
import type { ContoAccredito } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { parseIban } from "../../domain/valori/iban.ts";
import { hasDominio } from "./domini.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses a wrong IBAN or a postal account elsewhere than at BancoPosta (400) and an unknown creditor (404). */
export const saveContoAccredito =
  (porte: PorteScrittura) =>
  async (richiesto: ContoAccredito, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<"NON_TROVATO" | "SINTASSI">> => {
    const { idDominio } = richiesto;
    const letto = parseIban(richiesto.iban, "ibanAccredito");
    if (!letto.ok) return rifiuto("SINTASSI", letto.errore);
    const { iban, postale } = letto.valore;
    if (richiesto.postale && !postale) return rifiuto("SINTASSI", `postale: ${iban} non è un conto BancoPosta (ABI 07601)`);
    return saveVoce(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      const esistente = await porte.registro.get("conto", iban, idDominio);
      return ok({
        modifiche: [{ entita: "conto", ...writeOver(esistente, { ...richiesto, iban }) }],
        voce: `conto ${iban} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
