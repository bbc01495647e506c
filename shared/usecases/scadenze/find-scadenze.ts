/** The certificates and keys of the last check, as they stand today, the nearest to the end first. */
import { type Scadenza, type StatoScadenza, statoScadenza, type TipoScadenza } from "../../domain/scadenze/scadenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ArchivioScadenze } from "../../ports/scadenze.ts";

export interface ScadenzaAttuale extends Scadenza {
  readonly stato: StatoScadenza;
  readonly oggi: string;
  readonly eseguitoAlle: string;
}

export interface FiltriScadenze {
  readonly tipo?: TipoScadenza;
  readonly stato?: StatoScadenza;
}

/** What could not be seen comes before what ends far away: it is a problem of today. */
const FINE_IGNOTA: Readonly<Record<StatoScadenza, string>> = {
  NON_VERIFICABILE: "0",
  SENZA_SCADENZA: "9",
  VALIDA: "",
  IN_SCADENZA: "",
  SCADUTA: "",
};

export const findScadenze =
  ({ archivio, clock }: { readonly archivio: Pick<ArchivioScadenze, "get">; readonly clock: Clock }) =>
  async ({ tipo, stato }: FiltriScadenze, { limite, salta, totale }: RichiestaPagina): Promise<Pagina<ScadenzaAttuale>> => {
    const controllo = await archivio.get();
    const oggi = giornoDi(clock.now());
    const posto = ({ scade, stato: suo, oggetto }: ScadenzaAttuale): string => `${scade ?? FINE_IGNOTA[suo]} ${oggetto}`;
    const tutte = (controllo?.scadenze ?? [])
      .map((scadenza) => ({ ...scadenza, stato: statoScadenza(scadenza, oggi), oggi, eseguitoAlle: controllo?.eseguitoAlle ?? "" }))
      .filter((scadenza) => (tipo === undefined || scadenza.tipo === tipo) && (stato === undefined || scadenza.stato === stato))
      .sort((a, b) => (posto(a) < posto(b) ? -1 : 1));
    return { elementi: tutte.slice(salta, salta + limite), ...(totale && { totale: tutte.length }) };
  };
