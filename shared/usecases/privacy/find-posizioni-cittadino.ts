/** The payment codes of a citizen among what the caller may see, a stretch at a time: one query on the digests of the tax code, one per code. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import { ambitiUnita } from "../pendenze/ambito-elenco.ts";

export interface PorteCittadino {
  readonly posizioni: Pick<Posizioni, "findPendenze" | "getPosizione">;
  readonly clock: Clock;
}

export interface RichiestaCittadino {
  readonly codiceFiscale: string;
  readonly cursore?: string;
}

export type PosizioneCittadino = Posizione & { readonly pendenza: Pendenza };

/** Each comes with all that hangs from it: some tens of kilobytes. */
export const PER_TRATTO = 50;

export const findPosizioniCittadino =
  ({ posizioni, clock }: PorteCittadino) =>
  async (
    { codiceFiscale, cursore }: RichiestaCittadino,
    chiamante: Chiamante,
  ): Promise<{ readonly posizioni: readonly PosizioneCittadino[]; readonly cursore?: string }> => {
    const ambiti = ambitiUnita(chiamante);
    const pagina = await posizioni.findPendenze(
      {
        ...{ idDebitore: codiceFiscale, mostraSpontaneiNonPagati: true, ordine: "asc", oggi: giornoDi(clock.now()) },
        domini: chiamante.domini === "*" ? "*" : chiamante.domini.map(({ idDominio }) => idDominio),
        tipiPendenza: chiamante.tipiPendenza,
        ...(ambiti && { ambiti }),
      },
      { limite: PER_TRATTO, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
    );
    const visibili = pagina.elementi.filter((pendenza) => seesPendenza(chiamante, pendenza));
    const lette = await Promise.all(visibili.map((pendenza) => posizioni.getPosizione(pendenza)));
    return {
      posizioni: lette.flatMap((posizione) => (posizione.pendenza ? [{ ...posizione, pendenza: posizione.pendenza }] : [])),
      ...(pagina.cursore !== undefined && { cursore: pagina.cursore }),
    };
  };
