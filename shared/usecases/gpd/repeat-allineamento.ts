/** An operator wants a debt sent again to pagoPA's archive although it has not changed: new state, message and journal entry in one transaction. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import { statiAllineamento } from "../../domain/gpd/stati-allineamento.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Allineamenti } from "../../ports/allineamenti.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface RichiestaRipetizione extends ChiavePosizione {
  readonly motivazione: string;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

type Porte = Pick<PorteAmbito, "anagrafiche"> & {
  readonly allineamenti: Pick<Allineamenti, "get">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
};

const DECISIONI_MASSIME = 5;

export const repeatAllineamento =
  (porte: Porte) =>
  async ({
    idDominio,
    iuv,
    motivazione,
    chiamante,
    traccia,
  }: RichiestaRipetizione): Promise<
    Esito<{ readonly allineamento: Allineamento; readonly nomi: NomiDomini }, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>
  > => {
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const { pendenza, allineamento } = await porte.allineamenti.get({ idDominio, iuv });
      const voluto = pendenza?.allineamento;
      if (!voluto || !allineamento || !seesPendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `allineamento dello IUV ${iuv}`);
      const stato = statiAllineamento.next(allineamento.stato, "ripeti");
      if (!stato.ok) return rifiuto("NON_PROCESSABILE", "un invio è in corso: il suo esito si conosce tra meno di un minuto");
      const { idA2A, idPendenza } = pendenza;
      const ripetuto = { ...allineamento, stato: stato.valore };
      const scritto = await porte.unitOfWork.commit([{ azione: "sostituisci", entita: "allineamento", valore: ripetuto }], {
        messaggi: [{ coda: "gpd", corpo: { idDominio, iuv, richiesta: voluto.richiesta } }],
        eventi: [traccia.evento({ categoriaEvento: "UTENTE", idDominio, iuv, idA2A, idPendenza, dettaglioEsito: motivazione })],
      });
      if (scritto.ok) return ok({ allineamento: ripetuto, nomi: await findNomi(porte, [idDominio]) });
    }
    return rifiuto("CONFLITTO");
  };
