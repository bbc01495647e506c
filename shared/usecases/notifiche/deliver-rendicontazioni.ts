/**
 * Delivers the rows of a flow to an application, a wave at a time, in order. How far it got is on the delivery, so that it may be interrupted, repeated or run twice:
 * a row is told at least once. A row that the other system refuses for good does not stop the others; a system that is down is tried again later.
 */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import {
  type ChiaveInvio,
  type EsitoRiga,
  type InvioRendicontazioni,
  readEsitoRiga,
} from "../../domain/notifiche/invio-rendicontazioni.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifiche } from "../../ports/notifiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { ServizioIntegrazione, SistemaEnte } from "../../ports/sistema-ente.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { EsitoConsegna } from "./deliver-notifica.ts";

interface Porte {
  readonly notifiche: Pick<Notifiche, "getInvio">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getFlusso" | "findRighe">;
  readonly posizioni: Pick<Posizioni, "getRiscossioni" | "getPendenze">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione">;
  readonly ente: Pick<SistemaEnte, "notifyRendicontazione">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  /** The row as the API EC v2 shows it; undefined when it has no word for it. */
  readonly present: (flusso: Flusso, riga: Rendicontazione) => unknown;
}

/** Read together, and written together: two reads and a write. */
const RIGHE_PER_TRATTO = 100;
const INSIEME = 10;
/** A message works this long, less than a row of a slow system takes: the rest is for the next one. */
const SECONDI = 4;

interface Avanzamento {
  readonly righe: number;
  readonly spedite: number;
  readonly rifiutate: number;
  readonly fermo?: { readonly esito: Exclude<EsitoRiga, "presa" | "rifiutata">; readonly dettaglio: string; readonly status?: number };
}

