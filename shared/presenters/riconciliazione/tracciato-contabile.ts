/** Layouts towards accounting and their runs, between the API and its use cases. */
import type * as z from "zod";
import type { NuovoTracciatoContabile } from "../../contracts/riconciliazione/tracciati-contabili.ts";
import {
  type CampoTracciato,
  type ConsegnaTracciato,
  type EsecuzioneTracciato,
  type LayoutTracciato,
  nomeDelFile,
  type TracciatoContabile,
  type TracciatoVisto,
} from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { definiti } from "../../domain/definiti.ts";
import { statiEsportazione } from "../../domain/esportazioni/stati-esportazione.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export const toTracciatoContabile = (
  { idDominio, nome }: { readonly idDominio: string; readonly nome: string },
  corpo: z.output<typeof NuovoTracciatoContabile>,
): Omit<TracciatoContabile, "mittente"> => ({ versione: 0, idDominio, nome, ...corpo });

const presentCampo = ({ parti, tabella, ...campo }: CampoTracciato) => ({
  ...campo,
  parti: parti.map((parte) => ({ ...parte })),
  ...(tabella && { tabella: { ...tabella } }),
});

const presentLayout = ({ testata, dettaglio, coda, filtri, ...layout }: LayoutTracciato) => ({
  ...layout,
  ...definiti({ testata: testata?.map(presentCampo), coda: coda?.map(presentCampo) }),
  dettaglio: dettaglio.map(presentCampo),
  filtri: definiti({
    ...filtri,
    stati: filtri.stati && [...filtri.stati],
    idTipiPendenza: filtri.idTipiPendenza && [...filtri.idTipiPendenza],
    idUnitaOperative: filtri.idUnitaOperative && [...filtri.idUnitaOperative],
  }),
});

export const presentTracciatoContabile = ({
  tracciato,
  predefinito,
}: {
  readonly tracciato: Omit<TracciatoContabile, "mittente">;
  readonly predefinito: TracciatoVisto["predefinito"];
}) => {
  const { idDominio, nome, descrizione, abilitato, layout, pianificazione, cartella, destinatario, email } = tracciato;
  return {
    ...{ idDominio, nome, predefinito, abilitato },
    layout: presentLayout(layout),
    ...definiti({ descrizione, pianificazione, cartella, destinatario }),
    ...(email && { email: { ...email, indirizzi: [...email.indirizzi] } }),
  };
};

const presentConsegna = ({ dataUltimoTentativo, dataProssimoTentativo, email: _, ...consegna }: ConsegnaTracciato) => ({
  ...consegna,
  ...(dataUltimoTentativo !== undefined && { dataUltimoTentativo: toIsoRoma(dataUltimoTentativo) }),
  ...(dataProssimoTentativo !== undefined && { dataProssimoTentativo: toIsoRoma(dataProssimoTentativo) }),
});

export const presentEsecuzioneTracciato = (esecuzione: EsecuzioneTracciato, collegamento?: string) => {
  const { id, idDominio, nome, stato, descrizioneStato, origine, da, a, dataRichiesta, dataConclusione, chiave, righe, byte, consegna } =
    esecuzione;
  return {
    ...{
      id,
      idDominio,
      nome,
      stato,
      descrizioneStato: descrizioneStato ?? statiEsportazione.descriviStato(stato),
      origine,
      dataDa: da,
      dataA: a,
    },
    dataRichiesta: toIsoRoma(dataRichiesta),
    ...definiti({
      dataConclusione: dataConclusione === undefined ? undefined : toIsoRoma(dataConclusione),
      nomeFile: chiave === undefined ? undefined : nomeDelFile(chiave),
      ...{ righe, byte, collegamento, consegna: consegna && presentConsegna(consegna) },
    }),
  };
};
