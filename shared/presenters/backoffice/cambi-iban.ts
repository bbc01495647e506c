/** Replacements of accounts on the wire. */

import type { AnteprimaCambio, ConteggioPendenze } from "../../domain/cambi/anteprima.ts";
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { presentPendenzaConto } from "./controlli.ts";

/** A request that nobody decided in time shows as expired: no job writes it. `adesso` is an instant. */
export const presentCambio = (adesso: string) => (cambio: CambioIban) => {
  const { versione: _versione, tappa: _tappa, cursore: _cursore, nonPrimaDi: _nonPrimaDi, stato, ...campi } = cambio;
  const scaduto = stato === "IN_APPROVAZIONE" && adesso >= cambio.scadenzaApprovazione;
  return {
    ...campi,
    stato: scaduto ? ("SCADUTO" as const) : stato,
    entrateCambiate: [...cambio.entrateCambiate],
    entrateNonCambiate: [...cambio.entrateNonCambiate],
    scarti: [...cambio.scarti],
  };
};

export const presentAnteprima = (ibanNuovo: string, { esame, dirette, tramiteEntrate, tipiDaRivedere }: AnteprimaCambio) => {
  const { vecchio, entrate, impedimenti, avvisi } = esame;
  const { idDominio, iban } = vecchio;
  const ids = entrate.map(({ idEntrata }) => idEntrata);
  const presentConteggio = ({ perTipo, esempi, ...numeri }: ConteggioPendenze) => ({
    ...numeri,
    perTipo: perTipo.map(({ importo, ...tipo }) => ({ ...tipo, importo: toNumeroJson(importo) })),
    esempi: esempi.map(presentPendenzaConto(idDominio, iban, ids)),
  });
  return {
    idDominio,
    ibanVecchio: iban,
    ibanNuovo,
    impedimenti: [...impedimenti],
    avvisi: [...avvisi],
    entrate: ids,
    tipiDaRivedere: [...tipiDaRivedere],
    pendenze: presentConteggio(dirette),
    pendenzeTramiteEntrate: presentConteggio(tramiteEntrate),
  };
};
