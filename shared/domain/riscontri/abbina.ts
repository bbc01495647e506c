/**
 * What each movement of the treasurer pays. Pure: the same evidence gives the same links in whatever order it came, amounts are always compared
 * to the cent, and what has two explanations is proposed, never chosen.
 */
import { abbinaNominati, abbinaTroncati, completaRimandate, type Lettura } from "./abbina-flussi.ts";
import { abbinaSingoli } from "./abbina-singoli.ts";
import { type Banco, chiaveOggetto, createBanco, isLibero, restaDelFlusso, restaDi, segnala } from "./banco.ts";
import { type Componente, componentiDi } from "./componenti.ts";
import { applyDecisioni } from "./decisioni.ts";
import type { AnomaliaRiscontro, Collegamento, EsitoDenaro, EsitoFlusso, EsitoMovimento, Proposta } from "./esiti.ts";
import { anomalieFlusso, esitoFlusso, esitoMovimento } from "./esiti-denaro.ts";
import type { EvidenzeDenaro, Impostazioni, MovimentoProva, Regola } from "./evidenze.ts";
import { confronta, flussiInVigore } from "./in-vigore.ts";
import { findNominati } from "./nominati.ts";
import { type Possibile, proponiNominati, proponiPossibili } from "./proponi.ts";
import { hasChiavi, removeStorni } from "./storni.ts";

interface Lavorato {
  readonly banco: Banco;
  readonly flussi: readonly EsitoFlusso[];
  readonly movimenti: readonly EsitoMovimento[];
  readonly anomalie: readonly AnomaliaRiscontro[];
  /** Movements that name nothing known: an amount may suggest what they are. */
  readonly senzaNome: readonly MovimentoProva[];
}

function lavora({ evidenze, regole }: Componente, impostazioni: Impostazioni): Lavorato {
  const banco = createBanco(evidenze, regole, impostazioni);
  applyDecisioni(banco);
  removeStorni(banco);
  const letture = banco.movimenti.map((movimento): Lettura => ({ movimento, nominati: findNominati(banco, movimento) }));
  const rimandate = abbinaNominati(banco, letture);
  abbinaTroncati(banco, letture, rimandate);
  completaRimandate(banco, rimandate, letture);
  const codiciIgnoti = abbinaSingoli(banco);
  proponiNominati(banco, letture);
  const flussi = banco.flussi.map((flusso) => ({ flusso, esito: esitoFlusso(banco, flusso) }));
  const movimenti = letture.map((lettura) => esitoMovimento(banco, lettura, codiciIgnoti.get(lettura.movimento.id) ?? []));
  const senzaNome = letture.filter(
    ({ movimento, nominati }) =>
      isLibero(banco, movimento) &&
      nominati.posti.every(({ tipo }) => tipo === "IGNOTO") &&
      (movimento.chiavi.iuv.length + movimento.chiavi.iur.length === 0 || codiciIgnoti.has(movimento.id)),
  );
  return {
    banco,
    flussi: flussi.map(({ esito }) => esito),
    movimenti,
    anomalie: [...banco.anomalie, ...flussi.flatMap(({ flusso, esito }) => anomalieFlusso(banco, flusso, esito))],
    senzaNome: senzaNome.map(({ movimento }) => movimento),
  };
}

/** Flows that wait for all of their money, by amount. */
const aperti = (lavorati: readonly Lavorato[], { flussiPossibili }: EvidenzeDenaro): ReadonlyMap<bigint, readonly Possibile[]> => {
  const interni = lavorati.flatMap(({ banco }) =>
    banco.flussi.map((flusso): Possibile => ({ flusso, resta: restaDelFlusso(banco, flusso) })),
  );
  const noti = new Set(interni.map(({ flusso }) => flusso.chiave));
  const collegati = new Map(
    (flussiPossibili ?? []).map(({ flusso, collegato }) => [`${flusso.idFlusso}|${flusso.idPsp}|${flusso.revisione}`, collegato]),
  );
  const esterni = flussiInVigore((flussiPossibili ?? []).map(({ flusso }) => flusso))
    .filter(({ chiave }) => !noti.has(chiave))
    .map((flusso): Possibile => {
      const { idFlusso, idPsp, revisione, importoTotale } = flusso.flusso;
      return { flusso, resta: importoTotale - (collegati.get(`${idFlusso}|${idPsp}|${revisione}`) ?? 0n) };
    });
  const tutti = [...interni, ...esterni].filter(({ flusso, resta }) => resta === flusso.flusso.importoTotale);
  return Map.groupBy(tutti, ({ resta }) => resta);
};

