/**
 * PUT of a debt: insert or update by (idA2A, idPendenza). One read and one transaction that holds debt, alias, history and journal; whoever loses a race
 * reads again, consistently, and decides again.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import {
  type AvvisoAssegnato,
  type CodiceAvvisoIndicato,
  type ContestoAvviso,
  checkNumeroAvviso,
  generateNumeroAvviso,
  prefissoDi,
} from "../../domain/pendenze/avviso-pendenza.ts";
import { idTipoPendenzaDi, type NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { type AnagraficaPendenza, type CodiceAnagrafica, checkAnagrafica } from "../../domain/pendenze/regole-anagrafiche.ts";
import { checkImporti } from "../../domain/pendenze/regole-importi.ts";
import { type CodiceAggiornamento, createPendenza, updatePendenzaDa } from "../../domain/pendenze/scrittura-pendenza.ts";
import { campiDiNascita, diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Progressivi } from "../../ports/progressivi.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { loadAnagrafica } from "./load-anagrafica.ts";

export interface PorteScrittura {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly progressivi: Progressivi;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaScrittura {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly nuova: NuovaPendenza;
  readonly tipo: Pendenza["tipo"];
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

export type CodiceScrittura =
  | CodiceAggiornamento
  | CodiceAnagrafica
  | CodiceAvvisoIndicato
  | "APP_002"
  | "CONFLITTO"
  | "VER_001"
  | "VER_002"
  | "VER_018"
  | "VER_025"
  | "VER_028"
  | "VER_035";

export interface PendenzaSalvata {
  readonly pendenza: Pendenza;
  readonly creata: boolean;
}

type Risultato = Esito<PendenzaSalvata, Rifiuto<CodiceScrittura>>;
/** Undefined: another decision is needed, on what is stored now. */
type Prova = Risultato | undefined;

const DECISIONI_MASSIME = 5;
/** Numbers already taken by notices loaded with a number of their own: each costs a transaction, hence the limit. */
const NUMERI_MASSIMI = 50;

interface Lavoro extends RichiestaScrittura {
  readonly porte: PorteScrittura;
  readonly creditore: Creditore;
  readonly anagrafica: AnagraficaPendenza;
  readonly adesso: string;
}

const storiaDi = (
  { porte, chiamante, adesso }: Lavoro,
  { idDominio, iuv }: Pendenza,
  evento: string,
  campi: VoceStoria["campi"],
): VoceStoria => ({
  id: porte.ids.next(),
  idDominio,
  iuv,
  data: adesso,
  autore: chiamante.principal,
  evento,
  campi,
});

const commit = async (
  lavoro: Lavoro,
  modifica: Modifica & { readonly entita: "pendenza" },
  storia: readonly VoceStoria[],
): Promise<boolean> => {
  const { idDominio, iuv, idA2A, idPendenza } = modifica.valore;
  const esito = await lavoro.porte.unitOfWork.commit([modifica], {
    storia,
    eventi: [lavoro.traccia.evento({ idDominio, iuv, idA2A, idPendenza })],
  });
  return esito.ok;
};

const assignNumero = async (lavoro: Lavoro): Promise<Esito<AvvisoAssegnato, Rifiuto<CodiceScrittura>>> => {
  const { nuova, porte, creditore, adesso, idA2A, anagrafica } = lavoro;
  const applicazione = await porte.anagrafiche.getApplicazione(idA2A);
  const contesto: ContestoAvviso = { creditore, applicazione, adesso };
  if (nuova.numeroAvviso !== undefined) return checkNumeroAvviso(nuova.numeroAvviso, nuova.voci, contesto);
  const prefisso = prefissoDi(idTipoPendenzaDi(nuova), anagrafica.tipoPendenza, contesto);
  if (!prefisso.ok) return prefisso;
  return generateNumeroAvviso(prefisso.valore, await porte.progressivi.next(nuova.idDominio, prefisso.valore), creditore.dominio);
};

