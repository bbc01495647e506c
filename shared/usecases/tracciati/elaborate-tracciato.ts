/**
 * The worker of bulk batches: a state machine whose progress is on the batch. A message holds the batch for a while, works through as many stages
 * as its time allows, and leaves a message for the rest in the transaction of its last stage. Killed anywhere, it is taken up again where it was.
 */
import type { Approvazione } from "../../domain/approvazioni/approvazione.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Evento } from "../../domain/eventi.ts";
import { withoutAttesa } from "../../domain/tracciati/annullamenti.ts";
import { isConcluso, statiTracciato } from "../../domain/tracciati/stati-tracciato.ts";
import type { TappaTracciato, Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { composeEsiti } from "./compose-esiti.ts";
import { createElaborateRiga } from "./elaborate-riga.ts";
import { elaborateRighe, LettoreTappe, openSorgente } from "./elaborate-righe.ts";
import { openTracciato } from "./open-tracciato.ts";
import type { PorteElaborazione } from "./porte.ts";
import { composeStampe, isStampaFinita, printTappa } from "./print-tracciato.ts";
import { messaggioDi, progressoDi } from "./progresso.ts";
import { proposeAnnullamenti } from "./propose-annullamenti.ts";

export interface ConsegnaTracciato {
  readonly id: string;
  readonly tappa: number;
  readonly messageId: string;
  /** From 1. */
  readonly tentativo: number;
}

/** `riprova`: another worker holds the batch, look again in so many seconds. */
export type EsitoElaborazione = { readonly esito: "fatto" } | { readonly esito: "riprova"; readonly secondi: number };

/** A third of the function's time: the last stage begun within it has the rest to end. */
const LAVORO_MILLISECONDI = 60_000;
/** How long a worker may be silent before another takes its place: longer than any stage. */
const PRESA_MILLISECONDI = 120_000;
/** After so many failures of a stage, the rows that fail are refused and the others go on. */
const TENTATIVI_PRIMA_DI_TOLLERARE = 4;
const TENTATIVI_COMMIT = 5;

const instantDopo = (istante: string, millisecondi: number): string => new Date(Date.parse(istante) + millisecondi).toISOString();

const advance = (tracciato: Tracciato, evento: Parameters<typeof statiTracciato.next>[1], descrizioneStato?: string): Tracciato => {
  const stato = statiTracciato.next(tracciato.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  return { ...tracciato, stato: stato.valore, ...(descrizioneStato !== undefined && { descrizioneStato }) };
};

const describeFine = ({ righeLette, eseguite, fallite, letturaFermata, simulazione }: Tracciato): string => {
  const righe = `${righeLette} righe, ${eseguite} riuscite, ${fallite} rifiutate`;
  const fine = letturaFermata === undefined ? righe : `${righe}; lettura fermata alla ${letturaFermata}`;
  return simulazione ? `Simulazione, nulla è stato scritto: ${fine}` : fine;
};

const close = (tracciato: Tracciato): Tracciato => {
  if (tracciato.fermata) return advance(tracciato, "ferma", `Fermato da ${tracciato.fermata.principal}: ${describeFine(tracciato)}`);
  const { fallite, letturaFermata, righeLette } = tracciato;
  if (righeLette === 0) return advance(tracciato, "scarta", letturaFermata ?? "il file non contiene righe");
  return advance(tracciato, fallite > 0 || letturaFermata !== undefined ? "completaConErrori" : "completa", describeFine(tracciato));
};

const withoutPresa = ({ presa: _, ...tracciato }: Tracciato): Tracciato => tracciato;

interface Passo {
  readonly tracciato: Tracciato;
  readonly tappa?: TappaTracciato;
  /** The batch stops here, until this is decided. */
  readonly approvazione?: Approvazione;
}

/** One invocation on one batch. */
class Lavoro {
  readonly #porte: PorteElaborazione;
  readonly #consegna: ConsegnaTracciato;
  readonly #traccia: Traccia;
  readonly #elaboraRiga: ReturnType<typeof createElaborateRiga>;
  #lettore: LettoreTappe | undefined;

  constructor(porte: PorteElaborazione, consegna: ConsegnaTracciato, traccia: Traccia) {
    this.#porte = porte;
    this.#consegna = consegna;
    this.#traccia = traccia;
    this.#elaboraRiga = createElaborateRiga(porte);
  }

  async run(): Promise<EsitoElaborazione> {
    const { tracciati, clock } = this.#porte;
    const { id, tappa, messageId } = this.#consegna;
    const trovato = await tracciati.get(id);
    if (!trovato || isConcluso(trovato.stato) || trovato.stato === "IN_CARICAMENTO") return { esito: "fatto" };
    // Its own message comes with the decision, or with the end of the time for it.
    if (trovato.attesaApprovazione !== undefined && !trovato.fermata) return { esito: "fatto" };
    const { presa } = trovato;
    const propria = presa?.messaggio === messageId;
    if (!propria && tappa < progressoDi(trovato)) return { esito: "fatto" };
    const adesso = clock.now();
    if (presa && !propria && presa.finoA > adesso)
      return { esito: "riprova", secondi: Math.max(1, Math.ceil((Date.parse(presa.finoA) - Date.parse(adesso)) / 1000)) };
    const preso = trovato.stato === "IN_ATTESA" ? { ...advance(trovato, "elabora"), inizioElaborazione: adesso } : trovato;
    let corrente = await this.#commit({ tracciato: preso });
    const limite = instantDopo(adesso, LAVORO_MILLISECONDI);
    while (corrente && !isConcluso(corrente.stato)) {
      const passo = await this.#step(corrente);
      const ultimo = !isConcluso(passo.tracciato.stato) && !passo.approvazione && clock.now() >= limite;
      corrente = await this.#commit(passo, ultimo);
      if (ultimo || passo.approvazione) break;
    }
    return { esito: "fatto" };
  }

  async #step(tracciato: Tracciato): Promise<Passo> {
    if (tracciato.fermata) return this.#close(tracciato);
    if (tracciato.stato === "ELABORAZIONE_STAMPA") {
      if (isStampaFinita(tracciato)) return this.#close(tracciato);
      return { tracciato: await printTappa(this.#porte, tracciato, this.#tollera()) };
    }
    if (!tracciato.dialetto) {
      const aperto = await openTracciato(this.#porte, tracciato);
      return { tracciato: aperto.ok ? aperto.valore : advance(tracciato, "scarta", aperto.errore) };
    }
    if (tracciato.posizione >= (tracciato.lunghezza ?? 0)) {
      if (tracciato.avvisiTotali > 0) return { tracciato: advance(tracciato, "stampa") };
      return this.#close(tracciato);
    }
    return this.#righe(tracciato);
  }

  async #righe(tracciato: Tracciato): Promise<Passo> {
    if (!this.#lettore) {
      const sorgente = await openSorgente(this.#porte, tracciato);
      if (!sorgente.ok) return { tracciato: { ...tracciato, posizione: tracciato.lunghezza ?? 0, letturaFermata: sorgente.errore } };
      this.#lettore = new LettoreTappe(sorgente.valore);
    }
    const { attesaDi, ...fatta } = await elaborateRighe(
      this.#porte,
      this.#elaboraRiga,
      this.#lettore,
      tracciato,
      this.#traccia,
      this.#tollera(),
    );
    return attesaDi === undefined ? fatta : { ...fatta, ...proposeAnnullamenti(this.#porte, fatta.tracciato, attesaDi) };
  }

  #tollera(): boolean {
    return this.#consegna.tentativo > TENTATIVI_PRIMA_DI_TOLLERARE;
  }

  async #close(tracciato: Tracciato): Promise<Passo> {
    await composeEsiti(this.#porte, tracciato);
    await composeStampe(this.#porte, tracciato);
    return { tracciato: close(withoutAttesa(tracciato)) };
  }

  #eventi({ id, mittente }: Tracciato, approvazione: Approvazione | undefined): readonly Evento[] {
    if (!approvazione) return [];
    const { idDominio, descrizione } = approvazione;
    return [
      this.#traccia.evento({
        ...definiti({ idDominio }),
        ...{ principal: mittente.principal, datiPagoPA: { idTracciato: id } },
        dettaglioEsito: `Richiesta di approvazione ${approvazione.id}: ${descrizione}`,
      }),
    ];
  }

  /** Undefined when the batch was taken from us: what this invocation did will be done, or was done, by another. */
  async #commit({ tracciato, tappa, approvazione }: Passo, ultimo = false): Promise<Tracciato | undefined> {
    const { clock, unitOfWork, tracciati } = this.#porte;
    const { messageId } = this.#consegna;
    let base = tracciato;
    for (let tentativo = 0; tentativo < TENTATIVI_COMMIT; tentativo++) {
      const adesso = clock.now();
      const libero = withoutPresa({ ...base, dataOraUltimoAggiornamento: adesso });
      const lascia = ultimo || approvazione !== undefined || isConcluso(base.stato);
      const valore = lascia ? libero : { ...libero, presa: { messaggio: messageId, finoA: instantDopo(adesso, PRESA_MILLISECONDI) } };
      const modifiche: Modifica[] = [
        { azione: "sostituisci", entita: "tracciato", valore },
        ...(tappa ? [{ azione: "crea", entita: "tappaTracciato", valore: tappa } as const] : []),
        ...(approvazione ? [{ azione: "crea", entita: "approvazione", valore: approvazione } as const] : []),
      ];
      const messaggi: Messaggio[] = ultimo ? [messaggioDi(valore)] : [];
      if ((await unitOfWork.commit(modifiche, { messaggi, eventi: this.#eventi(tracciato, approvazione) })).ok)
        return { ...valore, versione: valore.versione + 1 };
      const presente = await tracciati.get(base.id);
      // Only a request to stop may have changed it while we hold it.
      if (!presente || presente.tappa !== tracciato.tappa - (tappa ? 1 : 0) || isConcluso(presente.stato)) return undefined;
      if (presente.presa && presente.presa.messaggio !== messageId) return undefined;
      // Another worker took our place and met what waits for a second person.
      if (presente.attesaApprovazione !== undefined && !presente.fermata) return undefined;
      if (presente.annullamenti?.length !== tracciato.annullamenti?.length) return undefined;
      base = { ...base, versione: presente.versione, ...(presente.fermata && { fermata: presente.fermata }) };
    }
    throw new Error(`tracciato ${tracciato.id}: troppe modifiche insieme`);
  }
}

/** Works on the batch of a message as long as its time allows. Throws to have the message again: whatever was committed is not done twice. */
export const elaborateTracciato =
  (porte: PorteElaborazione) =>
  (consegna: ConsegnaTracciato, traccia: Traccia): Promise<EsitoElaborazione> =>
    new Lavoro(porte, consegna, traccia).run();
