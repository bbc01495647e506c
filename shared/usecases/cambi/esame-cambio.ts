/** What stands in the way of replacing an account, and what has to be known before: one rule for the preview, the request and the approval. */
import type { EsameCambio } from "../../domain/cambi/anteprima.ts";
import { gravitaDi } from "../../domain/controlli/controllo.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { contoPostaleDi } from "../../domain/valori/iban.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";

export interface ChiaveCambio {
  readonly idDominio: string;
  readonly ibanVecchio: string;
  readonly ibanNuovo: string;
}

const findImpedimenti = (
  { idDominio, ibanVecchio, ibanNuovo }: ChiaveCambio,
  { nuovo, controllo }: Pick<EsameCambio, "nuovo" | "controllo">,
) => {
  if (ibanNuovo === ibanVecchio) return ["ibanNuovo: è lo stesso conto"];
  if (!nuovo) return [`ibanNuovo: ${ibanNuovo} non è registrato per il dominio ${idDominio}`];
  if (!nuovo.abilitato) return [`ibanNuovo: ${ibanNuovo} è disabilitato`];
  if (!controllo || gravitaDi(controllo) !== "ALLARME") return [];
  return controllo.rilievi.map(({ descrizione }) => `ibanNuovo: ${descrizione}`);
};

const findAvvisi = ({ vecchio, controllo, entrate, nuovo }: Omit<EsameCambio, "impedimenti" | "avvisi">): readonly string[] => [
  ...(controllo
    ? []
    : ["Il nuovo conto non è stato ancora confrontato con pagoPA: i pagamenti sono rifiutati finché non è approvato (fino a 7 giorni)"]),
  ...(vecchio.postale ? ["Il vecchio conto è postale: i bollettini già stampati continuano a indicarlo"] : []),
  ...entrate
    .filter(({ ibanAppoggio }) => ibanAppoggio === vecchio.iban && nuovo !== undefined && contoPostaleDi(nuovo.iban) === undefined)
    .map(({ idEntrata }) => `L'entrata ${idEntrata} usa il vecchio conto come appoggio postale e il nuovo non lo è: resterà com'è`),
];

export const examineCambio =
  ({ registro }: { readonly registro: RegistroDiBase }) =>
  async (chiave: ChiaveCambio): Promise<Esito<EsameCambio, Rifiuto<"NON_TROVATO">>> => {
    const { idDominio, ibanVecchio, ibanNuovo } = chiave;
    const [dominio, vecchio, nuovo, controllo, tutte] = await Promise.all([
      registro.get("dominio", idDominio),
      registro.get("conto", ibanVecchio, idDominio),
      registro.get("conto", ibanNuovo, idDominio),
      registro.get("controllo", `CONTO#${ibanNuovo}`, idDominio),
      registro.list("entrataDominio", idDominio),
    ]);
    if (!dominio || !vecchio) return rifiuto("NON_TROVATO", `conto ${ibanVecchio} del dominio ${idDominio}`);
    const entrate = tutte.filter(({ ibanAccredito, ibanAppoggio }) => ibanAccredito === ibanVecchio || ibanAppoggio === ibanVecchio);
    const esame = { dominio, vecchio, nuovo, controllo, entrate };
    return ok({ ...esame, impedimenti: findImpedimenti(chiave, esame), avvisi: findAvvisi(esame) });
  };
