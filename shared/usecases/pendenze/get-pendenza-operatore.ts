/**
 * A debt with all that happened to it, as an operator needs it: items, collected amounts, settlement rows, attempts, portal payments. Two requests, one more
 * when a portal payment tried it. What the operator may not see does not exist.
 */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import { type IdAvviso, type PorteLettura, readPosizioneByAvviso } from "./get-pendenza.ts";
import { type Creditori, loadCreditori, loadTipi } from "./load-anagrafica.ts";

export interface DettaglioOperatore {
  readonly pendenza: Pendenza;
  readonly posizione: Posizione;
  readonly pagamenti: readonly Pagamento[];
  readonly creditori: Creditori;
  readonly tipi: ReadonlyMap<string, TipoPendenza>;
  /** Instant of the reading: the state depends on it. */
  readonly adesso: string;
}

type Risultato = Esito<DettaglioOperatore, Rifiuto<"NON_TROVATO">>;

/** Of the latest attempts: a notice tried more often than this is being probed, not paid. */
const PAGAMENTI_MASSIMI = 100;

const idPagamentiDi = ({ tentativi }: Posizione): readonly string[] => {
  const recenti = tentativi.toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? 1 : -1));
  return [...new Set(recenti.flatMap(({ idPagamento }) => idPagamento ?? []))].slice(0, PAGAMENTI_MASSIMI);
};

const show = async (
  { posizioni, anagrafiche, clock }: PorteLettura,
  posizione: Posizione,
  chiamante: Chiamante,
  cosa: string,
): Promise<Risultato> => {
  const { pendenza } = posizione;
  if (!pendenza || !seesPendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `${cosa} non trovata`);
  const [pagamenti, creditori, tipi] = await Promise.all([
    posizioni.getPagamenti(idPagamentiDi(posizione)),
    loadCreditori(anagrafiche, [pendenza]),
    loadTipi(anagrafiche, [pendenza]),
  ]);
  return ok({ pendenza, posizione, pagamenti, creditori, tipi, adesso: clock.now() });
};

export const getPendenzaOperatore =
  (porte: PorteLettura) =>
  async ({ idA2A, idPendenza }: { readonly idA2A: string; readonly idPendenza: string }, chiamante: Chiamante): Promise<Risultato> =>
    show(porte, await porte.posizioni.readPosizioneById(idA2A, idPendenza), chiamante, `pendenza ${idPendenza}`);

export const getPendenzaOperatoreByAvviso =
  (porte: PorteLettura) =>
  async (avviso: IdAvviso, chiamante: Chiamante): Promise<Risultato> =>
    show(porte, await readPosizioneByAvviso(porte, avviso), chiamante, `pendenza con numeroAvviso ${avviso.numeroAvviso}`);
