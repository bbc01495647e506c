/** PUT of a debt type of a creditor: associates a common one, with the values that the creditor changes. */
import type { TipoPendenzaDominio } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { hasDominio } from "./domini.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;

/** App IO's key is written and never read back: a replacement that leaves it out keeps the stored one. */
const keepChiaveAppIO = (nuovo: TipoPendenzaDominio, esistente: TipoPendenzaDominio | undefined): TipoPendenzaDominio => {
  const avvisatura = nuovo.configurazione?.["avvisaturaAppIO"];
  const registrata = esistente?.configurazione?.["avvisaturaAppIO"];
  if (!isOggetto(avvisatura) || avvisatura["apiKey"] != null || !isOggetto(registrata) || registrata["apiKey"] == null) return nuovo;
  return { ...nuovo, configurazione: { ...nuovo.configurazione, avvisaturaAppIO: { ...avvisatura, apiKey: registrata["apiKey"] } } };
};

/** Refuses an unknown creditor (404) and an unknown common type (422). */
export const saveTipoPendenzaDominio =
  (porte: PorteScrittura) =>
  async (nuovo: TipoPendenzaDominio, { chiamante, traccia }: Scrivente): Promise<EsitoScrittura<"NON_TROVATO" | "TVR_000">> => {
    const { idDominio, idTipoPendenza } = nuovo;
    const { registro } = porte;
    return saveVoce(porte, traccia, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (!(await registro.get("tipoPendenza", idTipoPendenza)))
        return rifiuto("TVR_000", `idTipoPendenza: ${idTipoPendenza} non è tra i tipi pendenza comuni`);
      const esistente = await registro.get("tipoPendenzaDominio", idTipoPendenza, idDominio);
      return ok({
        modifiche: [{ entita: "tipoPendenzaDominio", ...writeOver(esistente, keepChiaveAppIO(nuovo, esistente)) }],
        voce: `tipo pendenza ${idTipoPendenza} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
