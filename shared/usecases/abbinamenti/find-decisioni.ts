/** Lists of proposals and decisions of the creditors that the caller may see. */
import type { PropostaAperta, RegolaRegistrata } from "../../domain/abbinamenti/abbinamento.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Abbinamenti } from "../../ports/abbinamenti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

type FiltriProposte = Omit<Parameters<Abbinamenti["findProposte"]>[0], "domini"> & { readonly idDominio?: string };
type FiltriRegole = Omit<Parameters<Abbinamenti["findRegole"]>[0], "domini"> & { readonly idDominio?: string };

export const findProposte =
  (abbinamenti: Pick<Abbinamenti, "findProposte">) =>
  ({ idDominio, ...filtri }: FiltriProposte, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<PropostaAperta>> =>
    abbinamenti.findProposte({ ...filtri, domini: ambitoDomini(chiamante, idDominio).domini }, richiesta);

export const findRegole =
  (abbinamenti: Pick<Abbinamenti, "findRegole">) =>
  ({ idDominio, ...filtri }: FiltriRegole, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<RegolaRegistrata>> =>
    abbinamenti.findRegole({ ...filtri, domini: ambitoDomini(chiamante, idDominio).domini }, richiesta);
