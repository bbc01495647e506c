/**
 * One message leaves. It is claimed before the call and settled after it: who finds an old claim knows that somebody was interrupted in between, that the
 * message may have left, and that sending it again is for a person to decide. What leaves is the debt as it is now.
 */

import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { chiaveAppIODi, impostazioniDi } from "../../domain/promemoria/impostazioni.ts";
import { findInutilita } from "../../domain/promemoria/piano.ts";
import { findImpedimento } from "../../domain/promemoria/precedenza.ts";
import { type Canale, type Promemoria, type RichiestaInvio, toControllo } from "../../domain/promemoria/promemoria.ts";
import { statiPromemoria } from "../../domain/promemoria/stati-promemoria.ts";
import { renderPromemoria } from "../../domain/promemoria/testo-promemoria.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { addMinuti, fineGiorno, giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Allegata, Busta, CanaliComunicazione, Comunicazioni, EsitoCanale } from "../../ports/comunicazioni.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { type AnagraficaAvvisatura, attiviDi, loadAvvisatura, type PorteAvvisatura } from "./avvisatura.ts";

export interface PorteInvio {
  readonly comunicazioni: Pick<Comunicazioni, "getPosizione">;
  readonly anagrafiche: PorteAvvisatura;
  readonly canali: CanaliComunicazione;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The printed notice, or receipt; undefined when there is none to attach. */
  readonly print: (pendenza: Pendenza, ricevuta: Ricevuta | undefined) => Promise<Allegata | undefined>;
}

export type EsitoInvio = { readonly esito: "fatto" } | { readonly esito: "riprova"; readonly secondi: number };

const FATTO: EsitoInvio = { esito: "fatto" };
/** Longer than the function lives: who is not back by then will not come. */
const PRENOTAZIONE_SECONDI = 300;
const TENTATIVI_MASSIMI = 12;
const ATTESA_MASSIMA_SECONDI = 6 * 3600;

interface Lavoro extends AnagraficaAvvisatura {
  readonly pendenza: Pendenza;
  readonly ricevuta: Ricevuta | undefined;
  readonly promemoria: Promemoria;
  readonly adesso: string;
}

/** A mail server refuses a message of more than 10-30 MB: the notice can be had from its number, hence the message goes without. */
const ALLEGATO_MASSIMO_BYTE = 5 * 1024 * 1024;

const NON_ABILITATO: Readonly<Record<Canale, string>> = {
  PEC: "il creditore non ha una casella PEC (pecBatch)",
  EMAIL: "l'invio di e-mail non è abilitato nell'installazione",
  APP_IO: "l'invio con App IO non è abilitato nell'installazione",
};

/** Why it must not leave any more. */
const findMotivo = (lavoro: Lavoro): string | undefined => {
  const { pendenza, ricevuta, promemoria, canali, livelli, adesso } = lavoro;
  const { canale, tipo } = promemoria;
  if (pendenza.prova) return "di una pendenza di prova non parte nulla: l'anteprima dice che cosa sarebbe partito";
  if (canali[canale]["abilitato"] !== true) return NON_ABILITATO[canale];
  if (tipo === "RICEVUTA_TELEMATICA" && !ricevuta) return "la ricevuta non c'è più";
  const inutile = tipo === "RICEVUTA_TELEMATICA" ? undefined : findInutilita(pendenza, giornoDi(adesso));
  const senzaChiave =
    canale === "APP_IO" && chiaveAppIODi(livelli) === undefined
      ? "il creditore non ha la chiave del servizio App IO per questo tipo"
      : undefined;
  return inutile ?? findImpedimento(pendenza, canale, attiviDi(lavoro)) ?? senzaChiave;
};

const pagamentoDi = ({ idDominio, importo, numeroAvviso, dataValidita, dataScadenza }: Pendenza): NonNullable<Busta["pagamento"]> => {
  const ultimo = dataScadenza ?? dataValidita;
  return { idDominio, importo, numeroAvviso, ...(ultimo !== undefined && { scadenza: fineGiorno(ultimo) }) };
};