const proponi = (lavorato: Lavorato, perImporto: ReadonlyMap<bigint, readonly Possibile[]>): readonly Proposta[] =>
  lavorato.senzaNome.flatMap((movimento) => {
    const { banco } = lavorato;
    const proposte = proponiPossibili(banco, movimento, perImporto.get(restaDi(banco, movimento)) ?? []);
    if (proposte.length > 0 && !hasChiavi(movimento))
      segnala(banco, movimento, {
        codice: "CAUSALE_SCONOSCIUTA",
        importo: movimento.importo,
        frase: "La causale non dice nulla, ma importo e data sono quelli di un flusso in attesa di accredito.",
      });
    return proposte;
  });

const ordineCollegamenti = (a: Collegamento, b: Collegamento): number =>
  confronta(a.idMovimento, b.idMovimento) ||
  confronta(chiaveOggetto(a.oggetto), chiaveOggetto(b.oggetto)) ||
  confronta(a.idRegola ?? "", b.idRegola ?? "");

const chiaveSoggetto = ({ soggetto, codice }: AnomaliaRiscontro): string =>
  `${soggetto.tipo === "MOVIMENTO" ? `M|${soggetto.idMovimento}` : chiaveOggetto(soggetto)}|${codice}`;

export const ordineAnomalie = (a: AnomaliaRiscontro, b: AnomaliaRiscontro): number =>
  confronta(chiaveSoggetto(a), chiaveSoggetto(b)) || confronta(a.frase, b.frase);

/** Links, proposals, coverage of the flows, labels and anomalies of flows and movements of one creditor. */
export function matchDenaro(evidenze: EvidenzeDenaro, regole: readonly Regola[], impostazioni: Impostazioni): EsitoDenaro {
  const lavorati = componentiDi(evidenze, regole).map((componente) => lavora(componente, impostazioni));
  const perImporto = aperti(lavorati, evidenze);
  const esiti = lavorati.map((lavorato) => {
    const prima = lavorato.banco.anomalie.length;
    const possibili = proponi(lavorato, perImporto);
    return { ...lavorato, possibili, nuove: lavorato.banco.anomalie.slice(prima) };
  });
  const proposte = esiti.flatMap(({ banco, possibili }) => [...banco.proposte, ...possibili]);
  const proposti = new Set(proposte.map(({ idMovimento }) => idMovimento));
  return {
    collegamenti: esiti.flatMap(({ banco }) => banco.collegamenti).sort(ordineCollegamenti),
    proposte: proposte.sort((a, b) => confronta(a.idMovimento, b.idMovimento) || b.fiducia - a.fiducia || confronta(a.chiave, b.chiave)),
    flussi: esiti.flatMap(({ flussi }) => flussi).sort((a, b) => confronta(a.idFlusso, b.idFlusso) || confronta(a.idPsp, b.idPsp)),
    movimenti: esiti
      .flatMap(({ movimenti }) => movimenti)
      .map((esito) =>
        esito.stato === "NON_ABBINATO" && proposti.has(esito.idMovimento) ? { ...esito, stato: "DA_CONFERMARE" as const } : esito,
      )
      .sort((a, b) => confronta(a.idMovimento, b.idMovimento)),
    anomalie: esiti.flatMap(({ anomalie, nuove }) => [...anomalie, ...nuove]).sort(ordineAnomalie),
  };
}
