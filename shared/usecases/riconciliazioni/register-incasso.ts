/**
 * A treasury movement registered and matched while the operator waits (reference 5.3, the synchronous way). What cannot be matched is refused
 * before anything is written; what is written goes through the same registration and the same worker as the asynchronous way, whose queued
 * message finishes what does not end in time.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { RifiutoRiconciliazione } from "../../domain/riconciliazioni/scelte.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { addRiconciliazione, type CodiceRifiuto, checkMovimento, type Movimento, toImpronta } from "./add-riconciliazione.ts";
import { elaborateRiconciliazione } from "./elaborate-riconciliazione.ts";
import { findRiferimento, identifyMovimento } from "./identify-movimento.ts";
import type { PorteRiconciliazione } from "./porte.ts";

/** Without an id, which comes from what the movement pays; a bank transfer may have no name of its own. */
export type Incasso = Omit<Movimento, "id" | "sct"> & { readonly sct?: string };

const ABBINAMENTO = {
  "021401": "R021401",
  "021402": "R021402",
  "021403": "R021403",
  "021404": "R021404",
  "021405": "R021405",
  "021406": "R021406",
  "021407": "R021407",
  "021413": "R021413",
} as const;
type CodiceAbbinamento = (typeof ABBINAMENTO)[keyof typeof ABBINAMENTO];

/** `ripetuta`: the same movement had been reconciled before, and nothing was written. */
export interface IncassoRegistrato {
  readonly riconciliazione: Riconciliazione;
  readonly ripetuta: boolean;
}

export type RifiutoIncasso = Rifiuto<CodiceRifiuto | CodiceAbbinamento>;

/** Movements that may name the same payment code or flow: payments made twice, and failures left by the asynchronous way. */
const OMONIMI_MASSIMI = 9;
const LUNGHEZZA_BASE = 33;

const isAbbinamento = (codice: string): codice is keyof typeof ABBINAMENTO => codice in ABBINAMENTO;

const toRifiuto = ({ codice, dettaglio }: RifiutoRiconciliazione): RifiutoIncasso => {
  if (!isAbbinamento(codice)) throw new Error(`abbinamento rifiutato con ${codice}`);
  return dettaglio === undefined ? { codice: ABBINAMENTO[codice] } : { codice: ABBINAMENTO[codice], dettaglio };
};

/** `codice: testo`, as the worker writes it. */
const rifiutoDi = ({ descrizioneStato = "", id }: Riconciliazione): RifiutoIncasso => {
  const [codice = "", ...resto] = descrizioneStato.split(": ");
  return isAbbinamento(codice)
    ? { codice: ABBINAMENTO[codice], dettaglio: resto.join(": ") }
    : { codice: "CONFLITTO", dettaglio: `incasso ${id}: ${descrizioneStato}` };
};

export const registerIncasso = (porte: PorteRiconciliazione) => {
  const { anagrafiche, rendicontazioni } = porte;
  const add = addRiconciliazione(porte);
  const elaborate = elaborateRiconciliazione(porte);
  const identify = identifyMovimento(porte);

  /** The same movement registered before, or the first free name. */
  const chooseNome = async (
    incasso: Incasso,
    base: string,
  ): Promise<{ readonly movimento: Movimento; readonly nota?: Riconciliazione } | undefined> => {
    for (let n = 1; n <= OMONIMI_MASSIMI; n += 1) {
      const id = n === 1 ? base : `${base.slice(0, LUNGHEZZA_BASE)}-${n}`;
      const movimento = { ...incasso, id, sct: incasso.sct ?? id };
      const nota = await rendicontazioni.getRiconciliazione(incasso.idDominio, id);
      if (!nota) return { movimento };
      // One that was undone is over: the same money registered again is another reconciliation.
      if (nota.impronta === toImpronta(movimento) && nota.annullamento === undefined) return { movimento, nota };
    }
    return undefined;
  };

  /** To the end, or as far as the time of a request allows: the queue goes on with the rest, and tries again what fails here. */
  const settle = async (iniziale: Riconciliazione, traccia: Traccia): Promise<Riconciliazione> => {
    const { idDominio, id } = iniziale;
    try {
      await elaborate({ idDominio, id, tappa: 0 }, traccia);
    } catch {
      // Contended, or an index that lags behind: not lost, because its message is in the queue since the registration.
    }
    return (await rendicontazioni.getRiconciliazione(idDominio, id)) ?? iniziale;
  };

  return async (incasso: Incasso, chiamante: Chiamante, traccia: Traccia): Promise<Esito<IncassoRegistrato, RifiutoIncasso>> => {
    const difetto = await checkMovimento(anagrafiche, incasso, chiamante);
    if (difetto) return ko(difetto);
    const riferimento = findRiferimento(incasso);
    const base = riferimento && ("iuv" in riferimento ? riferimento.iuv : riferimento.flussi[0]);
    if (base === undefined) return rifiuto("R021401", `causale ${incasso.causale ?? ""}`);
    const scelto = await chooseNome(incasso, base.slice(0, 35));
    if (!scelto) return rifiuto("R021409", `id ${base}`);
    const { movimento, nota } = scelto;
    if (nota?.stato === "ACQUISITA") {
      traccia.omit();
      return ok({ riconciliazione: nota, ripetuta: true });
    }
    const individuato = nota?.stato === "IN_ELABORAZIONE" ? undefined : await identify(movimento);
    if (individuato && !individuato.ok) return ko(toRifiuto(individuato.errore));
    const registrata = await add(movimento, chiamante, traccia);
    if (!registrata.ok) return registrata;
    const conclusa = await settle(registrata.valore.riconciliazione, traccia);
    return conclusa.stato === "ERRORE" ? ko(rifiutoDi(conclusa)) : ok({ riconciliazione: conclusa, ripetuta: false });
  };
};
