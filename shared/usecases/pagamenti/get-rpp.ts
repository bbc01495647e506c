/** One payment attempt with its debt and receipt, under the rule of the debt it belongs to. Apart from the list (find-rpp.ts), which weighs more. */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { StatoTentativo } from "../../domain/pagamenti/stati-tentativo.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ChiavePosizione, Posizione, Posizioni } from "../../ports/posizioni.ts";
import { type Creditori, loadCreditori } from "../pendenze/load-anagrafica.ts";

export interface PorteRpp {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
}

export interface Rpp {
  readonly tentativo: Tentativo;
  /** As of now: replaced and expired attempts are derived. */
  readonly stato: StatoTentativo;
  readonly pendenza: Pendenza;
  readonly ricevuta?: Ricevuta;
}

/** The state needs the other attempts on the same notice: in a list, those of the page. */
export const toRpp = (
  tentativo: Tentativo,
  { pendenza, tentativi, ricevute }: Pick<Posizione, "tentativi" | "ricevute"> & { readonly pendenza: Pendenza },
  adesso: string,
): Rpp => {
  const stessoAvviso = tentativi.filter(({ idDominio, iuv }) => idDominio === tentativo.idDominio && iuv === tentativo.iuv);
  const ricevuta = ricevute.find(({ idDominio, idRicevuta }) => idDominio === tentativo.idDominio && idRicevuta === tentativo.idRicevuta);
  return { tentativo, pendenza, stato: statoTentativoAl(tentativo, stessoAvviso, adesso), ...(ricevuta && { ricevuta }) };
};

export interface DettaglioRpp {
  readonly rpp: Rpp;
  readonly creditori: Creditori;
  readonly adesso: string;
}

/** One attempt, by its own code or by the receipt's (the receipt takes its place, reference 3.5). */
export const createGetRpp =
  ({ posizioni, anagrafiche, clock }: PorteRpp) =>
  async (
    chiave: ChiavePosizione & { readonly ccp: string },
    chiamante: Chiamante,
  ): Promise<Esito<DettaglioRpp, Rifiuto<"NON_TROVATO">>> => {
    const { pendenza, ...resto } = await posizioni.getPosizione(chiave);
    const tentativo = resto.tentativi.find(({ ccp, idRicevuta }) => ccp === chiave.ccp || idRicevuta === chiave.ccp);
    if (!pendenza || !tentativo || !vedePendenza(chiamante, pendenza))
      return rifiuto("NON_TROVATO", `tentativo ${chiave.ccp} dell'avviso ${chiave.iuv}`);
    const adesso = clock.now();
    const rpp = toRpp(tentativo, { ...resto, pendenza }, adesso);
    return ok({ rpp, creditori: await loadCreditori(anagrafiche, [pendenza]), adesso });
  };
