/** The data of a form sent to the application that makes the debt (reference 3.9, 1.13): one call, in the journal whatever came of it. */
import { type Esito, ok } from "../../domain/esito.ts";
import { isInterrogabile, type StatoVerifica } from "../../domain/pendenze/attualizzazione.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { DatiDaInoltrare, InoltroForm } from "../../ports/inoltro-form.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { RispostaVerificaEnte } from "../../ports/verifica-ente.ts";
import type { CodiceVerifica } from "./ensure-attuale.ts";
import type { CodiceApplicazione } from "./scrive-per-conto.ts";

export interface PendenzaDaForm {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly nuova: NuovaPendenza;
}

export interface PorteInoltro {
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione">;
  readonly inoltro: InoltroForm;
  readonly giornale: Pick<UnitOfWork, "putEventi">;
  readonly clock: Clock;
  readonly ids: Ids;
}

const RIFIUTI: Readonly<Record<Exclude<StatoVerifica, "NON_ESEGUITA">, CodiceVerifica>> = {
  SCADUTA: "VER_010",
  SCONOSCIUTA: "VER_011",
  DUPLICATA: "VER_012",
  ANNULLATA: "VER_013",
};

const PAYLOAD_MASSIMO = 100_000;

type Risultato = Esito<PendenzaDaForm, Rifiuto<CodiceVerifica | CodiceApplicazione>>;

const interpret = (idA2A: string, { esito }: RispostaVerificaEnte): Risultato => {
  if (!esito.ok) return rifiuto("VER_014", `inoltro a ${idA2A}: ${esito.errore.dettaglio}`);
  const { stato, descrizioneStato, pendenza } = esito.valore;
  if (stato !== "NON_ESEGUITA") return rifiuto(RIFIUTI[stato], `inoltro a ${idA2A}: ${descrizioneStato ?? stato}`);
  if (pendenza?.idA2A !== idA2A) return rifiuto("VER_014", `inoltro a ${idA2A}: ha risposto con la pendenza di un'altra applicazione`);
  return ok(pendenza);
};

export const forwardForm = ({ anagrafiche, inoltro, giornale, clock, ids }: PorteInoltro) => {
  const tell = async (
    { idDominio }: DatiDaInoltrare,
    idA2A: string,
    inizio: string,
    transactionId: string,
    { scambio }: RispostaVerificaEnte,
    risultato: Risultato,
  ): Promise<void> => {
    const fine = clock.now();
    const dump = risultato.ok ? undefined : scambio?.testo;
    await giornale.putEventi([
      {
        ...{ id: ids.next(), componente: "API_ENTE", categoriaEvento: "INTERFACCIA", ruolo: "CLIENT", tipoEvento: "verifyPendenzaMod4" },
        ...{ dataEvento: inizio, durataMillisecondi: Math.max(0, Date.parse(fine) - Date.parse(inizio)), transactionId, idDominio, idA2A },
        ...(risultato.ok
          ? { esito: "OK", severita: 0, idPendenza: risultato.valore.idPendenza }
          : { esito: "KO", severita: 3, sottotipoEsito: risultato.errore.codice, dettaglioEsito: risultato.errore.dettaglio ?? "" }),
        ...(scambio && {
          parametriRichiesta: { url: scambio.url, method: "POST", data: inizio },
          parametriRisposta: {
            data: fine,
            ...(scambio.status !== undefined && { status: scambio.status }),
            ...(dump !== undefined && { payload: dump.slice(0, PAYLOAD_MASSIMO), tagliato: dump.length > PAYLOAD_MASSIMO }),
          },
        }),
      },
    ]);
  };

  /** Errors: APP_000 and APP_001 for an application that cannot be used, VER_010…VER_013 for what it answered, VER_014 when it did not. */
  return async (idA2A: string, richiesta: DatiDaInoltrare, transactionId: string): Promise<Risultato> => {
    const applicazione = await anagrafiche.getApplicazione(idA2A);
    if (!applicazione) return rifiuto("APP_000", `inoltro: idA2A ${idA2A} non registrata`);
    if (!applicazione.abilitato) return rifiuto("APP_001", `inoltro: idA2A ${idA2A} disabilitata`);
    if (!isInterrogabile(applicazione)) return rifiuto("VER_014", `inoltro: ${idA2A} non ha un servizio di integrazione`);
    const inizio = clock.now();
    const risposta = await inoltro.forward(applicazione, richiesta);
    const risultato = interpret(idA2A, risposta);
    await tell(richiesta, idA2A, inizio, transactionId, risposta, risultato);
    return risultato;
  };
};
