/** Replacements of the accounts of a creditor, and how far each has got. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Cambi } from "../../ports/cambi.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

interface Porte {
  readonly cambi: Pick<Cambi, "get" | "find">;
}

export const findCambi =
  ({ cambi }: Porte) =>
  async (idDominio: string, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Esito<Pagina<CambioIban>, Rifiuto<"NON_TROVATO">>> =>
    seesDominio(chiamante, idDominio) ? ok(await cambi.find(idDominio, pagina)) : rifiuto("NON_TROVATO", `dominio ${idDominio}`);

export const getCambio =
  ({ cambi }: { readonly cambi: Pick<Cambi, "get"> }) =>
  async (idDominio: string, id: string, chiamante: Chiamante): Promise<Esito<CambioIban, Rifiuto<"NON_TROVATO">>> => {
    const cambio = seesDominio(chiamante, idDominio) ? await cambi.get(id) : undefined;
    return cambio?.idDominio === idDominio ? ok(cambio) : rifiuto("NON_TROVATO", `cambio ${id} del dominio ${idDominio}`);
  };
