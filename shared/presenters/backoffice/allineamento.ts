/** The copies in pagoPA's archives and the nightly comparisons, as operators see them. */
import { definiti } from "../../domain/definiti.ts";
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import { statiAllineamento } from "../../domain/gpd/stati-allineamento.ts";
import type { VerificaGpd } from "../../domain/gpd/verifica.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

type Nomi = ReadonlyMap<string, string>;
const dominioDi = (nomi: Nomi, idDominio: string) => ({ idDominio, ragioneSociale: nomi.get(idDominio) ?? idDominio });

export const presentAllineamento = (nomi: Nomi) => (allineamento: Allineamento) => {
  const { idDominio, iuv, numeroAvviso, idA2A, idPendenza, archivio, iupd, stato, data, tentativi, status, dettaglio } = allineamento;
  return {
    dominio: dominioDi(nomi, idDominio),
    ...{ iuv, numeroAvviso, idA2A, idPendenza, archivio, iupd, stato, tentativi },
    descrizioneStato: statiAllineamento.descriviStato(stato),
    data: toIsoRoma(data),
    ...definiti({ status, dettaglio }),
  };
};

export const presentVerificaGpd = (nomi: Nomi) => (verifica: VerificaGpd) => {
  const { idDominio, archivio, giorno, fase, inizio, fine, cifre, differenze, dettaglio } = verifica;
  const { remote, locali, uguali, riparate, ...perTipo } = cifre;
  return {
    dominio: dominioDi(nomi, idDominio),
    ...{ archivio, giorno, fase, uguali, riparate },
    dataInizio: toIsoRoma(inizio),
    ...definiti({ dataFine: fine === undefined ? undefined : toIsoRoma(fine), dettaglio }),
    posizioniPagoPA: remote,
    pendenze: locali,
    differenze: perTipo,
    esempi: [...differenze],
  };
};

export const toFiltriAllineamenti = (query: {
  readonly idDominio?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
  readonly stato?: string;
  readonly archivio?: string;
  readonly iuv?: string;
}) => {
  const { idDominio, stato, archivio, iuv } = query;
  return { ...toIntervallo(query), ordine: toOrdine(query.ordinamento), ...definiti({ idDominio, stato, archivio, iuv }) };
};