/** Why a creation met something: the same debt, loaded meanwhile (decide again), or another one under the same number. */
const explainContrasto = async (
  { porte, idA2A, idPendenza, nuova }: Lavoro,
  avviso: AvvisoAssegnato,
): Promise<"ripeti" | "numero" | Risultato> => {
  if (await porte.posizioni.readPendenzaById(idA2A, idPendenza)) return "ripeti";
  const altra = await porte.posizioni.getPendenza({ idDominio: nuova.idDominio, iuv: avviso.iuv });
  if (!altra) return "ripeti";
  if (nuova.numeroAvviso === undefined) return "numero";
  return altra.numeroAvviso === avviso.numeroAvviso
    ? rifiuto("VER_025", `numeroAvviso ${avviso.numeroAvviso} già assegnato a un'altra pendenza del dominio ${nuova.idDominio}`)
    : rifiuto(
        "VER_018",
        `numeroAvviso ${avviso.numeroAvviso}: lo IUV ${avviso.iuv} è già assegnato a un'altra pendenza del dominio ${nuova.idDominio}`,
      );
};

const tryCreate = async (lavoro: Lavoro): Promise<Prova> => {
  const { nuova, porte, creditore, adesso, idA2A, idPendenza, tipo } = lavoro;
  for (let numeri = 0; numeri < NUMERI_MASSIMI; numeri++) {
    const avviso = await assignNumero(lavoro);
    if (!avviso.ok) return avviso;
    const pendenza = createPendenza(nuova, {
      ...{ idA2A, idPendenza, tipo, adesso },
      avviso: avviso.valore,
      uuid: porte.ids.next(),
      frammenti: creditore.dominio.frammenti,
    });
    const storia = [storiaDi(lavoro, pendenza, "creata", campiDiNascita(pendenza))];
    if (await commit(lavoro, { azione: "crea", entita: "pendenza", valore: pendenza }, storia)) return ok({ pendenza, creata: true });
    const motivo = await explainContrasto(lavoro, avviso.valore);
    if (motivo === "ripeti") return undefined;
    if (motivo !== "numero") return motivo;
  }
  return rifiuto("CONFLITTO", `i ${NUMERI_MASSIMI} numeri avviso provati sono già assegnati, riprovare`);
};

const tryUpdate = async (lavoro: Lavoro, attuale: Pendenza): Promise<Prova> => {
  const esito = updatePendenzaDa(attuale, lavoro.nuova, lavoro.adesso);
  if (!esito.ok) return esito;
  const campi = diffPendenza(attuale, esito.valore);
  // The same data again: nothing is written but the journal, and only if the debt is still the one that was read.
  const uguale = Object.keys(campi).length === 0;
  const modifica = uguale
    ? ({ azione: "verifica", entita: "pendenza", valore: attuale } as const)
    : ({ azione: "sostituisci", entita: "pendenza", valore: esito.valore } as const);
  const storia = uguale ? [] : [storiaDi(lavoro, attuale, attuale.stato === "ANNULLATA" ? "riattivata" : "aggiornata", campi)];
  return (await commit(lavoro, modifica, storia)) ? ok({ pendenza: uguale ? attuale : esito.valore, creata: false }) : undefined;
};

/** A refusal decided on a read of the index is confirmed on the debt as it is now, before it is given. */
const decide = async (lavoro: Lavoro): Promise<Risultato> => {
  const { posizioni } = lavoro.porte;
  for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
    const dallIndice = decisione === 0;
    const attuale = await posizioni[dallIndice ? "peekPendenzaById" : "readPendenzaById"](lavoro.idA2A, lavoro.idPendenza);
    const prova = attuale ? await tryUpdate(lavoro, attuale) : await tryCreate(lavoro);
    if (prova && (prova.ok || !dallIndice || !attuale)) return prova;
  }
  return rifiuto("CONFLITTO");
};

/** @returns the debt as stored and whether it is new; or the first rule it breaks. Nothing is written on a refusal. */
export const savePendenza =
  (porte: PorteScrittura) =>
  async (richiesta: RichiestaScrittura): Promise<Risultato> => {
    const { idA2A, nuova, chiamante } = richiesta;
    if (chiamante.idA2A !== idA2A)
      return rifiuto("APP_002", `idA2A ${idA2A} diverso dall'applicazione ${chiamante.idA2A ?? chiamante.nome}`);
    const importi = checkImporti(nuova);
    if (!importi.ok) return importi;
    const anagrafica = await loadAnagrafica(porte.anagrafiche, nuova);
    const ammessa = checkAnagrafica(nuova, anagrafica, chiamante);
    if (!ammessa.ok) return ammessa;
    const creditore = anagrafica.creditori.get(nuova.idDominio);
    if (!creditore) return rifiuto("DOM_000", `idDominio ${nuova.idDominio} non registrato`);
    return decide({ ...richiesta, porte, creditore, anagrafica, adesso: porte.clock.now() });
  };
