/** The notice for portals and citizens: who may read it, and the two representations that the versions share. */
import type { getAvviso } from "../../contracts/pagamento/avvisi.ts";
import { type AvvisoPendenza, getAvvisoPortale } from "../../usecases/pendenze/get-avviso.ts";
import { withSessione } from "../accessi/sessione-anonima.ts";
import { attualizza } from "../wiring/attualizzazione.ts";
import { checkCaptcha } from "../wiring/captcha.ts";
import { porteLettura } from "../wiring/letture-pendenze.ts";
import { ricerche } from "../wiring/ricerche.ts";
import { print } from "../wiring/stampe.ts";
import { file, type Richiesta, refuse, reply } from "./richiesta.ts";

const get = getAvvisoPortale({ ...porteLettura, attualizza });

type Query = Pick<Richiesta<typeof getAvviso>["query"], "idDebitore" | "UUID" | "gRecaptchaResponse"> &
  Partial<Pick<Richiesta<typeof getAvviso>["query"], "linguaSecondaria">>;
type Domanda = Pick<Richiesta<typeof getAvviso>, "params" | "chiamante" | "cookies" | "indirizzo" | "traccia" | "accept"> & {
  readonly query: Query;
};

/** The proof of the anonymous and the brake on searches, then the notice. */
const search = async ({ params, query, chiamante, cookies, indirizzo, traccia }: Omit<Domanda, "accept">) => {
  // The secret of the notice is a proof by itself: links made with it open without another.
  if (query.UUID === undefined) {
    const prova = await checkCaptcha({ chiamante, risposta: query.gRecaptchaResponse, indirizzo });
    if (!prova.ok) return prova;
  }
  // Who tries notices or tax codes one after the other is slowed down, the same for either.
  const oggetti = [`avviso:${params.idDominio}/${params.numeroAvviso}`, ...(query.idDebitore ? [`cf:${query.idDebitore}`] : [])];
  const ricerca = { chiamante, indirizzo, oggetti };
  const ammessa = await ricerche.admit(ricerca);
  if (!ammessa.ok) return ammessa;
  const esito = await get({ ...params, ...query }, withSessione(chiamante, cookies), traccia.transactionId);
  if (!esito.ok && esito.errore.codice === "NON_TROVATO") await ricerche.addVuota(ricerca);
  return esito;
};

/** @param present the notice as data only. */
export const replyDatiAvviso = async <B>(domanda: Omit<Domanda, "accept">, present: (avviso: AvvisoPendenza) => B) => {
  const esito = await search(domanda);
  return esito.ok ? reply(200, present(esito.valore)) : refuse(esito.errore);
};

/** @param present the notice as data, in the version that was asked. */
export const replyAvviso = async <B>({ accept, ...domanda }: Domanda, present: (avviso: AvvisoPendenza) => B) => {
  const { params, query } = domanda;
  const esito = await search(domanda);
  if (!esito.ok) return refuse(esito.errore);
  if (accept !== "application/pdf") return reply(200, present(esito.valore));
  const pdf = await print([esito.valore.pendenza], query.linguaSecondaria);
  return pdf.ok ? reply(200, file(accept, pdf.valore, `${params.idDominio}_${params.numeroAvviso}.pdf`)) : refuse(pdf.errore);
};
