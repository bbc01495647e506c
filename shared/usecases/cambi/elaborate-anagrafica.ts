/** First phase of the replacement of an account: the incomes of the creditor, and the old account that nobody must use any more. */

import type { EntrataDominio } from "../../domain/anagrafiche/creditore.ts";
import { ATTESA_ANAGRAFICA_MINUTI, type CambioIban, replaceContoEntrata } from "../../domain/cambi/cambio-iban.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly registro: Pick<RegistroDiBase, "get" | "list">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

const ENTRATE_PER_TRANSAZIONE = 80;

const isEntrata = (esito: EntrataDominio | "impossibile" | undefined): esito is EntrataDominio => typeof esito === "object";

export const elaborateAnagrafica = ({ registro, unitOfWork, clock }: Porte) => {
  const commit = async (cambio: CambioIban, modifiche: readonly Modifica[], traccia: Traccia, dettaglioEsito: string): Promise<boolean> => {
    const { idDominio, id, richiedente } = cambio;
    const evento = traccia.evento({
      tipoEvento: "cambioIban",
      idDominio,
      principal: richiedente,
      dettaglioEsito: `${dettaglioEsito} (${id})`,
    });
    return (await unitOfWork.commit([{ azione: "sostituisci", entita: "cambioIban", valore: cambio }, ...modifiche], { eventi: [evento] }))
      .ok;
  };

  /** Answers false when somebody else moved the replacement, or the registry, meanwhile. */
  return async (cambio: CambioIban, traccia: Traccia): Promise<boolean> => {
    const { idDominio, ibanVecchio, ibanNuovo } = cambio;
    const [nuovo, vecchio, entrate] = await Promise.all([
      registro.get("conto", ibanNuovo, idDominio),
      registro.get("conto", ibanVecchio, idDominio),
      registro.list("entrataDominio", idDominio),
    ]);
    if (!nuovo?.abilitato) {
      const descrizioneStato = `Fermato: il conto ${ibanNuovo} non è più abilitato`;
      return commit({ ...cambio, stato: "INTERROTTO", descrizioneStato, dataConclusione: clock.now() }, [], traccia, descrizioneStato);
    }
    const giudicate = entrate.map((entrata) => ({ idEntrata: entrata.idEntrata, esito: replaceContoEntrata(entrata, cambio) }));
    const daCambiare = giudicate.map(({ esito }) => esito).filter(isEntrata);
    const lotto = daCambiare.slice(0, ENTRATE_PER_TRANSAZIONE);
    const cambiate = { ...cambio, entrateCambiate: [...cambio.entrateCambiate, ...lotto.map(({ idEntrata }) => idEntrata)] };
    const modifiche = lotto.map((valore): Modifica => ({ azione: "sostituisci", entita: "entrataDominio", valore }));
    const dettaglio = `Entrate su ${ibanNuovo} al posto di ${ibanVecchio}: ${lotto.map(({ idEntrata }) => idEntrata).join(", ") || "nessuna"}`;
    if (daCambiare.length > lotto.length) return commit(cambiate, modifiche, traccia, dettaglio);
    const entrateNonCambiate = giudicate.filter(({ esito }) => esito === "impossibile").map(({ idEntrata }) => idEntrata);
    const disabilita: Modifica[] =
      cambio.disabilitaVecchio && vecchio?.abilitato
        ? [{ azione: "sostituisci", entita: "conto", valore: { ...vecchio, abilitato: false } }]
        : [];
    const nonPrimaDi = addMinuti(clock.now(), ATTESA_ANAGRAFICA_MINUTI);
    const avanzato: CambioIban = { ...cambiate, entrateNonCambiate, fase: "PENDENZE", nonPrimaDi };
    return commit(avanzato, [...modifiche, ...disabilita], traccia, dettaglio);
  };
};
