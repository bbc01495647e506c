/** A stretch of the rows of a flow: read in batches, collected in transactions that also carry the progress, so each row counts exactly once. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio } from "../../ports/unit-of-work.ts";
import { attendeIncassoDi } from "./attende-incasso.ts";
import { collectRiga, type RigaConosciuta } from "./collect-riga.ts";
import { chiavePosizione, Lotto } from "./lotto.ts";
import type { PorteRiconciliazione } from "./porte.ts";

const RIGHE_PER_TRATTO = 1000;
/** Stretches done by one message: well within the function's time at 30 ms a transaction. */
const TRATTI_PER_MESSAGGIO = 10;

type Conoscenza = {
  readonly riscossioni: ReadonlyMap<string, Riscossione>;
  readonly pendenze: Map<string, Pendenza>;
  /** Other collected amounts, only for the rows that have none. */
  readonly altre: Map<string, readonly Riscossione[]>;
};

const chiaveRiga = ({ iuv, iur, indice }: Pick<Rendicontazione, "iuv" | "iur" | "indice">): string => `${iuv}\u0000${iur}\u0000${indice}`;

export const collectRighe = ({ anagrafiche, posizioni, rendicontazioni, unitOfWork, clock, ids }: PorteRiconciliazione) => {
  const learn = async (idDominio: string, righe: readonly Rendicontazione[]): Promise<Conoscenza> => {
    const distinte = [...new Map(righe.map((riga) => [chiaveRiga(riga), riga])).values()];
    const riscossioni = new Map((await posizioni.getRiscossioni(distinte)).map((r) => [chiaveRiga(r), r]));
    const chiavi = distinte.flatMap((riga) => {
      const riscossione = riscossioni.get(chiaveRiga(riga));
      if (riscossione && riscossione.idPendenza === undefined) return [];
      return [{ idDominio: riscossione?.idDominioTitolare ?? idDominio, iuv: riga.iuv }];
    });
    const uniche = [...new Map(chiavi.map((chiave) => [chiavePosizione(chiave), chiave])).values()];
    const pendenze = new Map((uniche.length === 0 ? [] : await posizioni.getPendenze(uniche)).map((p) => [chiavePosizione(p), p]));
    const altre = new Map<string, readonly Riscossione[]>();
    for (const riga of distinte) {
      const chiave = chiavePosizione({ idDominio, iuv: riga.iuv });
      if (riscossioni.has(chiaveRiga(riga)) || !pendenze.has(chiave) || altre.has(chiave)) continue;
      altre.set(chiave, (await posizioni.getPosizione({ idDominio, iuv: riga.iuv })).riscossioni);
    }
    return { riscossioni, pendenze, altre };
  };

  const toConosciuta = (riga: Rendicontazione, { riscossioni, pendenze, altre }: Conoscenza): RigaConosciuta => {
    const riscossione = riscossioni.get(chiaveRiga(riga));
    const chiave = chiavePosizione({ idDominio: riscossione?.idDominioTitolare ?? riga.idDominio, iuv: riga.iuv });
    return { riga, riscossione, pendenza: pendenze.get(chiave), altre: altre.get(chiave) ?? [] };
  };

  const readTratto = async (
    { idDominio, idFlusso, idPsp, revisione, righeAcquisite }: Flusso,
    fatte: number,
  ): Promise<readonly Rendicontazione[]> => {
    const righe = await rendicontazioni.findRighe({ idDominio, idFlusso, idPsp, revisione }, fatte + 1, RIGHE_PER_TRATTO);
    const attese = Math.min(RIGHE_PER_TRATTO, righeAcquisite - fatte);
    // Rows are read through an index, which may lag behind the flow: a missing one must not be skipped.
    if (righe.length !== attese || righe.some((riga, posto) => riga.progressivo !== fatte + posto + 1)) {
      throw new Error(`flusso ${idFlusso}: lette ${righe.length} righe dopo la ${fatte}, attese ${attese}`);
    }
    return righe;
  };

  /** The movement after the stretch, undefined when somebody else changed what was read. */
  const collectTratto = async (
    iniziale: Riconciliazione,
    flusso: Flusso,
    traccia: Traccia,
    messaggi: readonly Messaggio[],
  ): Promise<Riconciliazione | undefined> => {
    const righe = await readTratto(flusso, iniziale.righeElaborate);
    const conoscenza = await learn(flusso.idDominio, righe);
    const attende = await attendeIncassoDi(anagrafiche, [...conoscenza.pendenze.values()]);
    const adesso = clock.now();
    let riconciliazione = iniziale;
    let fatte = 0;
    while (fatte < righe.length) {
      const lotto = new Lotto();
      const contesto = { idRiconciliazione: riconciliazione.id, lotto, adesso, attende, traccia };
      for (const riga of righe.slice(fatte)) {
        if (lotto.pieno) break;
        const nuova = collectRiga(contesto, toConosciuta(riga, conoscenza));
        // A second row of the same payment without a receipt must see the first.
        if (nuova) conoscenza.altre.set(chiavePosizione(nuova), [...(conoscenza.altre.get(chiavePosizione(nuova)) ?? []), nuova]);
      }
      fatte += lotto.contate;
      const valore = lotto.advance(riconciliazione);
      const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "riconciliazione", valore }, ...lotto.modifiche], {
        storia: lotto.storia(riconciliazione, adesso, () => ids.next()),
        eventi: lotto.eventi,
        ...(fatte === righe.length && { messaggi }),
      });
      if (!esito.ok) return undefined;
      for (const pendenza of lotto.scritte()) conoscenza.pendenze.set(chiavePosizione(pendenza), pendenza);
      riconciliazione = { ...valore, versione: valore.versione + 1 };
    }
    return riconciliazione;
  };

  /** `finita`: no row is left; `rimandata`: the rest is for the message queued with the last transaction; `contesa`: read everything again. */
  return async (
    riconciliazione: Riconciliazione,
    flusso: Flusso,
    prossima: Messaggio,
    traccia: Traccia,
  ): Promise<"finita" | "rimandata" | "contesa"> => {
    let attuale = riconciliazione;
    for (let tratto = 1; attuale.righeElaborate < flusso.righeAcquisite; tratto += 1) {
      const resta = flusso.righeAcquisite - attuale.righeElaborate > RIGHE_PER_TRATTO;
      const ultimo = tratto === TRATTI_PER_MESSAGGIO && resta;
      const dopo = await collectTratto(attuale, flusso, traccia, ultimo ? [prossima] : []);
      if (!dopo) return "contesa";
      if (ultimo) return "rimandata";
      attuale = dopo;
    }
    return "finita";
  };
};
