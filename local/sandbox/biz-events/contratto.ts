/** The receipts of biz-events as its contract (0.1.89) and its service write them: numbers as doubles, nulls for what is absent, a stamp never given back. */

import { addGiorni, giornoDi, oraDiRoma } from "../comune/date.ts";
import { json, type Richiesta, type Risposta } from "../comune/http.ts";
import { formatImporto } from "../comune/importi.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import type { Soggetto, Tentativo, Trasferimento } from "../nodo/modello.ts";
import type { Psp } from "../psp/psp.ts";

/** A refusal in the shape of the contract (ProblemJson). */
export const problema = (status: number, title: string, detail: string): Risposta =>
  json(status, { title, status, detail }, "application/json");

/** Key of the caller, or the refusal of the gateway in front of the service, which looks at it before anything else. */
export const chiaveDi = (richiesta: Richiesta): string | Risposta => {
  const chiave = richiesta.req.headers["ocp-apim-subscription-key"] ?? richiesta.url.searchParams.get("subscription-key");
  if (chiave === CHIAVE_SOTTOSCRIZIONE) return chiave;
  return json(401, { statusCode: 401, message: "Access denied due to missing or invalid subscription key." });
};

export const troppe = (secondi: number): Risposta => ({
  ...json(429, { statusCode: 429, message: `Rate limit is exceeded. Try again in ${secondi} seconds.` }),
  intestazioni: { "retry-after": String(secondi) },
});

const euro = (centesimi: bigint): number => Number(formatImporto(centesimi));
const oNullo = <T>(valore: T | undefined): T | null => valore ?? null;

const presentaSoggetto = (soggetto: Soggetto): Record<string, unknown> => ({
  entityUniqueIdentifierType: soggetto.tipo,
  entityUniqueIdentifierValue: soggetto.identificativo,
  fullName: soggetto.anagrafica,
  streetName: oNullo(soggetto.indirizzo),
  civicNumber: oNullo(soggetto.civico),
  postalCode: oNullo(soggetto.cap),
  city: oNullo(soggetto.localita),
  stateProvinceRegion: oNullo(soggetto.provincia),
  country: oNullo(soggetto.nazione),
  email: oNullo(soggetto.email),
});

const presentaMetadata = (voci: readonly (readonly [string, string])[] | undefined): Record<string, unknown>[] | null =>
  voci === undefined ? null : voci.map(([key, value]) => ({ key, value }));

const presentaTrasferimento = (voce: Trasferimento): Record<string, unknown> => ({
  idTransfer: voce.idTransfer,
  transferAmount: euro(voce.importo),
  fiscalCodePA: voce.idDominio,
  iban: oNullo(voce.iban),
  // The service has never given a stamp back.
  mbdAttachment: null,
  remittanceInformation: voce.causale,
  transferCategory: voce.categoria,
  metadata: presentaMetadata(voce.metadata),
});

/** @param pagatoIl milliseconds since the epoch. */
export const presentaRicevuta = (tentativo: Tentativo, psp: Psp, pagatoIl: number, ragioneSociale: string): Record<string, unknown> => {
  const { dati } = tentativo;
  const giorno = giornoDi(pagatoIl);
  return {
    receiptId: tentativo.token,
    noticeNumber: tentativo.numeroAvviso,
    fiscalCode: tentativo.idDominio,
    outcome: "OK",
    creditorReferenceId: dati.iuv,
    paymentAmount: euro(dati.importo),
    description: dati.causale,
    companyName: dati.ragioneSociale ?? ragioneSociale,
    officeName: oNullo(dati.ufficio),
    debtor: presentaSoggetto(dati.debitore),
    transferList: dati.trasferimenti.map(presentaTrasferimento),
    idPSP: psp.id,
    pspFiscalCode: psp.codiceFiscale,
    pspPartitaIVA: null,
    pspCompanyName: psp.nome,
    idChannel: psp.idCanale,
    channelDescription: psp.descrizioneCanale,
    payer: presentaSoggetto(dati.debitore),
    paymentMethod: psp.metodo,
    fee: euro(psp.commissione),
    primaryCiIncurredFee: null,
    idBundle: null,
    idCiBundle: null,
    paymentDateTime: giorno,
    paymentDateTimeFormatted: oraDiRoma(pagatoIl),
    applicationDate: giorno,
    transferDate: addGiorni(giorno, 1),
    metadata: presentaMetadata(dati.metadata),
  };
};