const toBusta = (lavoro: Lavoro, testi: { readonly oggetto: string; readonly testo: string }, allegata: Allegata | undefined): Busta => {
  const { pendenza, promemoria, creditore, canali, livelli } = lavoro;
  const { debitore } = pendenza;
  const apiKey = chiaveAppIODi(livelli);
  return {
    ...testi,
    id: `${promemoria.idDominio}.${promemoria.iuv}.${promemoria.id}.${promemoria.giro}`,
    ...(debitore.email !== undefined && { email: debitore.email }),
    ...(debitore.pec !== undefined && { pec: debitore.pec }),
    codiceFiscale: debitore.identificativo,
    mittente: creditore.dominio.ragioneSociale,
    ...(allegata && { allegata }),
    ...(promemoria.tipo !== "RICEVUTA_TELEMATICA" && { pagamento: pagamentoDi(pendenza) }),
    impostazioni: canali[promemoria.canale],
    ...(apiKey !== undefined && promemoria.canale === "APP_IO" && { apiKey }),
  };
};

const ESITI_GIORNALE = { conferma: "OK", annulla: "OK", rimanda: "FAIL", rifiuta: "KO", dubita: "FAIL" } as const;
type EventoInvio = keyof typeof ESITI_GIORNALE;

/** What the outcome of the channel makes of the message. */
const settleEsito = (promemoria: Promemoria, esito: EsitoCanale, adesso: string): readonly [EventoInvio, Promemoria, number] => {
  switch (esito.esito) {
    case "spedito":
      return ["conferma", { ...promemoria, ...(esito.idMessaggio !== undefined && { idMessaggio: esito.idMessaggio }) }, 0];
    case "irraggiungibile":
      return ["annulla", { ...promemoria, descrizioneStato: esito.dettaglio }, 0];
    case "rifiutato":
      return ["rifiuta", { ...promemoria, descrizioneStato: esito.dettaglio }, 0];
    case "incerto":
      return ["dubita", { ...promemoria, descrizioneStato: esito.dettaglio }, 0];
    case "riprova": {
      if (promemoria.tentativi >= TENTATIVI_MASSIMI) return ["rifiuta", { ...promemoria, descrizioneStato: esito.dettaglio }, 0];
      const secondi = Math.min(Math.max(esito.secondi ?? 0, attesaDopo(promemoria.tentativi)), ATTESA_MASSIMA_SECONDI);
      const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
      return ["rimanda", { ...promemoria, descrizioneStato: esito.dettaglio, dataProssimoTentativo }, secondi];
    }
  }
};

