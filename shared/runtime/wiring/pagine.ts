/** Payment pages for who pays: the page, its places, the debt and the cart. */

import { mappaPrenotazionePagina, mappaQuotaPagina } from "../../adapters/archivio/mappe-pagina.ts";
import { mappaPagamento, mappaPendenza, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioPostiPagina } from "../../adapters/archivio/posti-pagina.ts";
import { createStartPagamento } from "../../usecases/pagamenti/start-pagamento.ts";
import { payPagina } from "../../usecases/pagine/pay-pagina.ts";
import { logger } from "../osservabilita.ts";
import { deposito, wireUnitOfWork } from "./base.ts";
import { wireStartPagamento } from "./pagamenti.ts";
import { registro } from "./pagine-lettura.ts";
import { porteScrittura } from "./pendenze.ts";

const start = createStartPagamento(wireStartPagamento());

export const pay = payPagina({
  ...porteScrittura,
  registro,
  posti: new ArchivioPostiPagina(deposito),
  unitOfWork: wireUnitOfWork({
    pendenza: mappaPendenza,
    pagamento: mappaPagamento,
    tentativo: mappaTentativo,
    quotaPagina: mappaQuotaPagina,
    prenotazionePagina: mappaPrenotazionePagina,
  }),
  start: async ({ idA2A, idPendenza }, urlRitorno, chiamante, traccia) => {
    const esito = await start({ pendenze: [{ idA2A, idPendenza }], urlRitorno }, chiamante, traccia);
    if (esito.ok) return esito.valore.redirect;
    logger.warn("pagina di pagamento: carrello non aperto", { codice: esito.errore.codice });
    return undefined;
  },
});
