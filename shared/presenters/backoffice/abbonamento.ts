/** Subscriptions and deliveries between the API and their use cases. */
import type * as z from "zod";
import type { addAzioneAbbonamento, NuovoAbbonamento } from "../../contracts/backoffice/abbonamenti.ts";
import type { Abbonamento } from "../../domain/abbonamenti/abbonamento.ts";
import type { AbbonamentoVisto, AzioneAbbonamento } from "../../domain/abbonamenti/abbonamento-visto.ts";
import type { Consegna } from "../../domain/abbonamenti/consegna.ts";
import { prossimoSguardo, type Seguito } from "../../domain/abbonamenti/seguito.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { parseIstante, toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto, parseImporto } from "../../domain/valori/importo.ts";
import { presentAnnuncio } from "../comuni/annuncio.ts";

const cents = (euro: number | undefined): bigint | undefined => {
  const letto = euro === undefined ? undefined : parseImporto(String(euro));
  return letto?.ok ? letto.valore : undefined;
};
const euro = (centesimi: bigint | undefined): number | undefined =>
  centesimi === undefined ? undefined : Number(formatImporto(centesimi));
/** The contract has already checked its form. */
const instant = (testo: string): string => {
  const letto = parseIstante(testo);
  return letto.ok ? letto.valore : testo;
};

/** An application subscribes to its own debts without saying so. */
export const toAbbonamento = (
  chiave: { readonly idDominio: string; readonly idAbbonamento: string },
  { filtri, dataDa, ...corpo }: z.output<typeof NuovoAbbonamento>,
  chiamante: Chiamante,
): Omit<Abbonamento, "chiavi" | "versione"> & { readonly da?: string } => ({
  ...chiave,
  ...corpo,
  ...definiti({ idA2A: corpo.idA2A ?? chiamante.idA2A, da: dataDa === undefined ? undefined : instant(dataDa) }),
  filtri: definiti({ ...filtri, importoMinimo: cents(filtri.importoMinimo), importoMassimo: cents(filtri.importoMassimo) }),
});

const statoDi = ({ abilitato }: Abbonamento, seguito: Seguito | undefined) => {
  if (!abilitato) return { stato: "DISABILITATO" } as const;
  if (seguito?.pausa) return { stato: "IN_PAUSA", descrizioneStato: seguito.pausa.motivo } as const;
  if (seguito?.guasto) return { stato: "IN_RITARDO", descrizioneStato: `non prende nulla dal ${toIsoRoma(seguito.guasto.dal)}` } as const;
  return { stato: seguito && seguito.trattenuti.length > 0 ? "IN_RITARDO" : "ATTIVO" } as const;
};

export const presentAbbonamento = (
  { abbonamento, seguito, segreto }: AbbonamentoVisto,
  { idProva }: { readonly idProva?: string | undefined } = {},
) => {
  const { idDominio, idAbbonamento, descrizione, abilitato, url, idA2A, tipi, filtri, chiavi, firmaModi } = abbonamento;
  const prossimo = seguito && prossimoSguardo(seguito);
  return {
    ...{ idDominio, idAbbonamento, abilitato, url, tipi: tipi.flatMap((tipo) => (tipo === "prova" ? [] : [tipo])) },
    filtri: definiti({
      idTipiPendenza: filtri.idTipiPendenza && [...filtri.idTipiPendenza],
      idUnitaOperative: filtri.idUnitaOperative && [...filtri.idUnitaOperative],
      ...{ importoMinimo: euro(filtri.importoMinimo), importoMassimo: euro(filtri.importoMassimo) },
    }),
    ...statoDi(abbonamento, seguito),
    chiavi: chiavi.map(({ id, dal }) => ({ id, dal: toIsoRoma(dal) })),
    trattenute: seguito?.trattenuti.length ?? 0,
    ...definiti({
      ...{ descrizione, idA2A, firmaModi: firmaModi && { ...firmaModi }, segreto, idProva },
      ultimaConsegna: seguito?.ultimaConsegna === undefined ? undefined : toIsoRoma(seguito.ultimaConsegna),
      prossimoTentativo: prossimo === undefined ? undefined : toIsoRoma(prossimo),
    }),
  };
};

export const toAzione = (corpo: z.output<(typeof addAzioneAbbonamento)["body"]>, adesso: string): AzioneAbbonamento => {
  if (corpo.azione === "RIPETI")
    return { azione: "RIPETI", consegne: corpo.consegne.map(({ subject, id }) => ({ oggetto: subject, idAnnuncio: id })) };
  if (corpo.azione === "RIPETI_DAL")
    return { azione: "RIPETI_DAL", da: instant(corpo.dataDa), a: corpo.dataA === undefined ? adesso : instant(corpo.dataA) };
  return { azione: corpo.azione };
};

export const presentConsegna = ({ annuncio, ordine, stato, tentativi, data, ultimi }: Consegna) => ({
  ...{ evento: presentAnnuncio(annuncio, ordine), stato, numeroTentativi: tentativi, data: toIsoRoma(data) },
  tentativi: ultimi.map((uno) => ({ ...uno, data: toIsoRoma(uno.data) })),
});
