/** The whole of the matching for a small set of evidence: the money of the flows first, then the labels of every transfer. */
import { normalizeIdFlusso } from "../valori/causale.ts";
import { matchDenaro, ordineAnomalie } from "./abbina.ts";
import type { AnomaliaRiscontro, EsitoDenaro, EsitoTrasferimento } from "./esiti.ts";
import type { EvidenzeDenaro, Impostazioni, NotificaProva, Regola } from "./evidenze.ts";
import { confronta } from "./in-vigore.ts";
import { labelPosizione } from "./posizione.ts";

export interface Evidenze extends EvidenzeDenaro {
  readonly idDominio: string;
  readonly notifiche: readonly NotificaProva[];
}

export interface EsitoRiscontro extends Omit<EsitoDenaro, "anomalie"> {
  readonly trasferimenti: readonly EsitoTrasferimento[];
  readonly anomalie: readonly AnomaliaRiscontro[];
}

/** Pure and independent of the order of its input; large archives call its two halves apart (matchDenaro, labelPosizione). */
export function match(evidenze: Evidenze, regole: readonly Regola[], impostazioni: Impostazioni): EsitoRiscontro {
  const { idDominio, riscossioni, righe, notifiche } = evidenze;
  const denaro = matchDenaro(evidenze, regole, impostazioni);
  const riscossioniPer = Map.groupBy(riscossioni, ({ iuv }) => iuv);
  const righePer = Map.groupBy(righe, ({ iuv }) => iuv);
  const notifichePer = Map.groupBy(notifiche, ({ iuv }) => iuv);
  const singoliPer = Map.groupBy(denaro.collegamenti, ({ oggetto }) => (oggetto.tipo === "TRASFERIMENTO" ? oggetto.iuv : ""));
  const flussiPer = Map.groupBy(denaro.flussi, ({ idFlusso }) => normalizeIdFlusso(idFlusso));
  const iuv = [...new Set([...riscossioniPer.keys(), ...righePer.keys(), ...notifichePer.keys()])].sort(confronta);
  const posizioni = iuv.map((codice) =>
    labelPosizione(
      {
        idDominio,
        iuv: codice,
        riscossioni: riscossioniPer.get(codice) ?? [],
        righe: righePer.get(codice) ?? [],
        notifiche: notifichePer.get(codice) ?? [],
      },
      {
        flussi: (righePer.get(codice) ?? []).flatMap(({ idFlusso }) => flussiPer.get(normalizeIdFlusso(idFlusso)) ?? []),
        collegamenti: singoliPer.get(codice) ?? [],
      },
      impostazioni,
    ),
  );
  return {
    ...denaro,
    trasferimenti: posizioni.flatMap(({ trasferimenti }) => trasferimenti),
    anomalie: [...denaro.anomalie, ...posizioni.flatMap(({ anomalie }) => anomalie)].sort(ordineAnomalie),
  };
}
