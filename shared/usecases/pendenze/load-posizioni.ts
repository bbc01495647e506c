/**
 * Up to a hundred positions in one call: each row is a request of its own, by the use cases of the single ones, with an outcome of its own. What is refused stops
 * nothing else, and the same call repeated after a timeout finds done what was done.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Variazione } from "../../domain/pendenze/variazioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { savePendenza } from "./save-pendenza.ts";
import type { updatePendenza } from "./update-pendenza.ts";

export type ComandoPosizione = { readonly nuova: NuovaPendenza } | { readonly variazioni: readonly Variazione[] };

export interface RigaPosizione {
  readonly idPendenza: string;
  /** Error: which field is wrong, and why. */
  readonly comando: Esito<ComandoPosizione>;
}

export type EsitoPosizione = { readonly idPendenza: string } & (
  | { readonly esito: "CREATA" | "AGGIORNATA" | "INVARIATA"; readonly pendenza: Pendenza }
  | { readonly esito: "RIFIUTATA"; readonly errore: Rifiuto }
);

interface Porte {
  readonly save: ReturnType<typeof savePendenza>;
  readonly update: ReturnType<typeof updatePendenza>;
}

interface Richiesta {
  readonly idA2A: string;
  readonly righe: readonly RigaPosizione[];
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** Together: the table takes them, and a call ends in a couple of seconds. */
const INSIEME = 8;

/** The entry of a row does not carry the whole call again. */
const tracciaDiRiga = (traccia: Traccia): Traccia => ({
  transactionId: traccia.transactionId,
  inizio: traccia.inizio,
  omit: () => {},
  evento: (campi) => traccia.evento({ ...campi, parametriRichiesta: { method: "POST", data: traccia.inizio } }),
});

export const loadPosizioni = ({ save, update }: Porte) => {
  const execute = async ({ idPendenza, comando }: RigaPosizione, { idA2A, chiamante, traccia }: Richiesta): Promise<EsitoPosizione> => {
    const refuse = (errore: Rifiuto): EsitoPosizione => ({ idPendenza, esito: "RIFIUTATA", errore });
    if (!comando.ok) return refuse({ codice: "SINTASSI", dettaglio: comando.errore });
    const scambio = { idA2A, idPendenza, chiamante, traccia: tracciaDiRiga(traccia) };
    if ("variazioni" in comando.valore) {
      const esito = await update({ ...scambio, variazioni: comando.valore.variazioni });
      return esito.ok ? { idPendenza, esito: "AGGIORNATA", pendenza: esito.valore } : refuse(esito.errore);
    }
    const esito = await save({ ...scambio, nuova: comando.valore.nuova, tipo: "dovuto" });
    if (!esito.ok) return refuse(esito.errore);
    const { pendenza, creata, scritta } = esito.valore;
    return { idPendenza, esito: creata ? "CREATA" : scritta ? "AGGIORNATA" : "INVARIATA", pendenza };
  };

  /** @returns the outcomes in the order of the rows. An infrastructure failure is the outcome of its row, unless no row had a better one. */
  return async (richiesta: Richiesta): Promise<Esito<readonly EsitoPosizione[], Rifiuto<"APP_002">>> => {
    const { idA2A, righe, chiamante, traccia } = richiesta;
    if (chiamante.idA2A !== idA2A)
      return rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? chiamante.nome}`);
    const guasti: unknown[] = [];
    const prime = new Map<string, number>();
    const attempt = async (riga: RigaPosizione, i: number): Promise<EsitoPosizione> => {
      const prima = prime.get(riga.idPendenza);
      // Two rows for one debt would run together, in no order.
      if (prima !== undefined && prima !== i)
        return execute({ ...riga, comando: { ok: false, errore: `idPendenza: è già alla riga ${prima + 1}` } }, richiesta);
      return execute(riga, richiesta).catch((guasto: unknown): EsitoPosizione => {
        guasti.push(guasto);
        return { idPendenza: riga.idPendenza, esito: "RIFIUTATA", errore: { codice: "INTERNO", dettaglio: "la riga va ripetuta" } };
      });
    };
    for (const [i, { idPendenza }] of righe.entries()) if (!prime.has(idPendenza)) prime.set(idPendenza, i);
    const esiti: EsitoPosizione[] = [];
    for (let da = 0; da < righe.length; da += INSIEME) {
      const insieme = righe.slice(da, da + INSIEME).map((riga, i) => attempt(riga, da + i));
      esiti.push(...(await Promise.all(insieme)));
    }
    if (guasti.length === righe.length) throw guasti[0];
    if (esiti.every(({ esito }) => esito === "INVARIATA")) traccia.omit();
    return ok(esiti);
  };
};