export const createSendComunicazione = (porte: PorteInvio) => {
  const { comunicazioni, anagrafiche, canali, unitOfWork, clock, ids, print } = porte;

  const write = async (promemoria: Promemoria, evento: EventoInvio, traccia: Traccia): Promise<boolean> => {
    const stato = statiPromemoria.next(promemoria.stato, evento);
    if (!stato.ok) throw new Error(stato.errore.messaggio);
    const { idDominio, iuv, tipo, canale, descrizioneStato: dettaglioEsito } = promemoria;
    const dopo = { ...promemoria, stato: stato.valore };
    const controllo =
      evento === "conferma" && canale === "APP_IO" && dopo.idMessaggio !== undefined ? toControllo(dopo, clock.now()) : undefined;
    const modifiche: readonly Modifica[] = [
      { azione: "sostituisci", entita: "promemoria", valore: dopo },
      ...(controllo ? [{ azione: "crea", entita: "scadenzaPromemoria", valore: controllo } as const] : []),
    ];
    // What this channel lost may be of the next one; what may be armed again is not lost, and deciding it at once would arm it for ever.
    const perso = (evento === "rifiuta" || evento === "annulla") && canale !== "EMAIL" && !dopo.riarmabile;
    const esito = await unitOfWork.commit(modifiche, {
      messaggi: perso ? [{ coda: "comunicazioni", corpo: { tipo: "POSIZIONE", idDominio, iuv } }] : [],
      // A wait is no news of the debt.
      storia:
        evento === "rimanda"
          ? []
          : [
              {
                ...{ id: ids.next(), idDominio, iuv, data: clock.now(), autore: "sistema", evento: "promemoria" },
                campi: { [`${tipo}.${canale}`]: { prima: promemoria.stato, dopo: stato.valore } },
              },
            ],
      eventi: [
        traccia.evento({
          ...{ ruolo: "CLIENT", tipoEvento: "invioPromemoria", sottotipoEvento: `${tipo}.${canale}`, idDominio, iuv },
          ...{ esito: ESITI_GIORNALE[evento], ...(dettaglioEsito !== undefined && { dettaglioEsito }) },
        }),
      ],
    });
    return esito.ok;
  };

  const claim = async (promemoria: Promemoria, adesso: string): Promise<Promemoria | undefined> => {
    const { descrizioneStato: _prima, dataProssimoTentativo: _atteso, recapito: _detto, controlli: _chiesti, ...resto } = promemoria;
    const valore = { ...resto, stato: "IN_INVIO", tentativi: promemoria.tentativi + 1, dataUltimoTentativo: adesso } as const;
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "promemoria", valore }]);
    return esito.ok ? { ...valore, versione: valore.versione + 1 } : undefined;
  };

  /** Somebody claimed it and did not come back. */
  const judgeClaim = async (promemoria: Promemoria, adesso: string, traccia: Traccia): Promise<EsitoInvio> => {
    const scade = addMinuti(promemoria.dataUltimoTentativo ?? promemoria.data, PRENOTAZIONE_SECONDI / 60);
    if (scade > adesso) return { esito: "riprova", secondi: PRENOTAZIONE_SECONDI };
    const descrizioneStato = "chi lo spediva si è interrotto: potrebbe essere partito";
    await write({ ...promemoria, descrizioneStato }, "dubita", traccia);
    return FATTO;
  };

  const send = async (lavoro: Lavoro, traccia: Traccia): Promise<EsitoInvio> => {
    const { promemoria, pendenza, ricevuta, livelli, adesso } = lavoro;
    const motivo = findMotivo(lavoro);
    if (motivo !== undefined) {
      await write({ ...promemoria, descrizioneStato: motivo, ...(!pendenza.prova && { riarmabile: true }) }, "annulla", traccia);
      return FATTO;
    }
    const impostazioni = impostazioniDi(livelli, promemoria.canale, promemoria.tipo);
    const testi = renderPromemoria(lavoro);
    // All that may fail by itself comes before the claim.
    const stampata = testi.ok && impostazioni.allegaPdf ? await print(pendenza, ricevuta) : undefined;
    const allegata = stampata && stampata.byte.length <= ALLEGATO_MASSIMO_BYTE ? stampata : undefined;
    const preso = await claim(promemoria, adesso);
    if (!preso) return FATTO;
    const esito: EsitoCanale = testi.ok
      ? await canali[promemoria.canale].send(toBusta(lavoro, testi.valore, allegata))
      : { esito: "rifiutato", dettaglio: `modello: ${testi.errore}`.slice(0, 300) };
    const [evento, dopo, secondi] = settleEsito(preso, esito, clock.now());
    await write(dopo, evento, traccia);
    return evento === "rimanda" ? { esito: "riprova", secondi } : FATTO;
  };

  return async ({ idDominio, iuv, id, giro }: RichiestaInvio, traccia: Traccia): Promise<EsitoInvio> => {
    const { pendenza, ricevute, promemoria: presenti } = await comunicazioni.getPosizione({ idDominio, iuv });
    const promemoria = presenti.find((uno) => uno.id === id);
    if (!pendenza || !promemoria || promemoria.giro !== giro) return FATTO;
    const adesso = clock.now();
    if (promemoria.stato === "IN_INVIO") return judgeClaim(promemoria, adesso, traccia);
    if (promemoria.stato !== "DA_SPEDIRE") return FATTO;
    const avvisatura = await loadAvvisatura(anagrafiche, pendenza);
    if (!avvisatura) return FATTO;
    const ricevuta = ricevute.find(({ idRicevuta }) => idRicevuta === promemoria.idRicevuta);
    return send({ ...avvisatura, pendenza, ricevuta, promemoria, adesso }, traccia);
  };
};
