/** What is left of a debt and of all that hangs from it once nobody must be recognised: codes, amounts, days, states, accounting. Doing it twice changes nothing. */
import type { Pagamento } from "../pagamenti/pagamento.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Pendenza, Soggetto, VoceStoria } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import type { Movimento } from "../tesoreria/movimento-registrato.ts";

export const ANONIMO = "ANONIMO";
const TESTO = "Dato anonimizzato";
/** Parts of a message of pagoPA that tell who; and texts in which anybody may have written a name. */
const SOGGETTI = new Set(["debtor", "payer", "soggettoPagatore", "soggettoVersante"]);
const TESTI = new Set(["description", "remittanceInformation", "causaleVersamento", "paymentNote", "metadata"]);
const TIPI = new Set(["entityUniqueIdentifierType", "tipoIdentificativoUnivoco"]);

const anonimizzaSoggetto = ({ tipo }: Soggetto): Soggetto => ({ tipo, identificativo: ANONIMO, anagrafica: ANONIMO });

const redact = (valore: unknown): unknown => {
  if (Array.isArray(valore)) return valore.map(redact);
  if (typeof valore !== "object" || valore === null) return ANONIMO;
  return Object.fromEntries(Object.entries(valore).map(([campo, dentro]) => [campo, TIPI.has(campo) ? dentro : redact(dentro)]));
};

const redactCampo = (campo: string, valore: unknown): unknown => {
  if (SOGGETTI.has(campo) || TESTI.has(campo)) return redact(valore);
  if (Array.isArray(valore)) return valore.map((elemento) => redactCampo("", elemento));
  return typeof valore === "object" && valore !== null ? redactMessaggio(valore) : valore;
};

const redactMessaggio = (messaggio: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(messaggio).map(([campo, valore]) => [campo, redactCampo(campo, valore)]));

/** @param adesso instant, kept on the debt. */
export const anonimizzaPendenza = (pendenza: Pendenza, adesso: string): Pendenza => {
  const { nome: _nome, cartellaPagamento: _cartella, datiAllegati: _dati, proprieta: _proprieta, allegati: _allegati, ...resto } = pendenza;
  return {
    ...resto,
    debitore: anonimizzaSoggetto(pendenza.debitore),
    causale: TESTO,
    note: [],
    segnalazioni: pendenza.segnalazioni.map(({ dettaglio: _dettaglio, ...segnalazione }) => segnalazione),
    ...(pendenza.documento && { documento: { ...pendenza.documento, descrizione: TESTO } }),
    voci: pendenza.voci.map(({ datiAllegati: _voce, metadata: _metadata, descrizioneCausaleRPT: _causale, contabilita, ...voce }) => ({
      ...voce,
      descrizione: TESTO,
      ...(contabilita && { contabilita: { quote: contabilita.quote.map(({ proprietaCustom: _quota, ...quota }) => quota) } }),
    })),
    anonimizzata: adesso,
  };
};

export const anonimizzaTentativo = ({ anagraficaDebitore: _nome, ...tentativo }: Tentativo): Tentativo => ({
  ...tentativo,
  idDebitore: ANONIMO,
  rpt: redactMessaggio(tentativo.rpt),
});

/** The original goes, its digest stays: who has a copy can still prove that it is the same. */
export const anonimizzaRicevuta = ({ versante, paymentNote: _nota, ...ricevuta }: Ricevuta): Ricevuta => ({
  ...ricevuta,
  debitore: anonimizzaSoggetto(ricevuta.debitore),
  ...(versante && { versante: anonimizzaSoggetto(versante) }),
  rt: redactMessaggio(ricevuta.rt),
  originale: { digest: ricevuta.originale.digest },
});

/** Of a portal payment, the payer and the debtor of these payment codes. */
export const anonimizzaPagamento = (pagamento: Pagamento, iuv: string): Pagamento => {
  const posizioni = pagamento.posizioni.map((posizione) =>
    posizione.iuv === iuv
      ? { ...posizione, causale: TESTO, ...(posizione.idDebitore !== undefined && { idDebitore: ANONIMO }) }
      : posizione,
  );
  const { soggettoVersante, note: _note, ...resto } = pagamento;
  return { ...resto, posizioni, ...(soggettoVersante && { soggettoVersante: anonimizzaSoggetto(soggettoVersante) }) };
};

/**
 * The bank's text of a credit that pays one payment by itself: it may say who paid. What it names stays in the keys, and the money stays explained. Undefined when
 * there is nothing to take away, or it credits a flow and then is a PSP's.
 */
export const anonimizzaMovimento = (movimento: Movimento): Movimento | undefined => {
  const { ordinante, ...resto } = movimento;
  const { flussi, troncati } = movimento.chiavi;
  if (flussi.length + troncati.length > 0 || (movimento.causale === TESTO && (ordinante ?? ANONIMO) === ANONIMO)) return undefined;
  return { ...resto, causale: TESTO, ...(ordinante !== undefined && { ordinante: ANONIMO }) };
};

const CAMPI_PERSONALI =
  /^(debitore|causale|nome|note|datiAllegati|proprieta|allegati|cartellaPagamento|segnalazioni|documento\.descrizione|voci\.\d+\.(descrizione|descrizioneCausaleRPT|datiAllegati|metadata))(\.|$)/;

/** undefined = there is nothing of anybody in it. */
export const anonimizzaStoria = (voce: VoceStoria): VoceStoria | undefined => {
  const campi = Object.entries(voce.campi);
  const daCambiare = campi.some(
    ([campo, { prima, dopo }]) => CAMPI_PERSONALI.test(campo) && ((prima ?? ANONIMO) !== ANONIMO || (dopo ?? ANONIMO) !== ANONIMO),
  );
  if (!daCambiare) return undefined;
  return {
    ...voce,
    campi: Object.fromEntries(
      campi.map(([campo, valori]) => [
        campo,
        CAMPI_PERSONALI.test(campo) ? Object.fromEntries(Object.keys(valori).map((lato) => [lato, ANONIMO])) : valori,
      ]),
    ),
  };
};
