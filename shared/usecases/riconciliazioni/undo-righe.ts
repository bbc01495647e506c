/**
 * The way back of a reconciliation that a person undid: its amounts are RISCOSSA again and their debts no longer collected, a stretch of rows at a
 * time. The progress is in the same transaction as what it tells, so each amount goes back exactly once, whatever interrupts it.
 */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { stornaVoce } from "../../domain/riconciliazioni/incasso.ts";
import { chiaveFlussoRiconciliato, chiaveTrasferimentoRiconciliato } from "../../domain/riconciliazioni/nomi.ts";
import type { Annullamento, Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { statiRiconciliazione } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { normalizeIdFlusso } from "../../domain/valori/causale.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { chiavePosizione, Lotto } from "./lotto.ts";
import type { PorteRiconciliazione } from "./porte.ts";

const RIGHE_PER_TRATTO = 1000;
/** Stretches done by one message: well within the function's time. */
const TRATTI_PER_MESSAGGIO = 10;

type Esito = "finita" | "rimandata" | "contesa";

const toStornata = ({ idRiconciliazione: _, ...riscossione }: Riscossione): Riscossione => ({ ...riscossione, stato: "RISCOSSA" });

const annullamentoDi = ({ annullamento, id }: Riconciliazione): Annullamento => {
  if (!annullamento) throw new Error(`riconciliazione ${id} in annullamento senza annullamento`);
  return annullamento;
};

export const undoRighe = ({ posizioni, rendicontazioni, unitOfWork, clock, ids }: PorteRiconciliazione) => {
  const findPendenze = async (riscossioni: readonly Riscossione[]): Promise<Map<string, Pendenza>> => {
    const chiavi = riscossioni.flatMap(({ idPendenza, idDominioTitolare, iuv }) =>
      idPendenza === undefined ? [] : [{ idDominio: idDominioTitolare, iuv }],
    );
    const uniche = [...new Map(chiavi.map((chiave) => [chiavePosizione(chiave), chiave])).values()];
    return new Map((uniche.length === 0 ? [] : await posizioni.getPendenze(uniche)).map((p) => [chiavePosizione(p), p]));
  };

  /** The reconciliation after these amounts went back, undefined when somebody else changed what was read. */
  const giveBack = async (
    iniziale: Riconciliazione,
    riscossioni: readonly Riscossione[],
    righe: number,
    messaggi: readonly Messaggio[],
  ): Promise<Riconciliazione | undefined> => {
    const pendenze = await findPendenze(riscossioni);
    const adesso = clock.now();
    let riconciliazione = iniziale;
    let posto = 0;
    do {
      const lotto = new Lotto();
      for (; posto < riscossioni.length && !lotto.pieno; posto += 1) {
        const riscossione = riscossioni[posto];
        if (!riscossione) break;
        lotto.collect(toStornata(riscossione));
        const pendenza = pendenze.get(chiavePosizione({ idDominio: riscossione.idDominioTitolare, iuv: riscossione.iuv }));
        if (pendenza) lotto.changePendenza(pendenza, stornaVoce(lotto.pendenza(pendenza), riscossione, adesso), ["storna"]);
      }
      const fine = posto >= riscossioni.length;
      const annullamento = annullamentoDi(riconciliazione);
      const valore: Riconciliazione = {
        ...riconciliazione,
        importoRiconciliato: riconciliazione.importoRiconciliato - lotto.importo,
        annullamento: fine ? { ...annullamento, righe: annullamento.righe + righe } : annullamento,
      };
      const autore = { ...riconciliazione, principal: annullamento.principal };
      const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "riconciliazione", valore }, ...lotto.modifiche], {
        storia: lotto.storia(autore, adesso, () => ids.next()),
        ...(fine && { messaggi }),
      });
      if (!esito.ok) return undefined;
      for (const pendenza of lotto.scritte()) pendenze.set(chiavePosizione(pendenza), pendenza);
      riconciliazione = { ...valore, versione: valore.versione + 1 };
    } while (posto < riscossioni.length);
    return riconciliazione;
  };

  const undoFlusso = async (iniziale: Riconciliazione, flusso: Flusso, prossima: Messaggio): Promise<Esito> => {
    let attuale = iniziale;
    for (let tratto = 1; annullamentoDi(attuale).righe < attuale.righeElaborate; tratto += 1) {
      const fatte = annullamentoDi(attuale).righe;
      const quante = Math.min(RIGHE_PER_TRATTO, attuale.righeElaborate - fatte);
      const righe = await rendicontazioni.findRighe(flusso, fatte + 1, quante);
      if (righe.length !== quante)
        throw new Error(`flusso ${flusso.idFlusso}: lette ${righe.length} righe dopo la ${fatte}, attese ${quante}`);
      const distinte = [...new Map(righe.map((riga) => [`${riga.iuv}\u0000${riga.iur}\u0000${riga.indice}`, riga])).values()];
      const sue = (await posizioni.getRiscossioni(distinte)).filter((r) => r.stato === "INCASSATA" && r.idRiconciliazione === attuale.id);
      const ultimo = tratto === TRATTI_PER_MESSAGGIO && attuale.righeElaborate - fatte > RIGHE_PER_TRATTO;
      const dopo = await giveBack(attuale, sue, quante, ultimo ? [prossima] : []);
      if (!dopo) return "contesa";
      if (ultimo) return "rimandata";
      attuale = dopo;
    }
    return "finita";
  };

  const undoSingolo = async (riconciliazione: Riconciliazione, iuv: string): Promise<Esito> => {
    const { idDominio, id, righeElaborate } = riconciliazione;
    const { riscossioni } = await posizioni.getPosizione({ idDominio, iuv });
    const sue = riscossioni.filter((r) => r.stato === "INCASSATA" && r.idRiconciliazione === id);
    return (await giveBack(riconciliazione, sue, righeElaborate, [])) ? "finita" : "contesa";
  };

  /** Nothing is left: flow and transfer are free for whoever explains them next. */
  const conclude = async (riconciliazione: Riconciliazione, flusso: Flusso | undefined, traccia: Traccia): Promise<boolean> => {
    const { idDominio, id, sct, iuv, iur, indice } = riconciliazione;
    const stato = statiRiconciliazione.next(riconciliazione.stato, "concludiAnnullamento");
    if (!stato.ok) throw new Error(stato.errore.messaggio);
    const { motivo, principal } = annullamentoDi(riconciliazione);
    const nomi = await Promise.all([
      rendicontazioni.getUnicita("sct", `${idDominio}#${sct}`),
      flusso && rendicontazioni.getUnicita("flusso-riconciliato", chiaveFlussoRiconciliato(flusso)),
      iuv !== undefined && iur !== undefined && indice !== undefined
        ? rendicontazioni.getUnicita("trasferimento-riconciliato", chiaveTrasferimentoRiconciliato({ idDominio, iuv, iur, indice }))
        : undefined,
    ]);
    const resto =
      riconciliazione.importoRiconciliato === 0n
        ? ""
        : `, ${formatImportoItaliano(riconciliazione.importoRiconciliato)} euro non restituiti`;
    const valore: Riconciliazione = {
      ...riconciliazione,
      stato: stato.valore,
      descrizioneStato: `Annullata da ${principal}: ${motivo}${resto}`,
    };
    const libero = ({ idRiconciliazione: _, ...letto }: Flusso): Flusso => letto;
    const modifiche: Modifica[] = [
      { azione: "sostituisci", entita: "riconciliazione", valore },
      ...(flusso?.idRiconciliazione === id ? [{ azione: "sostituisci", entita: "flusso", valore: libero(flusso) } as const] : []),
      ...nomi.flatMap((nome) => (nome?.riferimento === id ? [{ azione: "elimina", entita: "unicita", valore: nome } as const] : [])),
    ];
    const evento = traccia.evento({
      componente: "GOVPAY",
      categoriaEvento: "INTERNO",
      tipoEvento: "riconciliazioneAnnullata",
      idDominio,
      principal,
      datiPagoPA: { idIncasso: id, sct },
      dettaglioEsito: valore.descrizioneStato ?? "",
    });
    // What was free again may already have another explanation.
    const corpo = {
      idDominio,
      flussi: flusso ? [normalizeIdFlusso(flusso.idFlusso)] : [],
      iuv: iuv === undefined ? [] : [iuv],
      iur: [],
      movimenti: [],
    };
    return (await unitOfWork.commit(modifiche, { eventi: [evento], messaggi: [{ coda: "riscontri", corpo }] })).ok;
  };

  /** One look at the reconciliation: `finita` when it is ANNULLATA. */
  return async (riconciliazione: Riconciliazione, prossima: Messaggio, traccia: Traccia): Promise<Esito> => {
    const { idDominio, idFlusso, idPsp, revisione, iuv, righeElaborate } = riconciliazione;
    const flusso =
      idFlusso !== undefined && idPsp !== undefined && revisione !== undefined
        ? await rendicontazioni.getFlusso({ idDominio, idFlusso, idPsp, revisione })
        : undefined;
    if (annullamentoDi(riconciliazione).righe >= righeElaborate)
      return (await conclude(riconciliazione, flusso, traccia)) ? "finita" : "contesa";
    const esito = flusso ? await undoFlusso(riconciliazione, flusso, prossima) : await undoSingolo(riconciliazione, iuv ?? "");
    // Read again before the end: the version has moved.
    return esito === "finita" ? "contesa" : esito;
  };
};
