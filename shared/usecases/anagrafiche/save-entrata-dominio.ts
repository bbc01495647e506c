/** PUT of an income code of a creditor: it refines a common one and is credited on accounts of that creditor. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { EntrataDominio } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** The telematic stamp is credited to the Revenue Agency, not to an account of the creditor. */
const BOLLO = "BOLLOT";

const CONTI = ["ibanAccredito", "ibanAppoggio"] as const;

/** The first account named that the creditor does not have. */
const findContoIgnoto = async (registro: RegistroDiBase, entrata: EntrataDominio): Promise<string | undefined> => {
  for (const campo of CONTI) {
    const iban = entrata[campo];
    if (iban !== undefined && !(await registro.get("conto", iban, entrata.idDominio)))
      return `${campo}: ${iban} non è un conto del dominio ${entrata.idDominio}`;
  }
  return undefined;
};

/** Where the creditor wants two persons, an account in use is replaced by a request (POST …/contiAccredito/{iban}/cambi), not by a write. */
const findContoCambiato = (esistente: EntrataDominio | undefined, nuova: EntrataDominio): string | undefined => {
  const campo = CONTI.find((nome) => esistente?.[nome] !== undefined && esistente[nome] !== nuova[nome]);
  return (
    campo && `${campo}: il dominio chiede una seconda persona, il conto ${esistente?.[campo]} si sostituisce con una richiesta di cambio`
  );
};

const withIbanMaiuscoli = (entrata: EntrataDominio): EntrataDominio => ({
  ...entrata,
  ...(entrata.ibanAccredito !== undefined && { ibanAccredito: entrata.ibanAccredito.toUpperCase() }),
  ...(entrata.ibanAppoggio !== undefined && { ibanAppoggio: entrata.ibanAppoggio.toUpperCase() }),
});

/** Refuses a missing account (400), an unknown creditor (404), an unknown common income code or account (422). */
export const saveEntrataDominio =
  (porte: PorteScrittura) =>
  async (
    richiesta: EntrataDominio,
    { chiamante, ...scambio }: Scrivente,
  ): Promise<EsitoScrittura<"SINTASSI" | "NON_TROVATO" | "TRB_000" | "NON_PROCESSABILE">> => {
    const nuova = withIbanMaiuscoli(richiesta);
    const { idDominio, idEntrata } = nuova;
    if (nuova.ibanAccredito === undefined && idEntrata !== BOLLO)
      return rifiuto("SINTASSI", `ibanAccredito: obbligatorio, tranne che per ${BOLLO}`);
    const { registro } = porte;
    return saveVoce(porte, scambio, async () => {
      const dominio = seesDominio(chiamante, idDominio) ? await registro.get("dominio", idDominio) : undefined;
      if (!dominio) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (!(await registro.get("entrata", idEntrata))) return rifiuto("TRB_000", `idEntrata: ${idEntrata} non è tra le entrate comuni`);
      const contoIgnoto = await findContoIgnoto(registro, nuova);
      if (contoIgnoto !== undefined) return rifiuto("NON_PROCESSABILE", contoIgnoto);
      const esistente = await registro.get("entrataDominio", idEntrata, idDominio);
      const cambiato = dominio.cambioIbanConApprovazione === true && findContoCambiato(esistente, nuova);
      if (cambiato) return rifiuto("NON_PROCESSABILE", cambiato);
      return ok({
        modifiche: [{ entita: "entrataDominio", ...writeOver(esistente, nuova) }],
        voce: `entrata ${idEntrata} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
