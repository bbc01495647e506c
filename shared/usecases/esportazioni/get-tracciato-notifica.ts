/** A file of an export connector, to whoever knows the secret of its address: an unknown file, a wrong secret and an expired address answer the same. */
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { ImpronteSegrete, TracciatiNotifica } from "../../ports/tracciati-notifica.ts";

export interface PorteTracciatoNotifica {
  readonly tracciati: TracciatiNotifica;
  readonly impronte: ImpronteSegrete;
  readonly oggetti: Pick<Oggetti, "get" | "linkLettura">;
  readonly clock: Clock;
}

export type Scaricato = { readonly nome: string; readonly contenuto: Uint8Array } | { readonly url: string };

/** Lambda answers at most 6 MB, which in base64 are 4.5. */
const MASSIMO_BYTE = 4_000_000;
const LINK_SECONDI = 300;
/** Of no secret: the work is the same when the file is not there. */
const IMPRONTA_DI_NESSUNO = "0".repeat(64);

export const createGetTracciatoNotifica =
  ({ tracciati, impronte, oggetti, clock }: PorteTracciatoNotifica) =>
  async (id: string, segreto: string): Promise<Esito<Scaricato, Rifiuto<"NON_TROVATO">>> => {
    const tracciato = await tracciati.get(id);
    const conosce = impronte.matches(segreto, tracciato?.improntaSegreto ?? IMPRONTA_DI_NESSUNO);
    if (!tracciato || !conosce || tracciato.scaricabileFino < clock.now()) return rifiuto("NON_TROVATO", "tracciato");
    if (tracciato.byte > MASSIMO_BYTE) return ok({ url: oggetti.linkLettura(tracciato.chiave, tracciato.nomeFile, LINK_SECONDI) });
    const contenuto = await oggetti.get(tracciato.chiave);
    return contenuto ? ok({ nome: tracciato.nomeFile, contenuto }) : rifiuto("NON_TROVATO", "tracciato");
  };
