/** Actualisation for tests: the real use case over the archive given, with a creditor's system that answers what the test wants. */
import { ArchivioProgressivi } from "../../shared/adapters/archivio/progressivi.ts";
import { ko, ok } from "../../shared/domain/esito.ts";
import type { NuovaPendenza } from "../../shared/domain/pendenze/nuova-pendenza.ts";
import type { Anagrafiche } from "../../shared/ports/anagrafiche.ts";
import type { Clock } from "../../shared/ports/clock.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";
import type { Ids } from "../../shared/ports/ids.ts";
import type { Posizioni } from "../../shared/ports/posizioni.ts";
import type { UnitOfWork } from "../../shared/ports/unit-of-work.ts";
import type { MancataVerifica, PendenzaVerificata, RichiestaVerificaEnte, RispostaVerificaEnte } from "../../shared/ports/verifica-ente.ts";
import { createAttualizza } from "../../shared/usecases/pendenze/refresh-pendenza.ts";
import { savePendenza } from "../../shared/usecases/pendenze/save-pendenza.ts";
import { APPLICAZIONE } from "./anagrafica.ts";

export interface ArchivioDiProva {
  readonly deposito: Deposito;
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

const SCAMBIO = { url: "https://ente.example/avvisi", status: 200 };

/** The debt is to be paid. */
export const daPagare = (nuova: NuovaPendenza, idPendenza = "P-ENTE", idA2A = APPLICAZIONE): RispostaVerificaEnte => ({
  scambio: SCAMBIO,
  esito: ok({ stato: "NON_ESEGUITA", pendenza: { idA2A, idPendenza, nuova } }),
});

export const nonDaPagare = (
  stato: Exclude<PendenzaVerificata["stato"], "NON_ESEGUITA">,
  descrizioneStato?: string,
): RispostaVerificaEnte => ({
  scambio: SCAMBIO,
  esito: ok({ stato, ...(descrizioneStato !== undefined && { descrizioneStato }) }),
});

export const guasto = (causa: MancataVerifica["causa"] = "tempo"): RispostaVerificaEnte => ({
  ...(causa !== "interrotta" && { scambio: { url: SCAMBIO.url, ...(causa === "illeggibile" && { status: 200, testo: "<html>" }) } }),
  esito: ko({ causa, dettaglio: `guasto di prova: ${causa}` }),
});

export const createAttualizzazione = (archivio: ArchivioDiProva) => {
  const domande: RichiestaVerificaEnte[] = [];
  const ente = { risposta: nonDaPagare("SCONOSCIUTA") };
  const attualizza = createAttualizza({
    ...archivio,
    giornale: archivio.unitOfWork,
    save: savePendenza({ ...archivio, progressivi: new ArchivioProgressivi(archivio.deposito) }),
    ente: {
      verify: async (_applicazione, richiesta) => {
        domande.push(richiesta);
        return ente.risposta;
      },
    },
  });
  return { attualizza, domande, ente };
};