export const createDeliverRendicontazioni = (porte: Porte) => {
  const { notifiche, rendicontazioni, posizioni, anagrafiche, ente, unitOfWork, clock, present } = porte;

  const readTratto = async (flusso: Flusso, fatte: number): Promise<readonly Rendicontazione[]> => {
    const righe = await rendicontazioni.findRighe(flusso, fatte + 1, RIGHE_PER_TRATTO);
    const attese = Math.min(RIGHE_PER_TRATTO, flusso.righeAcquisite - fatte);
    // Read through an index, which may lag behind the flow: a missing row must not be skipped.
    if (righe.length !== attese)
      throw new Error(`flusso ${flusso.idFlusso}: lette ${righe.length} righe dopo la ${fatte}, attese ${attese}`);
    return righe;
  };

  /** Rows that pay a debt of the application. */
  const selectProprie = async (righe: readonly Rendicontazione[], idA2A: string): Promise<readonly Rendicontazione[]> => {
    const distinte = [...new Map(righe.map((r) => [`${r.iuv}#${r.iur}#${r.indice}`, r])).values()];
    const riscossioni = new Map((await posizioni.getRiscossioni(distinte)).map((r) => [`${r.iuv}#${r.iur}#${r.indice}`, r.idA2A]));
    const senza = distinte.filter((r) => !riscossioni.has(`${r.iuv}#${r.iur}#${r.indice}`));
    const chiavi = [...new Map(senza.map(({ idDominio, iuv }) => [iuv, { idDominio, iuv }])).values()];
    const pendenze = new Map((chiavi.length === 0 ? [] : await posizioni.getPendenze(chiavi)).map((p) => [p.iuv, p.idA2A]));
    return righe.filter((r) => (riscossioni.get(`${r.iuv}#${r.iur}#${r.indice}`) ?? pendenze.get(r.iuv)) === idA2A);
  };

  const sendOnda = async (servizio: ServizioIntegrazione, flusso: Flusso, onda: readonly Rendicontazione[]) =>
    Promise.all(
      onda.map(async (riga) => {
        const corpo = present(flusso, riga);
        if (corpo === undefined) return { riga, esito: "rifiutata" as const, dettaglio: `esito ${riga.esito} senza nome` };
        const consegna = await ente.notifyRendicontazione(servizio, corpo);
        if (consegna.ok) return { riga, esito: "presa" as const, dettaglio: "" };
        const { status, dettaglio } = consegna.errore;
        return { riga, esito: readEsitoRiga(status), dettaglio, ...(status !== undefined && { status }) };
      }),
    );

  /** A stretch of the flow, as far as the time and the other system allow. */
  const sendTratto = async (
    servizio: ServizioIntegrazione,
    flusso: Flusso,
    invio: InvioRendicontazioni,
    entro: string,
  ): Promise<Avanzamento> => {
    const tratto = await readTratto(flusso, invio.righe);
    const proprie = await selectProprie(tratto, invio.destinatario);
    let { righe, spedite, rifiutate } = invio;
    for (let i = 0; i < proprie.length; i += INSIEME) {
      const onda = await sendOnda(servizio, flusso, proprie.slice(i, i + INSIEME));
      const posto = onda.findIndex(({ esito }) => esito === "rimandata" || esito === "non-gestita");
      const fatte = posto === -1 ? onda : onda.slice(0, posto);
      spedite += fatte.filter(({ esito }) => esito === "presa").length;
      rifiutate += fatte.filter(({ esito }) => esito === "rifiutata").length;
      righe = fatte.at(-1)?.riga.progressivo ?? righe;
      const primo = onda[posto];
      if (primo && (primo.esito === "rimandata" || primo.esito === "non-gestita")) {
        const { esito, dettaglio, status } = primo;
        return { righe, spedite, rifiutate, fermo: { esito, dettaglio, ...(status !== undefined && { status }) } };
      }
      if (clock.now() >= entro && i + INSIEME < proprie.length) return { righe, spedite, rifiutate };
    }
    return { righe: invio.righe + tratto.length, spedite, rifiutate };
  };

  /** The delivery after the stretch. */
  const advance = (invio: InvioRendicontazioni, fatto: Avanzamento, flusso: Flusso, adesso: string): InvioRendicontazioni => {
    const { dataProssimoTentativo: _, descrizioneStato: __, ...resto } = invio;
    const { fermo, righe, spedite, rifiutate } = fatto;
    const base = { ...resto, righe, spedite, rifiutate, dataUltimoTentativo: adesso };
    if (!fermo) return { ...base, tentativi: 0, stato: righe >= flusso.righeAcquisite ? "SPEDITO" : "DA_SPEDIRE" };
    if (fermo.esito === "non-gestita" && spedite === 0)
      return { ...base, stato: "ANNULLATO", descrizioneStato: `l'applicazione non riceve le rendicontazioni: ${fermo.dettaglio}` };
    const tentativi = (righe > invio.righe ? 0 : invio.tentativi) + 1;
    const dataProssimoTentativo = addMinuti(adesso, attesaDopo(tentativi) / 60);
    return { ...base, tentativi, descrizioneStato: fermo.dettaglio, dataProssimoTentativo };
  };

  const settle = async (
    invio: InvioRendicontazioni,
    traccia: Traccia,
    { fermo }: Pick<Avanzamento, "fermo">,
    segue: boolean,
  ): Promise<boolean> => {
    const { idDominio, idFlusso, idPsp, revisione, destinatario, righe, spedite, rifiutate } = invio;
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "invioRendicontazioni", valore: invio }], {
      eventi: [
        traccia.evento({
          ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "notificaRendicontazioni", idDominio, idA2A: destinatario },
          datiPagoPA: { idFlusso, idPsp, revisione: String(revisione) },
          ...(fermo && { esito: fermo.esito === "rimandata" ? "FAIL" : "KO", severita: 3 }),
          dettaglioEsito: fermo?.dettaglio ?? `righe ${righe}, consegnate ${spedite}, rifiutate ${rifiutate}`,
          ...(fermo?.status !== undefined && { parametriRisposta: { status: fermo.status, data: clock.now() } }),
        }),
      ],
      ...(segue && {
        messaggi: [{ coda: "notifiche", corpo: { tipo: "RENDICONTAZIONI", idDominio, idFlusso, idPsp, revisione, destinatario } }],
      }),
    });
    return esito.ok;
  };

  const annulla = async (invio: InvioRendicontazioni, descrizioneStato: string, traccia: Traccia): Promise<EsitoConsegna> => {
    const fermo = { esito: "non-gestita", dettaglio: descrizioneStato } as const;
    await settle({ ...invio, stato: "ANNULLATO", descrizioneStato, dataUltimoTentativo: clock.now() }, traccia, { fermo }, false);
    return { esito: "annullata" };
  };

  const deliver = async (
    iniziale: InvioRendicontazioni,
    flusso: Flusso,
    servizio: NonNullable<Applicazione["servizioIntegrazione"]>,
    traccia: Traccia,
  ): Promise<EsitoConsegna> => {
    const entro = addMinuti(clock.now(), SECONDI / 60);
    let invio = iniziale;
    while (invio.righe < flusso.righeAcquisite) {
      const fatto = await sendTratto(servizio, flusso, invio, entro);
      const dopo = advance(invio, fatto, flusso, clock.now());
      const segue = dopo.stato === "DA_SPEDIRE" && !fatto.fermo && clock.now() >= entro;
      // Somebody else delivers the same: it goes on from where it is.
      if (!(await settle(dopo, traccia, fatto, segue))) return { esito: "gia-consegnata" };
      if (dopo.stato === "ANNULLATO") return { esito: "annullata" };
      if (fatto.fermo) return { esito: "riprova", secondi: attesaDopo(dopo.tentativi) };
      if (segue) return { esito: "consegnata" };
      invio = { ...dopo, versione: dopo.versione + 1 };
    }
    return { esito: "consegnata" };
  };

  /** @throws Error to have the message again: the rows of the flow are not all visible yet. */
  return async (chiave: ChiaveInvio, traccia: Traccia): Promise<EsitoConsegna> => {
    const [invio, flusso, applicazione] = await Promise.all([
      notifiche.getInvio(chiave),
      rendicontazioni.getFlusso(chiave),
      anagrafiche.getApplicazione(chiave.destinatario),
    ]);
    if (!invio || !flusso)
      throw new Error(`invio del flusso ${chiave.idFlusso} di ${chiave.idDominio} a ${chiave.destinatario} sconosciuto`);
    if (invio.stato !== "DA_SPEDIRE") return { esito: "gia-consegnata" };
    if (flusso.obsoleto) return annulla(invio, "il flusso è stato sostituito da una revisione successiva", traccia);
    if (applicazione?.servizioIntegrazione?.versioneApi !== "REST v2")
      return annulla(invio, "l'applicazione non ha un servizio di integrazione REST v2", traccia);
    if (flusso.righeAcquisite === 0) return annulla(invio, "il flusso non ha righe", traccia);
    return deliver(invio, flusso, applicazione.servizioIntegrazione, traccia);
  };
};
