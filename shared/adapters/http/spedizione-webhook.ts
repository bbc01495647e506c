/** The way out to a subscriber: one signed POST, five seconds, a bounded answer of which the beginning is kept. */

import type { Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import { RISPOSTA_MASSIMA } from "../../domain/abbonamenti/consegna.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { EsitoSpedizione, Spedizione } from "../../ports/abbonamenti.ts";
import type { Cifra } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { digestDi, signModi, signWebhook } from "../sistema/firma-webhook.ts";
import type { HttpClient } from "./client.ts";
import { readRetryAfter } from "./uscite.ts";

const TIMEOUT_MILLISECONDI = 5_000;
const RISPOSTA_BYTE = 64 * 1024;
/** A subscriber is left alone on its word for this long at most. */
const ATTESA_MASSIMA_SECONDI = 3_600;
const TIPO = "application/cloudevents+json; charset=utf-8";

interface Porte {
  readonly http: HttpClient;
  readonly cifra: Pick<Cifra, "open">;
  readonly segreti: Segreti;
  readonly clock: Clock;
}

type Intestazioni = Readonly<Record<string, string>>;

export const createSpedizioneWebhook = ({ http, cifra, segreti, clock }: Porte): Spedizione => {
  const firmaModi = async (abbonamento: Abbonamento, corpo: string, id: string, secondi: number): Promise<Esito<Intestazioni>> => {
    const { firmaModi: firma } = abbonamento;
    if (!firma) return ok({});
    const segreto = await segreti.get(firma.segreto).catch(() => undefined);
    const pem = segreto?.valori[0];
    if (pem === undefined) return ko(`il segreto ${firma.segreto} della firma non esiste o non si può leggere`);
    const jws = signModi(pem, { corpo, tipo: TIPO, id, secondi, destinatario: firma.destinatario });
    return jws.ok ? ok({ digest: digestDi(corpo), "agid-jwt-signature": jws.valore }) : jws;
  };

  const sign = async (abbonamento: Abbonamento, corpo: string, id: string): Promise<Esito<Intestazioni>> => {
    const secondi = Math.floor(Date.parse(clock.now()) / 1000);
    const chiavi = abbonamento.chiavi.flatMap(({ sigillata }) => cifra.open(sigillata) ?? []);
    if (chiavi.length === 0) return ko("nessuna chiave di firma si può aprire: ruotare il segreto");
    const modi = await firmaModi(abbonamento, corpo, id, secondi);
    if (!modi.ok) return modi;
    return ok({
      ...{ "webhook-id": id, "webhook-timestamp": String(secondi), "webhook-signature": signWebhook(id, secondi, corpo, chiavi) },
      ...modi.valore,
    });
  };

  return {
    send: async (abbonamento, idMessaggio, contenuto): Promise<EsitoSpedizione> => {
      const data = clock.now();
      const inizio = performance.now();
      const corpo = JSON.stringify(contenuto);
      const firma = await sign(abbonamento, corpo, idMessaggio);
      if (!firma.ok) return { tentativo: { data, millisecondi: 0, errore: firma.errore } };
      const esito = await http.request({
        ...{ method: "POST", url: abbonamento.url, body: corpo, headers: { "content-type": TIPO, ...firma.valore } },
        ...{ timeoutMillisecondi: TIMEOUT_MILLISECONDI, massimoByte: RISPOSTA_BYTE },
      });
      const millisecondi = Math.round(performance.now() - inizio);
      if (!esito.ok) return { tentativo: { data, millisecondi, errore: esito.errore.dettaglio } };
      const { status, testo, headers } = esito.valore;
      const risposta = testo.replace(/\p{Cc}+/gu, " ").slice(0, RISPOSTA_MASSIMA);
      const attesa = status === 429 || status === 503 ? readRetryAfter(headers) : undefined;
      return {
        tentativo: { data, millisecondi, status, ...(risposta !== "" && { risposta }) },
        ...(attesa !== undefined && { attesaSecondi: Math.min(Math.ceil(attesa / 1000), ATTESA_MASSIMA_SECONDI) }),
      };
    },
  };
};
