/** The copies in pagoPA's archives and the nightly comparisons, of the debts and creditors that the caller may see. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import type { VerificaGpd } from "../../domain/gpd/verifica.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Allineamenti, FiltriAllineamenti } from "../../ports/allineamenti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import { ambitoDomini, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

type Filtri = Pick<FiltriAllineamenti, "stato" | "archivio" | "iuv" | "da" | "a" | "ordine"> & { readonly idDominio?: string };
type Elenco<T> = Esito<{ readonly pagina: Pagina<T>; readonly nomi: NomiDomini }, Rifiuto<"PARAMETRO_NON_VALIDO">>;

const withNomi = async <T extends { readonly idDominio: string }>(porte: PorteAmbito, pagina: Pagina<T>): Promise<Elenco<T>> =>
  ok({
    pagina,
    nomi: await findNomi(
      porte,
      pagina.elementi.map(({ idDominio }) => idDominio),
    ),
  });

export const findAllineamenti =
  (porte: PorteAmbito & { readonly allineamenti: Pick<Allineamenti, "find"> }) =>
  async ({ idDominio, ...filtri }: Filtri, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Elenco<Allineamento>> =>
    withNomi(porte, await porte.allineamenti.find({ ...filtri, ...ambitoDomini(chiamante, idDominio) }, richiesta));

export const findVerificheGpd =
  (porte: PorteAmbito & { readonly allineamenti: Pick<Allineamenti, "findVerifiche"> }) =>
  async (
    { idDominio, ...filtri }: Omit<Filtri, "stato" | "iuv">,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Elenco<VerificaGpd>> => {
    const { domini } = ambitoDomini(chiamante, idDominio);
    return withNomi(porte, await porte.allineamenti.findVerifiche({ ...filtri, domini }, richiesta));
  };

export const getAllineamento =
  (porte: Pick<PorteAmbito, "anagrafiche"> & { readonly allineamenti: Pick<Allineamenti, "get"> }) =>
  async (
    chiave: ChiavePosizione,
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly allineamento: Allineamento; readonly nomi: NomiDomini }, Rifiuto<"NON_TROVATO">>> => {
    const { pendenza, allineamento } = await porte.allineamenti.get(chiave);
    if (!pendenza || !allineamento || !seesPendenza(chiamante, pendenza))
      return rifiuto("NON_TROVATO", `allineamento dello IUV ${chiave.iuv}`);
    return ok({ allineamento, nomi: await findNomi(porte, [chiave.idDominio]) });
  };
