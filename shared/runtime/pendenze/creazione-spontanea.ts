/** The handler of the citizen's form: the proof of the anonymous, the preview, the debt, and the session in which it can be found again. */
import type { addPendenzaDaForm } from "../../contracts/pagamento/spontanee.ts";
import { presentAnteprima, presentSpontanea } from "../../presenters/pagamento/spontanea.ts";
import { rememberSessione, withSessione } from "../accessi/sessione-anonima.ts";
import { type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { checkCaptcha } from "../wiring/captcha.ts";
import { spontanee } from "../wiring/spontanee.ts";

type Operazione = typeof addPendenzaDaForm;

export const createSpontanea = async ({
  params: { idA2A: idDominio, idPendenza: idTipoPendenza },
  query: { idA2A, idPendenza, anteprima, gRecaptchaResponse: risposta },
  body: dati,
  cookies,
  indirizzo,
  traccia,
  chiamante: chi,
}: Richiesta<Operazione>): Promise<Risposta<Operazione>> => {
  if ((idA2A === undefined) !== (idPendenza === undefined))
    return refuse({ codice: "SINTASSI", dettaglio: "idA2A e idPendenza: si indicano insieme, o nessuno dei due" });
  const chiamante = withSessione(chi, cookies);
  const richiesta = { idDominio, idTipoPendenza, dati, chiamante, traccia };
  if (anteprima) {
    const esito = await spontanee.preview(richiesta);
    return esito.ok ? reply(200, presentAnteprima(esito.valore)) : refuse(esito.errore);
  }
  const prova = await checkCaptcha({ chiamante, risposta, indirizzo });
  if (!prova.ok) return refuse(prova.errore);
  const correzione = idA2A !== undefined && idPendenza !== undefined ? { correzione: { idA2A, idPendenza } } : {};
  const esito = await spontanee.create({ ...richiesta, ...correzione });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, creata } = esito.valore;
  const { idDominio: ente, iuv } = pendenza;
  return reply(creata ? 201 : 200, presentSpontanea(pendenza), rememberSessione(chiamante, { posizioni: [{ idDominio: ente, iuv }] }));
};
