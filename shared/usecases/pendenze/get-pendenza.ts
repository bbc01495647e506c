/** A debt with its payment attempts, by idPendenza or by notice number: one request. What the caller may not see does not exist. */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import { type Creditori, loadCreditori } from "./load-anagrafica.ts";

export interface PorteLettura {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
}

export interface DettaglioPendenza {
  readonly pendenza: Pendenza;
  readonly posizione: Posizione;
  readonly creditori: Creditori;
  /** Instant of the reading: the state depends on it. */
  readonly adesso: string;
}

export interface IdAvviso {
  readonly idDominio: string;
  readonly numeroAvviso: string;
}

type Risultato = Esito<DettaglioPendenza, Rifiuto<"NON_TROVATO">>;

/** The position a notice number names. Two of them may hold the same IUV under different first digits: only the one printed finds the debt. */
export const readPosizioneByAvviso = async ({ posizioni }: PorteLettura, { idDominio, numeroAvviso }: IdAvviso): Promise<Posizione> => {
  const posizione = await posizioni.getPosizione({ idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) });
  const { pendenza, ...resto } = posizione;
  return pendenza?.numeroAvviso === numeroAvviso ? posizione : resto;
};

const show = async ({ anagrafiche, clock }: PorteLettura, posizione: Posizione, chiamante: Chiamante, cosa: string): Promise<Risultato> => {
  const { pendenza } = posizione;
  if (!pendenza || !vedePendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `${cosa} non trovata`);
  return ok({ pendenza, posizione, creditori: await loadCreditori(anagrafiche, [pendenza]), adesso: clock.now() });
};

export const getPendenza =
  (porte: PorteLettura) =>
  async ({ idA2A, idPendenza }: { readonly idA2A: string; readonly idPendenza: string }, chiamante: Chiamante): Promise<Risultato> =>
    show(porte, await porte.posizioni.getPosizioneById(idA2A, idPendenza), chiamante, `pendenza ${idPendenza}`);

export const getPendenzaByAvviso =
  (porte: PorteLettura) =>
  async (avviso: IdAvviso, chiamante: Chiamante): Promise<Risultato> =>
    show(porte, await readPosizioneByAvviso(porte, avviso), chiamante, `pendenza con numeroAvviso ${avviso.numeroAvviso}`);
