/** Creditors between wire and domain. */
import type * as z from "zod";
import type { DominioPost } from "../../contracts/backoffice/domini-scrittura.ts";
import type { AuxDigit, Dominio } from "../../domain/anagrafiche/creditore.ts";
import type { Esportazioni } from "../../domain/anagrafiche/esportazioni.ts";
import type { DominioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import type { VistaDominio } from "../../domain/anagrafiche/viste.ts";
import { withoutSegreti } from "../../domain/configurazione/sezioni.ts";
import { presentContoAccredito } from "./conto-accredito.ts";
import { presentEntrataDominio } from "./entrata.ts";
import { toLiberi } from "./libero.ts";
import { presenti } from "./presenti.ts";
import { presentTipoPendenzaDominio } from "./tipo-pendenza.ts";
import { presentUnitaOperativa } from "./unita-operativa.ts";

const AUX_DIGIT: Readonly<Record<string, AuxDigit>> = { "0": 0, "1": 1, "2": 2, "3": 3 };

export const toDominio = (idDominio: string, body: z.output<typeof DominioPost>): DominioRichiesto => {
  const { intermediato, auxDigit, regoleCaricamento, ...altri } = body;
  const { servizioMyPivot, servizioSecim, servizioGovPay, servizioHyperSicAPKappa, servizioMaggioliJPPA, ...campi } = altri;
  const esportazioni = toLiberi({ servizioMyPivot, servizioSecim, servizioGovPay, servizioHyperSicAPKappa, servizioMaggioliJPPA });
  const cifra = auxDigit == null ? undefined : AUX_DIGIT[auxDigit];
  return {
    idDominio,
    ...presenti(campi),
    intermediato: intermediato ?? true,
    ...(cifra !== undefined && { auxDigit: cifra }),
    ...(regoleCaricamento && { regoleCaricamento: presenti(regoleCaricamento) }),
    ...(Object.keys(esportazioni).length > 0 && { esportazioni }),
  };
};

const campiDi = ({ versione: _versione, frammenti: _frammenti, logo: _logo, esportazioni: _esportazioni, ...dominio }: Dominio) => {
  const { auxDigit, altreStazioni, ...campi } = dominio;
  return {
    ...campi,
    ...(altreStazioni && { altreStazioni: [...altreStazioni] }),
    ...(auxDigit !== undefined && { auxDigit: String(auxDigit) }),
  };
};

/** Their secrets go one way only. */
const presentEsportazioni = (esportazioni: Esportazioni = {}): Record<string, Record<string, unknown>> =>
  Object.fromEntries(Object.entries(esportazioni).map(([nome, sezione]) => [nome, { ...withoutSegreti(sezione) }]));

export const presentDominioIndex = (dominio: Dominio) => {
  const base = `/domini/${dominio.idDominio}`;
  return {
    ...campiDi(dominio),
    unitaOperative: `${base}/unitaOperative`,
    contiAccredito: `${base}/contiAccredito`,
    entrate: `${base}/entrate`,
    tipiPendenza: `${base}/tipiPendenza`,
  };
};

export const presentDominio = ({ dominio, unita, conti, entrate, tipiPendenza }: VistaDominio) => ({
  ...campiDi(dominio),
  ...(dominio.logo !== undefined && { logo: dominio.logo }),
  ...presentEsportazioni(dominio.esportazioni),
  unitaOperative: unita.map(presentUnitaOperativa),
  contiAccredito: conti.map(presentContoAccredito),
  entrate: entrate.map(presentEntrataDominio),
  tipiPendenza: tipiPendenza.map(presentTipoPendenzaDominio),
});
