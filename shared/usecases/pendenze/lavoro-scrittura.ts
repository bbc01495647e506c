/** What the steps of a load share: the request, what was read for it, and the one way to write its outcome. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Esito } from "../../domain/esito.ts";
import type { ArchivioPagoPA } from "../../domain/gpd/archivi.ts";
import type { CodiceAvvisoIndicato } from "../../domain/pendenze/avviso-pendenza.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import type { AnagraficaPendenza, CodiceAnagrafica } from "../../domain/pendenze/regole-anagrafiche.ts";
import type { Rilievo } from "../../domain/pendenze/rilievi.ts";
import type { CodiceAggiornamento } from "../../domain/pendenze/scrittura-pendenza.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Allegati } from "../../ports/allegati.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Progressivi } from "../../ports/progressivi.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import type { AllegatiPronti } from "./prepare-allegati.ts";

export interface PorteScrittura {
  readonly posizioni: Pick<Posizioni, "peekPendenzaById" | "getPendenza" | "getPendenzaById" | "readPendenzaById">;
  readonly anagrafiche: Anagrafiche;
  readonly progressivi: Progressivi;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Only for who keeps attachments: without it they are left aside. */
  readonly allegati?: Allegati;
}

export interface RichiestaScrittura {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly nuova: NuovaPendenza;
  readonly tipo: Pendenza["tipo"];
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
  /** If-Match: versions that the caller accepts to replace, `*` = any that exists. */
  readonly versioniAttese?: readonly number[] | "*";
  /** All the checks, and nothing written: neither debt nor numbers nor journal. */
  readonly simulazione?: boolean;
  /** What a row of a bulk file may ask: I = only a debt that is new (or already there, equal), M = only one that is known. Absent = either. */
  readonly azione?: "I" | "M";
}

/** Of the rules, whoever writes. */
export type CodiceRegole =
  | CodiceAggiornamento
  | CodiceAnagrafica
  | CodiceAvvisoIndicato
  | "CONFLITTO"
  | "NON_PROCESSABILE"
  | "PRECONDIZIONE"
  | "TROPPO_GRANDE"
  | "VER_001"
  | "VER_002"
  | "VER_018"
  | "VER_025"
  | "VER_028"
  | "VER_035";

/** An application writes its own debts only. */
export type CodiceScrittura = CodiceRegole | "APP_002";

export interface PendenzaSalvata {
  /** As it is stored now. */
  readonly pendenza: Pendenza;
  readonly creata: boolean;
  /** False when the load repeated what was there: nothing was written, not even in the journal. */
  readonly scritta: boolean;
}

export type Risultato = Esito<PendenzaSalvata, Rifiuto<CodiceRegole>>;
/** Undefined: another decision is needed, on what is stored now. */
export type Prova = Risultato | undefined;

export interface Lavoro extends RichiestaScrittura {
  readonly porte: PorteScrittura;
  readonly creditore: Creditore;
  /** Archive of pagoPA that has to know the debt. */
  readonly archivio?: ArchivioPagoPA;
  /** Its type has messages for the citizen. */
  readonly avvisata: boolean;
  readonly anagrafica: AnagraficaPendenza;
  readonly allegati: AllegatiPronti;
  /** On the taxonomy: those on the texts wait for the IUV. */
  readonly rilievi: readonly Rilievo[];
  readonly adesso: string;
}

type ModificaPendenza = Modifica & { readonly entita: "pendenza" };

export const storiaDi = (
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

/** Attachments first, so that no debt names bytes that are not there; then debt, history and journal in one transaction. False on a conflict. */
export const commit = async (
  lavoro: Lavoro,
  modifica: ModificaPendenza,
  storia: VoceStoria,
  presenti: Pendenza["allegati"] = [],
): Promise<boolean> => {
  if (lavoro.simulazione) return true;
  const { idDominio, iuv, idA2A, idPendenza } = modifica.valore;
  await lavoro.allegati.store(presenti);
  const esito = await lavoro.porte.unitOfWork.commit([modifica], {
    storia: [storia],
    eventi: [lavoro.traccia.evento({ idDominio, iuv, idA2A, idPendenza })],
  });
  return esito.ok;
};
