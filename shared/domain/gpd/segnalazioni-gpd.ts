/** What a debt says of its own copy in an archive of pagoPA: only when a person has to do something about it. */
import type { Pendenza, Segnalazione } from "../pendenze/pendenza.ts";
import type { Allineamento } from "./allineamento.ts";

const CODICI = { RIFIUTATA: "ARCHIVIO_PAGOPA_RIFIUTATA", DIFFORME: "ARCHIVIO_PAGOPA_DIFFORME" } as const;
const DESCRIZIONI = {
  RIFIUTATA: "pagoPA non ha accettato la posizione debitoria nel proprio archivio",
  DIFFORME: "Nell'archivio di pagoPA la posizione risulta già pagata, e qui manca la ricevuta",
} as const;

const isNostra = ({ codice }: Segnalazione): boolean => codice === CODICI.RIFIUTATA || codice === CODICI.DIFFORME;

/** The debt with the remark that its copy deserves; undefined when it already says so. */
export const signalAllineamento = (pendenza: Pendenza, { stato, archivio, dettaglio, data }: Allineamento): Pendenza | undefined => {
  const altre = pendenza.segnalazioni.filter((segnalazione) => !isNostra(segnalazione));
  if (stato !== "RIFIUTATA" && stato !== "DIFFORME")
    return altre.length === pendenza.segnalazioni.length ? undefined : { ...pendenza, segnalazioni: altre };
  const dettaglioIntero = `${archivio}: ${dettaglio ?? DESCRIZIONI[stato]}`;
  const presente = pendenza.segnalazioni.find(isNostra);
  if (presente?.codice === CODICI[stato] && presente.dettaglio === dettaglioIntero) return undefined;
  const nuova = { data, codice: CODICI[stato], descrizione: DESCRIZIONI[stato], dettaglio: dettaglioIntero };
  return { ...pendenza, segnalazioni: [...altre, nuova] };
};
