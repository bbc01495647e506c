/** The upload of a receipt from the file to the registration: decoding, reading, checks of the use case, and the consumer of the queue called at once. */
import type { MessaggioRicevuta } from "../../contracts/messaggi.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { decodeTesto } from "../../domain/valori/codifica.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { CodiceRicevutaCaricata, EsitoCaricamento, uploadRicevuta } from "../../usecases/ricevute/upload-ricevuta.ts";
import { readFileCaricato } from "../http/file-caricato.ts";
import type { CorpoGrezzo } from "../http/richiesta.ts";
import { bustaDiRt, isRtSola } from "../storico/busta-di-rt.ts";
import { readRicevutaCaricata } from "./read-ricevuta-caricata.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getStazione">;
  readonly upload: ReturnType<typeof uploadRicevuta>;
  readonly consume: (messaggio: MessaggioRicevuta) => Promise<unknown>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const caricaRicevuta =
  ({ anagrafiche, upload, consume, clock, ids }: Porte) =>
  async (
    corpo: CorpoGrezzo,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<EsitoCaricamento, Rifiuto<CodiceRicevutaCaricata | "SINTASSI" | "PAA_SINTASSI_EXTRAXSD" | "PAA_SINTASSI_XSD">>> => {
    const file = readFileCaricato(corpo);
    if (!file.ok) return rifiuto("SINTASSI", file.errore);
    const testo = decodeTesto(file.valore.contenuto, file.valore.tipo);
    if (!testo.ok) return rifiuto("PAA_SINTASSI_EXTRAXSD", testo.errore);
    const sola = isRtSola(testo.valore.testo);
    const scritta = sola ? await bustaDiRt(anagrafiche, testo.valore.testo, file.valore.contenuto) : ok(testo.valore.testo);
    if (!scritta.ok) return scritta;
    const busta = scritta.valore;
    const codifica = sola ? "UTF-8" : testo.valore.codifica;
    const caricata = readRicevutaCaricata(busta);
    if (!caricata.ok) return ko(caricata.errore);
    const { primitiva, richiesta } = caricata.valore;
    const { idPA, idBrokerPA, idStation } = richiesta;
    const messaggio: MessaggioRicevuta = {
      ...{ id: ids.next(), primitiva, idPA, idBrokerPA, idStation, busta },
      ...{ provenienza: "MANUALE", ricevutaAlle: clock.now(), principal: chiamante.principal, durataMillisecondi: 0 },
      ...(codifica !== "UTF-8" && { codifica }),
    };
    const register = async (): Promise<void> => {
      await consume(messaggio);
    };
    return upload(caricata.valore, register, chiamante, traccia);
  };
