/** What an operator does about a missing receipt: asks for one by name, wants it tried again, gives it up. Always with a reason, always in the journal. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { abandon, type Recupero, recuperoRichiesto, retry } from "../../domain/recuperi/recupero.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { ChiaveRecupero, Recuperi } from "../../ports/recuperi.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

interface Porte extends Pick<PorteAmbito, "anagrafiche"> {
  readonly recuperi: Pick<Recuperi, "getRecupero">;
  readonly posizioni: Pick<Posizioni, "getRicevuta">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface RecuperoMostrato {
  readonly recupero: Recupero;
  readonly nomi: NomiDomini;
  readonly nuovo: boolean;
}

const DECISIONI_MASSIME = 5;
const EVENTI = { RIPROVA: "riprova", ABBANDONA: "abbandona" } as const;

const write = ({ unitOfWork }: Porte, modifica: Extract<Modifica, { entita: "recupero" }>, sottotipoEvento: string, traccia: Traccia) => {
  const { idDominio, iuv, iur, motivazione } = modifica.valore;
  const campi = { categoriaEvento: "UTENTE" as const, sottotipoEvento, idDominio, iuv, ccp: iur };
  const evento = traccia.evento({ ...campi, ...(motivazione !== undefined && { dettaglioEsito: motivazione }) });
  return unitOfWork.commit([modifica], { eventi: [evento] });
};

export const addRecupero =
  (porte: Porte) =>
  async (
    { motivazione, ...chiave }: ChiaveRecupero & { readonly motivazione: string },
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<RecuperoMostrato, Rifiuto<"DOM_000" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    const creditore = seesDominio(chiamante, chiave.idDominio) ? await porte.anagrafiche.getCreditore(chiave.idDominio) : undefined;
    if (!creditore) return rifiuto("DOM_000", `dominio ${chiave.idDominio} sconosciuto`);
    const nomi = await findNomi(porte, [chiave.idDominio]);
    if (await porte.posizioni.getRicevuta({ ...chiave, idRicevuta: chiave.iur }))
      return rifiuto("NON_PROCESSABILE", `iur: la ricevuta ${chiave.iur} è già in archivio`);
    const azione = { operatore: chiamante.principal, motivazione, adesso: porte.clock.now() };
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const noto = await porte.recuperi.getRecupero(chiave);
      // One still being looked for stays as it is; one closed without a receipt is opened again.
      const riaperto = noto && noto.dataChiusura !== undefined ? retry(noto, azione) : undefined;
      if (noto && !riaperto) {
        traccia.omit();
        return ok({ recupero: noto, nomi, nuovo: false });
      }
      const valore = riaperto ?? recuperoRichiesto(chiave, azione);
      const scritto = await write(porte, { azione: riaperto ? "sostituisci" : "crea", entita: "recupero", valore }, "chiedi", traccia);
      if (scritto.ok) return ok({ recupero: valore, nomi, nuovo: !riaperto });
    }
    return rifiuto("CONFLITTO");
  };

export const updateRecupero =
  (porte: Porte) =>
  async (
    chiave: ChiaveRecupero,
    { azione, motivazione }: { readonly azione: "RIPROVA" | "ABBANDONA"; readonly motivazione: string },
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<RecuperoMostrato, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    const nomi = await findNomi(porte, [chiave.idDominio]);
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const noto = seesDominio(chiamante, chiave.idDominio) ? await porte.recuperi.getRecupero(chiave) : undefined;
      if (!noto) return rifiuto("NON_TROVATO", `recupero della ricevuta ${chiave.iur}`);
      const scelta = { operatore: chiamante.principal, motivazione, adesso: porte.clock.now() };
      const valore = azione === "RIPROVA" ? retry(noto, scelta) : abandon(noto, scelta);
      if (!valore) return rifiuto("NON_PROCESSABILE", `azione: ${azione} non è ammessa nello stato ${noto.stato}`);
      const scritto = await write(porte, { azione: "sostituisci", entita: "recupero", valore }, EVENTI[azione], traccia);
      if (scritto.ok) return ok({ recupero: valore, nomi, nuovo: false });
    }
    return rifiuto("CONFLITTO");
  };
