/** GET /domini. Only the filter `form` costs more than one query: it looks into the debt types of each creditor that is left. */
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { PorteLettura, Ricerca } from "./anagrafica.ts";
import { domini } from "./domini.ts";
import { pageElenco } from "./page-elenco.ts";
import { hasFormPropria, tipiPendenzaDominio } from "./tipi-pendenza-dominio.ts";

type Filtri = Parameters<(typeof domini)["matches"]>[1] & { readonly form?: boolean | undefined };

export const findDomini =
  ({ registro }: PorteLettura) =>
  async ({ filtri, richiesta, chiamante }: Ricerca<Filtri, "ragioneSociale" | "idDominio">): Promise<Pagina<Dominio>> => {
    const voci = await registro.list("dominio");
    const trovati = voci.filter((voce) => domini.sees(chiamante, voce) && domini.matches(voce, filtri, chiamante));
    const hasAlmenoUnaForm = async ({ idDominio }: Dominio): Promise<boolean> =>
      (await tipiPendenzaDominio.view(registro, await registro.list("tipoPendenzaDominio", idDominio))).some(hasFormPropria);
    const conForm = filtri.form === true ? await Promise.all(trovati.map(hasAlmenoUnaForm)) : trovati.map(() => true);
    return pageElenco(
      trovati.filter((_voce, i) => conForm[i] === true),
      richiesta,
      domini.ordinabili,
      domini.idDi,
    );
  };
