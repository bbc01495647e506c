/** The one way to change state: entities become conditional writes, and history, journal and outbox go in the same transaction. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Evento } from "../../domain/eventi.ts";
import { renewAllineamento } from "../../domain/gpd/allineamento-voluto.ts";
import { renewAvvisatura } from "../../domain/promemoria/avvisatura.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { ChiaveInCorso } from "../../ports/chiave-in-corso.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Deposito, Scrittura } from "../../ports/deposito.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Impronte } from "../../ports/impronte.ts";
import type { Conflitto, Contorno, Entita, Messaggio, Modifica, NomeEntita, UnitOfWork } from "../../ports/unit-of-work.ts";
import { chiavi } from "./chiavi.ts";
import { IMPRONTE_SENZA_CHIAVE } from "./impronte.ts";
import { type Mappa, toElemento } from "./mappa.ts";
import { mappaRendicontazione, schemaStoria } from "./mappe-posizione.ts";
import { toElementoMessaggio } from "./messaggi-in-uscita.ts";
import { ScrittureEventi } from "./scritture-eventi.ts";

export type Mappe = { readonly [E in NomeEntita]: Mappa<Entita[E]> };

export interface ConfigurazioneUnitOfWork {
  /** Days the journal is kept: at least 24 months (SANP). */
  readonly conservazioneEventiGiorni: number;
  /** Where the large messages of the journal go; absent in functions that cannot meet any. */
  readonly documenti?: Pick<Documenti, "put">;
  /** Digests of tax codes; absent only in tests. */
  readonly impronte?: Impronte;
  /** Key of the request being served, if it has one. */
  readonly chiaveInCorso?: () => ChiaveInCorso | undefined;
}

/** Of a transaction of DynamoDB. */
const SCRITTURE_MASSIME = 100;

/** A debt that an archive of pagoPA follows, or with messages for the citizen, announces by itself the changes that matter there: no use case can forget it. */
const announce = (modifica: Modifica): { readonly modifica: Modifica; readonly messaggi: readonly Messaggio[] } => {
  if (modifica.entita !== "pendenza" || (modifica.azione !== "crea" && modifica.azione !== "sostituisci"))
    return { modifica, messaggi: [] };
  const { pendenza: allineata, richiesta: allineamento } = renewAllineamento(modifica.valore);
  const { pendenza, richiesta: avvisatura } = renewAvvisatura(allineata);
  const messaggi: readonly Messaggio[] = [
    ...(allineamento ? [{ coda: "gpd", corpo: { ...allineamento } } as const] : []),
    ...(avvisatura ? [{ coda: "comunicazioni", corpo: { ...avvisatura } } as const] : []),
  ];
  return { modifica: { ...modifica, valore: pendenza }, messaggi };
};

export class ArchivioUnitOfWork implements UnitOfWork {
  readonly #deposito: Deposito;
  readonly #mappe: Partial<Mappe>;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #eventi: ScrittureEventi;
  readonly #chiaveInCorso: (() => ChiaveInCorso | undefined) | undefined;
  readonly #impronte: Impronte;

  /** `mappe`: only those of the entities the function writes, so that a bundle holds only what it uses. */
  constructor(deposito: Deposito, mappe: Partial<Mappe>, clock: Clock, ids: Ids, configurazione: ConfigurazioneUnitOfWork) {
    this.#deposito = deposito;
    this.#mappe = mappe;
    this.#clock = clock;
    this.#ids = ids;
    const { conservazioneEventiGiorni: giorni, documenti, impronte = IMPRONTE_SENZA_CHIAVE, chiaveInCorso } = configurazione;
    this.#chiaveInCorso = chiaveInCorso;
    this.#impronte = impronte;
    this.#eventi = new ScrittureEventi(deposito, { giorni, ...(documenti && { documenti }) });
  }

  #mappa<E extends NomeEntita>(entita: E): Mappa<Entita[E]> {
    const mappa: Mappa<Entita[E]> | undefined = this.#mappe[entita];
    if (!mappa) throw new Error(`la funzione non dichiara di scrivere ${entita}`);
    return mappa;
  }

  #toScritture<E extends NomeEntita>(azione: Modifica["azione"], entita: E, valore: Entita[E]): Scrittura[] {
    const mappa = this.#mappa(entita);
    const { tabella } = mappa;
    switch (azione) {
      case "crea":
        return [
          { azione, tabella, elemento: toElemento(mappa, valore, 1, this.#impronte) },
          ...(mappa.alias?.(valore) ?? []).map((elemento) => ({ azione, tabella, elemento }) as const),
        ];
      case "sostituisci":
        return [{ azione, tabella, elemento: toElemento(mappa, valore, valore.versione + 1, this.#impronte), versione: valore.versione }];
      case "elimina":
        if (mappa.alias) throw new Error(`${entita} ha un secondo nome nell'archivio: non si elimina`);
        return [{ azione, tabella, chiave: mappa.chiave(valore), versione: valore.versione }];
      case "verifica":
        return [{ azione, tabella, chiave: mappa.chiave(valore), versione: valore.versione }];
    }
  }

  async commit(modifiche: readonly Modifica[], contorno: Contorno = {}): Promise<Esito<void, Conflitto>> {
    const eventi = await this.#eventi.toElementi(contorno.eventi ?? []);
    const annunciate = modifiche.map(announce);
    const perModifica = annunciate.map(({ modifica: { azione, entita, valore } }) => this.#toScritture(azione, entita, valore));
    const accessorie: Scrittura[] = [
      ...(contorno.storia ?? []).map(
        (v) =>
          ({ azione: "crea", tabella: "archivio", elemento: { ...schemaStoria.encode(v), ...chiavi.storia(v), versione: 1 } }) as const,
      ),
      ...eventi.map((elemento) => ({ azione: "crea", tabella: "eventi", elemento }) as const),
      ...[...(contorno.messaggi ?? []), ...annunciate.flatMap(({ messaggi }) => messaggi)].map(
        (m) => ({ azione: "crea", tabella: "archivio", elemento: toElementoMessaggio(m, this.#ids.next(), this.#clock.now()) }) as const,
      ),
    ];
    const scritture = [...perModifica.flat(), ...accessorie];
    const chiave = this.#chiaveInCorso?.();
    const uso = scritture.length < SCRITTURE_MASSIME ? chiave?.scrittura() : undefined;
    const contrasti = await this.#deposito.commit(uso ? [...scritture, uso] : scritture);
    if (contrasti.length === 0) {
      if (uso) chiave?.registrata();
      return ok(undefined);
    }
    const proprietarie = perModifica.flatMap((scritture, i) => scritture.map(() => modifiche[i]));
    const colpite = contrasti.flatMap(({ indice }) => proprietarie[indice] ?? []);
    if (colpite.length === 0) throw new Error("contrasto su una scrittura accessoria: identificativo ripetuto");
    return ko({ modifiche: [...new Set(colpite)] });
  }

  async putRendicontazioni(righe: readonly Rendicontazione[]): Promise<void> {
    await this.#deposito.putMany(
      "archivio",
      righe.map((riga) => toElemento(mappaRendicontazione, riga, 1)),
    );
  }

  putEventi(eventi: readonly Evento[]): Promise<void> {
    return this.#eventi.putEventi(eventi);
  }
}
