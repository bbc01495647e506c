/**
 * The file of a layout as the attachment of a message, one for each address. An address that has had it is not written to again; one that refuses it for good does not
 * stop the others.
 */
import { completeSezione } from "../../domain/configurazione/sezioni.ts";
import type { ConsegnaTracciato, EsecuzioneTracciato } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { CanaleComunicazione } from "../../ports/comunicazioni.ts";

export interface PorteEmail {
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly posta: CanaleComunicazione;
}

interface Lettera {
  readonly esecuzione: EsecuzioneTracciato;
  readonly email: NonNullable<ConsegnaTracciato["email"]>;
  readonly ragioneSociale: string;
  readonly nomeFile: string;
  readonly contenuto: Uint8Array;
}

export interface EsitoEmail {
  readonly restanti: readonly string[];
  /** With those of the times before. */
  readonly spediti: number;
  readonly rifiutati: number;
  /** Why it stopped before the last address: to be tried again. */
  readonly fermo?: string;
  /** The last refusal. */
  readonly rifiuto?: string;
}

const TIPI: Readonly<Record<string, string>> = { csv: "text/csv", txt: "text/plain", xml: "application/xml", json: "application/json" };
const tipoDi = (nomeFile: string): string =>
  TIPI[nomeFile.slice(nomeFile.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";

export const sendTracciatoEmail =
  ({ anagrafiche, posta }: PorteEmail) =>
  async ({ esecuzione, email, ragioneSociale, nomeFile, contenuto }: Lettera): Promise<EsitoEmail> => {
    const impostazioni = completeSezione("mailBatch", await anagrafiche.getSezione("mailBatch")) ?? {};
    const { id, idDominio, nome, da, a, righe = 0 } = esecuzione;
    const restanti = [...email.restanti];
    let { spediti } = email;
    let rifiutati = 0;
    let rifiuto: string | undefined;
    if (impostazioni["abilitato"] !== true) {
      const motivo = "la posta elettronica dell'installazione non è abilitata (mailBatch)";
      return { restanti: [], spediti, rifiutati: restanti.length, rifiuto: motivo };
    }
    for (const indirizzo of email.restanti) {
      const esito = await posta.send({
        ...{ id: `tracciato-${idDominio}-${id}-${indirizzo}`, email: indirizzo, codiceFiscale: "", mittente: ragioneSociale, impostazioni },
        oggetto: email.oggetto ?? `${ragioneSociale}: ${nome} dal ${da} al ${a}`,
        testo: `In allegato il file ${nomeFile} di ${ragioneSociale} (${righe} righe), dal ${da} al ${a}.`,
        allegata: { nomeFile, byte: contenuto, tipo: tipoDi(nomeFile) },
      });
      // What may have left is sent again: a file twice is better than none.
      if (esito.esito === "riprova" || esito.esito === "incerto") return { restanti, spediti, rifiutati, fermo: esito.dettaglio };
      restanti.shift();
      if (esito.esito === "spedito") spediti += 1;
      else {
        rifiutati += 1;
        rifiuto = esito.dettaglio;
      }
    }
    return { restanti, spediti, rifiutati, ...(rifiuto !== undefined && { rifiuto }) };
  };
