/** A payment page for who administers it: as data, or as the poster that leads to it. */
import type { getPaginaPagamento } from "../../contracts/backoffice/pagine-pagamento.ts";
import { idPubblicoDi, type PaginaPagamento, testoIn } from "../../domain/pagine/pagina-pagamento.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import { presentPaginaPagamento } from "../../presenters/comuni/pagina-pagamento.ts";
import { presentEtag } from "../../presenters/comuni/versione.ts";
import { getVoce } from "../../usecases/anagrafiche/anagrafica.ts";
import { hasDominio } from "../../usecases/anagrafiche/domini.ts";
import { paginePagamento } from "../../usecases/pagine/pagine.ts";
import { enteDi } from "../../usecases/pendenze/describe-avvisi.ts";
import { file, type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { anagrafiche, clock } from "../wiring/base.ts";
import { urlPagina } from "../wiring/pagine-lettura.ts";
import { letturaRegistroIntero } from "../wiring/registro-intero.ts";
import { stampaLocandina } from "../wiring/stampa-locandina.ts";

type Operazione = typeof getPaginaPagamento;

const get = getVoce(paginePagamento)(letturaRegistroIntero);

const importoInParole = ({ importo }: PaginaPagamento): string =>
  importo.tipo === "FISSO"
    ? `${formatImportoItaliano(importo.importo)} euro`
    : `Da ${formatImportoItaliano(importo.minimo)} a ${formatImportoItaliano(importo.massimo)} euro`;

export const findPaginaOperatore = async (
  { idDominio, idPagina }: { readonly idDominio: string; readonly idPagina: string },
  chiamante: Richiesta<Operazione>["chiamante"],
) =>
  (await hasDominio(letturaRegistroIntero, idDominio, chiamante))
    ? get({ id: idPagina, ambito: idDominio }, chiamante)
    : ({ ok: false, errore: { codice: "NON_TROVATO", dettaglio: idPagina } } as const);

export const showPagina = async ({ params, chiamante, accept }: Richiesta<Operazione>): Promise<Risposta<Operazione>> => {
  const trovata = await findPaginaOperatore(params, chiamante);
  if (!trovata.ok) return refuse(trovata.errore);
  const pagina = trovata.valore;
  const adesso = clock.now();
  if (accept !== "application/pdf") return reply(200, presentPaginaPagamento(giornoDi(adesso), urlPagina)(pagina), presentEtag(pagina));
  const creditore = await anagrafiche.getCreditore(pagina.idDominio);
  if (!creditore) return refuse({ codice: "NON_TROVATO", dettaglio: `dominio ${pagina.idDominio}` });
  const pdf = await stampaLocandina.render({
    ...{ ente: enteDi(pagina, creditore), titolo: testoIn(pagina.titolo), importo: importoInParole(pagina) },
    ...(pagina.descrizione && { descrizione: testoIn(pagina.descrizione) }),
    ...{ indirizzo: urlPagina(idPubblicoDi(pagina)), stampataAlle: adesso },
  });
  return reply(200, file("application/pdf", pdf, `locandina-${pagina.idPagina}.pdf`));
};
