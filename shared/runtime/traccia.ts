/** The thread of one exchange: who, since when, and the journal entry that tells it, to be written together with the change of state. */
import type { NomeApi } from "../contracts/operation.ts";
import type { Chiamante } from "../domain/anagrafiche/applicazione.ts";
import type { CampiEvento, Evento } from "../domain/eventi.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Traccia } from "../ports/traccia.ts";
import { enterTransazione } from "./correlazione.ts";

/** Where an exchange began: an API, or ourselves (queues, schedules). */
export type Origine = NomeApi | "interno";

const COMPONENTI: Readonly<Record<Origine, Evento["componente"]>> = {
  interno: "GOVPAY",
  pendenze: "API_PENDENZE",
  "pendenze-v1": "API_PENDENZE",
  pagamento: "API_PAGAMENTO",
  "pagamento-v3": "API_PAGAMENTO",
  "pagamento-v1": "API_PAGAMENTO",
  utente: "API_PAGAMENTO",
  cittadino: "API_PAGAMENTO",
  portale: "API_PAGAMENTO",
  riconciliazione: "API_RAGIONERIA",
  "riconciliazione-v2": "API_RAGIONERIA",
  "riconciliazione-v1": "API_RAGIONERIA",
  backoffice: "API_BACKOFFICE",
  pagopa: "API_PAGOPA",
};

export class TracciaScambio implements Traccia {
  readonly transactionId: string;
  readonly inizio: string;
  /** True once the entry was handed to a transaction, or nothing is to be told: the runtime does not write it. */
  registrata = false;
  chiamante: Chiamante | undefined;
  /** The request, told by the entry of this exchange unless it tells its own. */
  richiesta: CampiEvento["parametriRichiesta"];
  readonly #operazione: string;
  readonly #origine: Origine;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(origine: Origine, operazione: string, transactionId: string, clock: Clock, ids: Ids) {
    this.#origine = origine;
    this.#operazione = operazione;
    this.transactionId = transactionId;
    this.#clock = clock;
    this.#ids = ids;
    this.inizio = clock.now();
    enterTransazione(transactionId);
  }

  durata(): number {
    return Math.max(0, Date.parse(this.#clock.now()) - Date.parse(this.inizio));
  }

  omit(): void {
    this.registrata = true;
  }

  /** The entry of this exchange, to be committed with what it changes. Default outcome OK. */
  evento(campi: CampiEvento = {}): Evento {
    this.registrata = true;
    return {
      id: this.#ids.next(),
      componente: COMPONENTI[this.#origine],
      categoriaEvento: this.#origine === "interno" ? "INTERNO" : "INTERFACCIA",
      ruolo: "SERVER",
      tipoEvento: this.#operazione,
      esito: "OK",
      severita: 0,
      dataEvento: this.inizio,
      durataMillisecondi: this.durata(),
      transactionId: this.transactionId,
      ...(this.chiamante && { principal: this.chiamante.principal }),
      ...(this.richiesta && { parametriRichiesta: this.richiesta }),
      ...campi,
    };
  }
}
