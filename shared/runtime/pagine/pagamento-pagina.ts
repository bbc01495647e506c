/** The handler of who pays on a payment page. */
import type { payPagina } from "../../contracts/cittadino/pagine.ts";
import { definiti } from "../../domain/definiti.ts";
import { toCentesimi } from "../../presenters/comuni/pagina-pagamento.ts";
import { presentSpontanea } from "../../presenters/pagamento/spontanea.ts";
import { rememberSessione, withSessione } from "../accessi/sessione-anonima.ts";
import { type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { checkCaptcha } from "../wiring/captcha.ts";
import { pay } from "../wiring/pagine.ts";
import { openPrecompilato } from "../wiring/pagine-lettura.ts";

type Operazione = typeof payPagina;

export const payPaginaPubblica = async ({
  params: { id },
  query,
  body: { pagatore, importo, campi, consensoInformativa: consenso, precompilato },
  chiamante: chi,
  cookies,
  indirizzo,
  traccia,
}: Richiesta<Operazione>): Promise<Risposta<Operazione>> => {
  const precompilati = openPrecompilato(id, precompilato);
  if (precompilati === null) return refuse({ codice: "NON_TROVATO", dettaglio: "collegamento scaduto o non valido" });
  const chiamante = withSessione(chi, cookies);
  const prova = await checkCaptcha({ chiamante, risposta: query.gRecaptchaResponse, indirizzo });
  if (!prova.ok) return refuse(prova.errore);
  const dati = { ...definiti({ ...pagatore, consenso }), campi, ...(importo !== undefined && { importo: toCentesimi(importo) }) };
  const esito = await pay({ id, dati, ...(precompilati && { precompilati }), chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, redirect } = esito.valore;
  const { idDominio, iuv } = pendenza;
  return reply(
    201,
    { ...presentSpontanea(pendenza), ...(redirect !== undefined && { redirect }) },
    rememberSessione(chiamante, { posizioni: [{ idDominio, iuv }] }),
  );
};
