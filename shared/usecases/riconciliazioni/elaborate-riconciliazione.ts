/**
 * The worker of reconciliations: a state machine whose progress is on the movement, so that every stage may be repeated, interrupted or run
 * twice. Stage 0 finds what the movement pays; the following ones collect the rows of its flow, a transaction of at most 100 writes at a time.
 */

import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { chiaveFlussoRiconciliato } from "../../domain/riconciliazioni/nomi.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { RifiutoRiconciliazione } from "../../domain/riconciliazioni/scelte.ts";
import {
  ERRORI_RICONCILIAZIONE,
  type EventoRiconciliazione,
  statiRiconciliazione,
} from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { attendeIncassoDi } from "./attende-incasso.ts";
import { collectRiscossione } from "./collect-riga.ts";
import { collectRighe } from "./collect-righe.ts";
import { attesaDi, type Individuato, identifyMovimento } from "./identify-movimento.ts";
import { Lotto } from "./lotto.ts";
import type { PorteRiconciliazione } from "./porte.ts";
import { undoRighe } from "./undo-righe.ts";

const TENTATIVI = 10;

const advance = (riconciliazione: Riconciliazione, evento: EventoRiconciliazione, descrizioneStato: string): Riconciliazione => {
  const stato = statiRiconciliazione.next(riconciliazione.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { ...riconciliazione, stato: stato.valore, descrizioneStato };
};

const describeErrore = ({ codice, dettaglio }: RifiutoRiconciliazione): string =>
  `${codice}: ${ERRORI_RICONCILIAZIONE[codice]}${dettaglio === undefined ? "" : ` (${dettaglio})`}`;

const describeEsito = ({ importoRiconciliato, righeElaborate, righeSegnalate }: Riconciliazione): string =>
  `Riconciliati ${formatImportoItaliano(importoRiconciliato)} euro, righe ${righeElaborate}${righeSegnalate === 0 ? "" : `, di cui ${righeSegnalate} segnalate`}`;

/** A revision that came while the older was being collected: the acquisition could not yet know that it was reconciled. */
const withSostituzione = (riconciliazione: Riconciliazione, { obsoleto, revisione }: Flusso, data: string): Riconciliazione => {
  if (!obsoleto) return riconciliazione;
  const descrizione = `La revisione ${revisione} del flusso è stata sostituita durante la riconciliazione`;
  return { ...riconciliazione, segnalazioni: [...riconciliazione.segnalazioni, { data, codice: "FLUSSO_SOSTITUITO", descrizione }] };
};

export const elaborateRiconciliazione = (porte: PorteRiconciliazione) => {
  const { anagrafiche, posizioni, rendicontazioni, unitOfWork, clock, ids } = porte;
  const identify = identifyMovimento(porte);
  const collect = collectRighe(porte);
  const undo = undoRighe(porte);

  const evento = (traccia: Traccia, { idDominio, id, sct }: Riconciliazione, errore?: RifiutoRiconciliazione) =>
    traccia.evento({
      componente: "GOVPAY",
      categoriaEvento: "INTERNO",
      tipoEvento: "riconciliazione",
      idDominio,
      datiPagoPA: { idIncasso: id, sct },
      ...(errore && { esito: "KO", sottotipoEsito: errore.codice, dettaglioEsito: describeErrore(errore), severita: 3 }),
    });

  /** True when it was written; false when the movement or something it touches moved meanwhile. */
  const refuse = async (riconciliazione: Riconciliazione, errore: RifiutoRiconciliazione, traccia: Traccia): Promise<boolean> => {
    const attende = attesaDi(riconciliazione, errore.codice);
    const valore = { ...advance(riconciliazione, "rifiuta", describeErrore(errore)), ...(attende !== undefined && { attende }) };
    return (
      await unitOfWork.commit([{ azione: "sostituisci", entita: "riconciliazione", valore }], { eventi: [evento(traccia, valore, errore)] })
    ).ok;
  };

  const settleSingolo = async (
    riconciliazione: Riconciliazione,
    trovato: Extract<Individuato, { tipo: "singolo" }>,
    traccia: Traccia,
  ): Promise<boolean> => {
    const lotto = new Lotto();
    const adesso = clock.now();
    for (const riscossione of trovato.riscossioni) {
      const pendenza = await findPendenza(riscossione, trovato);
      const attende = await attendeIncassoDi(anagrafiche, pendenza ? [pendenza] : []);
      lotto.countRiga();
      collectRiscossione(
        { idRiconciliazione: riconciliazione.id, lotto, adesso, attende, traccia },
        riscossione,
        pendenza,
        riscossione.indice,
      );
    }
    const avanzata = lotto.advance({ ...riconciliazione, iuv: trovato.iuv });
    const valore = advance(avanzata, "acquisisci", describeEsito(avanzata));
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "riconciliazione", valore }, ...lotto.modifiche], {
      storia: lotto.storia(riconciliazione, adesso, () => ids.next()),
      eventi: [evento(traccia, valore)],
    });
    return esito.ok;
  };

  const findPendenza = async (
    { idDominio, idDominioTitolare, iuv, idPendenza }: Riscossione,
    { posizione }: Extract<Individuato, { tipo: "singolo" }>,
  ) => {
    if (idPendenza === undefined) return undefined;
    return idDominioTitolare === idDominio ? posizione.pendenza : posizioni.getPendenza({ idDominio: idDominioTitolare, iuv });
  };

  /** The flow is taken with a name that only one movement can hold: `false` also when another one was faster, which the next look tells. */
  const takeFlusso = async (
    riconciliazione: Riconciliazione,
    { idFlusso, idPsp, revisione }: Flusso,
    traccia: Traccia,
  ): Promise<boolean> => {
    const { idDominio, id } = riconciliazione;
    const chiave = chiaveFlussoRiconciliato({ idDominio, idFlusso, idPsp });
    const preso = await rendicontazioni.getUnicita("flusso-riconciliato", chiave);
    if (preso && preso.riferimento !== id)
      return refuse(riconciliazione, { codice: "021413", dettaglio: `riconciliato da ${preso.riferimento}` }, traccia);
    const modifiche: Modifica[] = [
      { azione: "sostituisci", entita: "riconciliazione", valore: { ...riconciliazione, idFlusso, idPsp, revisione } },
      ...(preso
        ? []
        : [
            { azione: "crea", entita: "unicita", valore: { versione: 0, ambito: "flusso-riconciliato", chiave, riferimento: id } } as const,
          ]),
    ];
    return (await unitOfWork.commit(modifiche)).ok;
  };

  const stageIniziale = async (riconciliazione: Riconciliazione, traccia: Traccia): Promise<boolean> => {
    const individuato = await identify(riconciliazione);
    if (!individuato.ok) return refuse(riconciliazione, individuato.errore, traccia);
    if (individuato.valore.tipo === "singolo") return settleSingolo(riconciliazione, individuato.valore, traccia);
    return takeFlusso(riconciliazione, individuato.valore.flusso, traccia);
  };

  /** Every row was handled: the flow and the movement point to each other. */
  const conclude = async (riconciliazione: Riconciliazione, flusso: Flusso, traccia: Traccia): Promise<boolean> => {
    const valore = advance(withSostituzione(riconciliazione, flusso, clock.now()), "acquisisci", describeEsito(riconciliazione));
    const esito = await unitOfWork.commit(
      [
        { azione: "sostituisci", entita: "riconciliazione", valore },
        { azione: "sostituisci", entita: "flusso", valore: { ...flusso, idRiconciliazione: valore.id } },
      ],
      { eventi: [evento(traccia, valore)] },
    );
    return esito.ok;
  };

  /** @throws Error to have the message again: races, or an index that does not show the last rows yet. */
  return async (
    messaggio: { readonly idDominio: string; readonly id: string; readonly tappa: number },
    traccia: Traccia,
  ): Promise<void> => {
    for (let tentativo = 1; tentativo <= TENTATIVI; ) {
      const riconciliazione = await rendicontazioni.getRiconciliazione(messaggio.idDominio, messaggio.id);
      if (!riconciliazione) throw new Error(`riconciliazione ${messaggio.id} di ${messaggio.idDominio} sconosciuta`);
      const prossima: Messaggio = {
        coda: "riconciliazioni",
        corpo: { idDominio: messaggio.idDominio, id: messaggio.id, tappa: messaggio.tappa + 1 },
      };
      if (riconciliazione.stato === "IN_ANNULLAMENTO") {
        const esito = await undo(riconciliazione, prossima, traccia);
        if (esito !== "contesa") return;
        tentativo += 1;
        continue;
      }
      if (riconciliazione.stato !== "IN_ELABORAZIONE") return;
      const { idDominio, idFlusso, idPsp, revisione } = riconciliazione;
      if (idFlusso === undefined || idPsp === undefined || revisione === undefined) {
        if (!(await stageIniziale(riconciliazione, traccia))) tentativo += 1;
        continue;
      }
      const flusso = await rendicontazioni.getFlusso({ idDominio, idFlusso, idPsp, revisione });
      if (!flusso) throw new Error(`flusso ${idFlusso} della riconciliazione ${messaggio.id} sconosciuto`);
      if (riconciliazione.righeElaborate >= flusso.righeAcquisite) {
        if (await conclude(riconciliazione, flusso, traccia)) return;
        tentativo += 1;
        continue;
      }
      const esito = await collect(riconciliazione, flusso, prossima, traccia);
      if (esito === "rimandata") return;
      if (esito === "contesa") tentativo += 1;
    }
    throw new Error(`riconciliazione ${messaggio.id}: troppo contesa`);
  };
};
