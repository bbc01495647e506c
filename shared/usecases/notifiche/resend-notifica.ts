/** An operator wants something told again, at once: given up, late, or lost by the creditor's system. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type ChiaveNotifica, messaggioNotifica, type Notifica, riferimentoDi } from "../../domain/notifiche/notifica.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

/** The count of the attempts starts again, so the waits are short again. */
export const createResendNotifica =
  ({ posizioni, unitOfWork }: { readonly posizioni: Pick<Posizioni, "getNotifica">; readonly unitOfWork: Pick<UnitOfWork, "commit"> }) =>
  async (
    chiave: ChiaveNotifica,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Notifica, Rifiuto<"NON_TROVATO" | "CONFLITTO">>> => {
    const notifica = seesDominio(chiamante, chiave.idDominio) ? await posizioni.getNotifica(chiave) : undefined;
    const nome = `notifica ${chiave.tipo} di ${riferimentoDi(chiave)}`;
    if (!notifica) return rifiuto("NON_TROVATO", nome);
    const { dataProssimoTentativo: _superata, descrizioneStato: _passata, ...resto } = notifica;
    const nuova: Notifica = { ...resto, stato: "DA_SPEDIRE", tentativi: 0 };
    const { idDominio, iuv, idA2A } = notifica;
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "notifica", valore: nuova }], {
      eventi: [
        traccia.evento({
          categoriaEvento: "UTENTE",
          idDominio,
          iuv,
          idA2A,
          ccp: riferimentoDi(notifica),
          dettaglioEsito: `era ${notifica.stato}`,
        }),
      ],
      messaggi: [messaggioNotifica(nuova)],
    });
    return esito.ok ? ok(nuova) : rifiuto("CONFLITTO", nome);
  };
