/**
 * One change of state = one transaction: the new states under the version read, the history of the debt, the journal and the outgoing messages.
 * An entity carries the version it was read with (0 when new); the store bumps it.
 */
import type { Abbinamento, PropostaAperta, RegolaRegistrata, RiscontroFlusso } from "../domain/abbinamenti/abbinamento.ts";
import type { ImpostazioniRiscontri } from "../domain/abbinamenti/impostazioni.ts";
import type { PagamentoNotificato } from "../domain/abbinamenti/pagamento-notificato.ts";
import type { Abbonamento } from "../domain/abbonamenti/abbonamento.ts";
import type { Seguito } from "../domain/abbonamenti/seguito.ts";
import type { SecondoFattore } from "../domain/accessi/secondo-fattore.ts";
import type { Sessione } from "../domain/accessi/sessione.ts";
import type { SessioneCittadino } from "../domain/accessi/sessione-cittadino.ts";
import type { TentativiAccesso } from "../domain/accessi/tentativi.ts";
import type { Applicazione, Operatore, Ruolo } from "../domain/anagrafiche/applicazione.ts";
import type {
  ContoAccredito,
  Dominio,
  Entrata,
  EntrataDominio,
  Intermediario,
  Stazione,
  TipoPendenza,
  TipoPendenzaDominio,
  UnitaOperativa,
} from "../domain/anagrafiche/creditore.ts";
import type { Anomalia, VoceAnomalia } from "../domain/anomalie/anomalia.ts";
import type { Instradamento } from "../domain/anomalie/instradamento.ts";
import type { Riepilogo, SegnalibroRiepilogo } from "../domain/anomalie/riepilogo.ts";
import type { Approvazione } from "../domain/approvazioni/approvazione.ts";
import type { CambioIban } from "../domain/cambi/cambio-iban.ts";
import type { SezioneConfigurazione } from "../domain/configurazione/sezioni.ts";
import type { EsecuzioneTracciato, TracciatoContabile } from "../domain/contabilita/tracciati/tracciato-contabile.ts";
import type { Controllo } from "../domain/controlli/controllo.ts";
import type { Esito } from "../domain/esito.ts";
import type { Esportazione } from "../domain/esportazioni/esportazione.ts";
import type { TracciatoNotifica } from "../domain/esportazioni/tracciato-notifica.ts";
import type { Evento } from "../domain/eventi.ts";
import type { Fascicolo } from "../domain/fascicoli/fascicolo.ts";
import type { Allineamento } from "../domain/gpd/allineamento.ts";
import type { VerificaGpd } from "../domain/gpd/verifica.ts";
import type { Importazione } from "../domain/installazione/importazione.ts";
import type { Esecuzione, Lavoro } from "../domain/lavori/lavoro.ts";
import type { InvioRendicontazioni } from "../domain/notifiche/invio-rendicontazioni.ts";
import type { Notifica } from "../domain/notifiche/notifica.ts";
import type { Pagamento } from "../domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../domain/pagamenti/tentativo.ts";
import type { PaginaPagamento, PrenotazionePagina, QuotaPagina } from "../domain/pagine/pagina-pagamento.ts";
import type { Pendenza, VoceStoria } from "../domain/pendenze/pendenza.ts";
import type { CicloConservazione } from "../domain/privacy/ciclo.ts";
import type { RegoleConservazione } from "../domain/privacy/conservazione.ts";
import type { Promemoria, ScadenzaPromemoria } from "../domain/promemoria/promemoria.ts";
import type { Recupero } from "../domain/recuperi/recupero.ts";
import type { Flusso, Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
import type { Segnalibro } from "../domain/rendicontazioni/segnalibro.ts";
import type { Ricevuta, Riscossione } from "../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../domain/riconciliazioni/riconciliazione.ts";
import type { Caricamento } from "../domain/tesoreria/caricamento.ts";
import type { DecisioneCausale } from "../domain/tesoreria/causali/decisione.ts";
import type { Movimento } from "../domain/tesoreria/movimento-registrato.ts";
import type { ProfiloLettura } from "../domain/tesoreria/profili/profilo.ts";
import type { TappaTracciato, Tracciato } from "../domain/tracciati/tracciato.ts";
import type { SoglieSonde } from "./sonde.ts";
import type { ChiaveDiMovimento, NomeOccupato } from "./tesoreria.ts";

/** Reserves a name: whoever comes second is refused in the same transaction. */
export interface Unicita {
  readonly versione: number;
  readonly ambito:
    | "principal"
    | "sct"
    | "flusso-letto"
    | "flusso-riconciliato"
    | "trasferimento-riconciliato"
    | "riscossione-riconciliata"
    | "tracciato"
    | "caricamento"
    | "sessione-psp"
    | "cambio-iban"
    | "promemoria-documento"
    | "bollo";
  readonly chiave: string;
  readonly riferimento: string;
}

/** How far the search of activations without a receipt has got. */
export interface SegnalibroAttivazioni {
  readonly versione: number;
  readonly idDominio: string;
  /** Instant of the last activation looked at. */
  readonly finoA: string;
}

/** Who authenticates with a principal. */
export interface Principale {
  readonly versione: number;
  readonly principal: string;
  readonly tipo: "applicazione" | "operatore" | "nodo";
  readonly riferimento: string;
}

export interface Entita {
  readonly pendenza: Pendenza;
  readonly tentativo: Tentativo;
  readonly pagamento: Pagamento;
  readonly ricevuta: Ricevuta;
  readonly riscossione: Riscossione;
  readonly rendicontazione: Rendicontazione;
  readonly flusso: Flusso;
  readonly segnalibro: Segnalibro;
  readonly segnalibroAttivazioni: SegnalibroAttivazioni;
  readonly recupero: Recupero;
  readonly riconciliazione: Riconciliazione;
  readonly abbinamento: Abbinamento;
  readonly proposta: PropostaAperta;
  readonly regola: RegolaRegistrata;
  readonly riscontroFlusso: RiscontroFlusso;
  readonly pagamentoNotificato: PagamentoNotificato;
  readonly impostazioniRiscontri: ImpostazioniRiscontri;
  readonly notifica: Notifica;
  readonly invioRendicontazioni: InvioRendicontazioni;
  readonly allineamento: Allineamento;
  readonly verificaGpd: VerificaGpd;
  readonly tracciato: Tracciato;
  readonly tappaTracciato: TappaTracciato;
  readonly movimento: Movimento;
  readonly nomeMovimento: NomeOccupato;
  readonly chiaveMovimento: ChiaveDiMovimento;
  readonly caricamento: Caricamento;
  readonly decisioneCausale: DecisioneCausale;
  readonly unicita: Unicita;
  readonly intermediario: Intermediario;
  readonly stazione: Stazione;
  readonly dominio: Dominio;
  readonly unitaOperativa: UnitaOperativa;
  readonly conto: ContoAccredito;
  readonly entrata: Entrata;
  readonly entrataDominio: EntrataDominio;
  readonly tipoPendenza: TipoPendenza;
  readonly tipoPendenzaDominio: TipoPendenzaDominio;
  readonly applicazione: Applicazione;
  readonly operatore: Operatore;
  readonly ruolo: Ruolo;
  readonly principale: Principale;
  readonly controllo: Controllo;
  readonly sezioneConfigurazione: SezioneConfigurazione;
  readonly profiloLettura: ProfiloLettura;
  readonly tracciatoContabile: TracciatoContabile;
  readonly approvazione: Approvazione;
  readonly cambioIban: CambioIban;
  readonly regoleConservazione: RegoleConservazione;
  readonly cicloConservazione: CicloConservazione;
  /** Changed once, when whom it tells about is taken away. */
  readonly voceStoria: VoceStoria & { readonly versione: number };
  readonly importazione: Importazione;
  readonly esportazione: Esportazione;
  readonly esecuzioneTracciato: EsecuzioneTracciato;
  readonly promemoria: Promemoria;
  readonly scadenzaPromemoria: ScadenzaPromemoria;
  readonly tracciatoNotifica: TracciatoNotifica;
  readonly soglieSonde: SoglieSonde;
  readonly lavoro: Lavoro;
  readonly esecuzione: Esecuzione;
  readonly sessione: Sessione;
  readonly sessioneCittadino: SessioneCittadino;
  readonly tentativiAccesso: TentativiAccesso;
  readonly anomalia: Anomalia;
  readonly voceAnomalia: VoceAnomalia;
  readonly instradamento: Instradamento;
  readonly riepilogo: Riepilogo;
  readonly segnalibroRiepilogo: SegnalibroRiepilogo;
  readonly fascicolo: Fascicolo;
  readonly abbonamento: Abbonamento;
  readonly seguito: Seguito;
  readonly secondoFattore: SecondoFattore;
  readonly paginaPagamento: PaginaPagamento;
  readonly quotaPagina: QuotaPagina;
  readonly prenotazionePagina: PrenotazionePagina;
}

export type NomeEntita = keyof Entita;

export type Modifica = {
  readonly [E in NomeEntita]: {
    readonly azione: "crea" | "sostituisci" | "verifica" | "elimina";
    readonly entita: E;
    readonly valore: Entita[E];
  };
}[NomeEntita];

/** A message for a queue, sent from the outbox after the commit: at least once, never before. */
export interface Messaggio {
  /** On whose behalf, for the queues to be fair between many; absent = the creditor that the body names. */
  readonly gruppo?: string;
  readonly coda:
    | "notifiche"
    | "flussi"
    | "riconciliazioni"
    | "tracciati"
    | "gpd"
    | "rpt"
    | "cambi"
    | "importazioni"
    | "esportazioni"
    | "riscontri"
    | "tesoreria"
    | "comunicazioni"
    | "abbonamenti";
  readonly corpo: Readonly<Record<string, unknown>>;
}

export interface Contorno {
  readonly storia?: readonly VoceStoria[];
  readonly eventi?: readonly Evento[];
  readonly messaggi?: readonly Messaggio[];
}

/** The changes that met another state than the one they were decided on. */
export interface Conflitto {
  readonly modifiche: readonly Modifica[];
}

export interface UnitOfWork {
  commit(modifiche: readonly Modifica[], contorno?: Contorno): Promise<Esito<void, Conflitto>>;
  /** Idempotent batch of settlement rows, 25 per request (budget: 0.1 requests per row). */
  putRendicontazioni(righe: readonly Rendicontazione[]): Promise<void>;
  /** Journal entries that accompany no change of state. */
  putEventi(eventi: readonly Evento[]): Promise<void>;
}
