/** The two representations of a receipt for portals, shared by the versions of the operation. */

import type { getRicevuta } from "../../contracts/pagamento/ricevute.ts";
import { giornoItaliano } from "../../domain/valori/date.ts";
import { type ApiRicevute, presentRicevutaPortale } from "../../presenters/pagamento/ricevute.ts";
import type { LinguaChiesta } from "../../usecases/pendenze/describe-avvisi.ts";
import { printAttestazione, printRicevuta } from "../../usecases/ricevute/print-ricevuta.ts";
import { getRicevutaPortale } from "../../usecases/ricevute/ricevute-portale.ts";
import { withSessione } from "../accessi/sessione-anonima.ts";
import { porteRicevuta } from "../wiring/ricevute.ts";
import { stampaRicevuta } from "../wiring/stampa-ricevuta.ts";
import { file, type Richiesta, refuse, reply } from "./richiesta.ts";

const get = getRicevutaPortale(porteRicevuta);
const print = printRicevuta({ ...porteRicevuta, stampaRicevuta });
const attest = printAttestazione({ ...porteRicevuta, stampaRicevuta });

export const replyRicevutaPortale = async (
  {
    params,
    chiamante,
    cookies,
    accept,
    query,
  }: Pick<Richiesta<typeof getRicevuta>, "chiamante" | "cookies" | "accept"> & {
    readonly query?: { readonly linguaSecondaria?: LinguaChiesta };
    /** Without idRicevuta, the last that says the debt is paid. */
    readonly params: { readonly idDominio: string; readonly iuv: string; readonly idRicevuta?: string };
  },
  api: ApiRicevute,
) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  const lingua = query?.linguaSecondaria;
  if ("attestazione" in esito.valore) {
    const { attestazione } = esito.valore;
    const { idFlusso, data } = attestazione.riga;
    const risulta = `il pagamento risulta dal flusso ${idFlusso}, del ${giornoItaliano(data)}`;
    const dettaglio = `la ricevuta di pagoPA non è pervenuta: ${risulta}, e se ne stampa l'attestazione (Accept: application/pdf)`;
    if (accept !== "application/pdf") return refuse({ codice: "NON_TROVATO", dettaglio });
    const attestata = await attest(attestazione, lingua);
    return attestata.ok ? reply(200, file(accept, attestata.valore, `attestazione_${params.iuv}.pdf`)) : refuse(attestata.errore);
  }
  const { dettaglio } = esito.valore;
  if (accept !== "application/pdf") return reply(200, presentRicevutaPortale(api, dettaglio));
  const stampata = await print(dettaglio, lingua);
  return stampata.ok ? reply(200, file(accept, stampata.valore, `ricevuta_${params.iuv}.pdf`)) : refuse(stampata.errore);
};
