/** What is known of the payments of a debt beside its own changes: attempts, rows of the flows, receipts that are missing. */
import { definiti } from "../definiti.ts";
import { scadenzaTentativo, statoTentativoAl } from "../pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Recupero } from "../recuperi/recupero.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import { inizioGiorno } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { autoreDiPagamento, type Fatto, idFatto } from "./fatto.ts";

type Fatti = readonly Fatto<TipoFatto>[];

/** Nobody writes that an attempt is over: it follows from the dates. A legacy one ends when the Node says so, on a day that is not kept. */
export const fattiDiTentativo = (tentativo: Tentativo, tutti: readonly Tentativo[], adesso: string): Fatti => {
  const { ccp, dataRichiesta, importo, tipoRpt, prova } = tentativo;
  const stato = statoTentativoAl(tentativo, tutti, adesso);
  const comune = { autore: autoreDiPagamento(prova), dettagli: { ccp, importo, ...(tipoRpt === "RPT" && { stato }) } };
  const avviato = { id: idFatto("1", "tentativo", ccp), data: dataRichiesta, tipo: "PAGAMENTO_AVVIATO", ...comune } as const;
  const scadenza = scadenzaTentativo(tentativo);
  const seguenti = tutti.map((altro) => altro.dataRichiesta).filter((data) => data > dataRichiesta);
  const seguente = seguenti.toSorted()[0];
  if (stato === tentativo.stato || !["RPT_ANNULLATA", "RPT_SCADUTA"].includes(stato)) return [avviato];
  // Replaced only when the other came before its time was over.
  const sostituito = seguente !== undefined && seguente < scadenza;
  return [
    avviato,
    {
      id: idFatto("1", "fine", ccp),
      data: sostituito ? seguente : scadenza,
      tipo: sostituito ? "PAGAMENTO_SOSTITUITO" : "PAGAMENTO_NON_CONCLUSO",
      autore: "sistema",
      dettagli: { ccp },
    },
  ];
};

const REVOCATO = 3;

/** One fact for each payment in a flow, whatever its transfers: of the last revision, that replaces the ones before. */
export const fattiDiRighe = (righe: readonly Rendicontazione[]): Fatti => {
  const gruppi = Map.groupBy(righe, ({ idFlusso, idPsp, iur, esito }) => JSON.stringify([idFlusso, idPsp, iur, esito === REVOCATO]));
  return [...gruppi.values()].flatMap((gruppo) => {
    const revisione = Math.max(...gruppo.map((riga) => riga.revisione));
    const valide = gruppo.filter((riga) => riga.revisione === revisione);
    const [prima] = valide;
    if (!prima) return [];
    const { idFlusso, idPsp, iur, esito, dataFlusso, data } = prima;
    const anomala = valide.find(({ stato }) => stato !== "OK");
    return {
      id: idFatto("3", "riga", idFlusso, idPsp, iur, esito),
      data: dataFlusso ?? inizioGiorno(data),
      tipo: esito === REVOCATO ? "RENDICONTATA_LA_REVOCA" : "RENDICONTATA",
      autore: "pagoPA",
      dettagli: {
        ...{ importo: sumImporti(valide.map(({ importo }) => importo)), idFlusso },
        ...(anomala && { stato: anomala.stato }),
      },
    } as const;
  });
};

/** When it was noticed, and how it ended. An activation without a receipt is already told by its attempt. */
export const fattiDiRecupero = (recupero: Recupero): Fatti => {
  const { iur, origine, stato, dataRilevazione, dataChiusura, importo, idFlusso, operatore, motivazione, dettaglio } = recupero;
  if (origine === "ATTIVAZIONE" && operatore === undefined) return [];
  const aperto: Fatto<TipoFatto> = {
    id: idFatto("3", "recupero", iur),
    data: dataRilevazione,
    tipo: "RICEVUTA_MANCANTE",
    autore: "sistema",
    dettagli: definiti({ idRicevuta: iur, importo, idFlusso, dettaglio: dataChiusura === undefined ? dettaglio : undefined }),
  };
  if (dataChiusura === undefined) return [aperto];
  const chiuso: Fatto<TipoFatto> = {
    id: idFatto("3", "recupero", iur, "fine"),
    data: dataChiusura,
    tipo: "RICERCA_RICEVUTA_CHIUSA",
    autore: operatore ?? "sistema",
    dettagli: definiti({ idRicevuta: iur, stato, motivazione, dettaglio }),
  };
  return [aperto, chiuso];
};
