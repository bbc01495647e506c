/** A page of the feed. */
import type { PaginaAnnunci } from "../../domain/annunci/annuncio.ts";
import { presentAnnuncio } from "../comuni/annuncio.ts";
import { encodeCursore } from "../riconciliazione/variazione.ts";

export const presentPaginaAnnunci = ({ idDominio, annunci, posto, altre }: PaginaAnnunci) => ({
  eventi: annunci.map(({ annuncio, ordine }) => presentAnnuncio(annuncio, ordine)),
  cursore: encodeCursore(idDominio, posto),
  altri: altre,
});
