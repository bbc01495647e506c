/** What the matching concluded of a component, written where it differs from what is remembered: a subject with its anomalies at a time, under the versions read. */
import {
  type Abbinamento,
  idPropostaDi,
  isUguale,
  type MemoriaMovimento,
  type PropostaAperta,
  type RiscontroFlusso,
} from "../../domain/abbinamenti/abbinamento.ts";
import { nomeDi } from "../../domain/abbinamenti/nome.ts";
import type { AnomaliaTrovata } from "../../domain/anomalie/anomalia.ts";
import type { SoggettoAnomalia } from "../../domain/anomalie/soggetto.ts";
import { definiti } from "../../domain/definiti.ts";
import type { AnomaliaRiscontro, EsitoDenaro, EsitoFlusso } from "../../domain/riscontri/esiti.ts";
import type { Impostazioni } from "../../domain/riscontri/evidenze.ts";
import { importoNetto, type Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";
import { alignAnomalie } from "../anomalie/align-anomalie.ts";
import type { Componente } from "./load-componente.ts";
import type { PorteAbbinamenti } from "./porte.ts";

/** Of one transaction; a subject adds at most some thirty. */
const SCRITTURE_PER_LOTTO = 60;
const CHIAVI_PER_MESSAGGIO = 50;

/** The changes of one subject, with whom else they concern. */
interface Pezzo {
  readonly modifiche: readonly Modifica[];
  readonly messaggi: readonly Messaggio[];
}

const testoDi = (anomalie: readonly AnomaliaRiscontro[]): string =>
  anomalie.length === 0
    ? ""
    : nomeDi(JSON.stringify(anomalie, (_chiave, valore: unknown) => (typeof valore === "bigint" ? `${valore}n` : valore)));

export const toTrovata = ({ codice, importo, importoAtteso, dal, giorno, frase }: AnomaliaRiscontro): AnomaliaTrovata => ({
  codice,
  dettaglio: frase.slice(0, 500),
  ...definiti({ importo, importoAtteso, dal, giorno }),
});

/** New, changed, or as it was (then nothing). */
const scrivi = <T extends { readonly versione: number }>(
  nota: T | undefined,
  nuova: T,
): { readonly azione: "crea" | "sostituisci"; readonly valore: T } | undefined => {
  if (!nota) return { azione: "crea", valore: { ...nuova, versione: 0 } };
  return isUguale(nota, nuova) ? undefined : { azione: "sostituisci", valore: { ...nuova, versione: nota.versione } };
};

/** Memories with the links just written, under the versions that the store gave them. */
const withScritti = ({ memorie }: Componente, pezzi: readonly Pezzo[]): ReadonlyMap<string, MemoriaMovimento> => {
  const dopo = new Map(memorie);
  for (const modifica of pezzi.flatMap(({ modifiche }) => modifiche)) {
    if (modifica.entita !== "abbinamento") continue;
    const { idMovimento, versione } = modifica.valore;
    const memoria = memorie.get(idMovimento) ?? { proposte: [], regole: [] };
    dopo.set(idMovimento, { ...memoria, abbinamento: { ...modifica.valore, versione: versione + 1 } });
  }
  return dopo;
};

export const storeEsito = (porte: PorteAbbinamenti, { tolleranza }: Pick<Impostazioni, "tolleranza">) => {
  const { abbinamenti, unitOfWork } = porte;
  const align = alignAnomalie(porte);

  /** Only when they changed: most subjects have none, and never had. */
  const alignOf = async (
    idDominio: string,
    soggetto: SoggettoAnomalia,
    trovate: readonly AnomaliaRiscontro[],
    prima: string | undefined,
  ): Promise<readonly Modifica[]> => (testoDi(trovate) === (prima ?? "") ? [] : align(idDominio, soggetto, trovate.map(toTrovata)));

  const toAbbinamento = (movimento: Movimento, esito: EsitoDenaro, anomalie: readonly AnomaliaRiscontro[]): Abbinamento | undefined => {
    const suo = esito.movimenti.find(({ idMovimento }) => idMovimento === movimento.id);
    if (!suo) return undefined;
    const collegamenti = esito.collegamenti
      .filter(({ idMovimento }) => idMovimento === movimento.id)
      .map(({ idDominio: _, idMovimento: __, ...collegamento }) => collegamento);
    return {
      ...suo,
      versione: 0,
      dataContabile: movimento.dataContabile,
      importo: importoNetto(movimento),
      collegamenti,
      iuv: [
        ...new Set([
          ...movimento.chiavi.iuv,
          ...collegamenti.flatMap(({ oggetto }) => (oggetto.tipo === "TRASFERIMENTO" ? [oggetto.iuv] : [])),
        ]),
      ].sort(),
      improntaAnomalie: testoDi(anomalie),
    };
  };

  const proposteOf = (movimento: Movimento, { proposte: note }: MemoriaMovimento, { proposte }: EsitoDenaro): readonly Modifica[] => {
    const sue = proposte
      .filter(({ idMovimento }) => idMovimento === movimento.id)
      .map(
        (proposta): PropostaAperta => ({
          ...proposta,
          versione: 0,
          id: idPropostaDi(proposta),
          dataContabile: movimento.dataContabile,
          importo: importoNetto(movimento),
        }),
      );
    const superate = note.filter(({ id }) => !sue.some((sua) => sua.id === id));
    return [
      ...superate.map((valore): Modifica => ({ azione: "elimina", entita: "proposta", valore })),
      ...sue.flatMap((sua): Modifica[] => {
        const scritta = scrivi(
          note.find(({ id }) => id === sua.id),
          sua,
        );
        return scritta ? [{ ...scritta, entita: "proposta" }] : [];
      }),
    ];
  };

  const pezzoMovimento = async (movimento: Movimento, memoria: MemoriaMovimento, esito: EsitoDenaro): Promise<Pezzo> => {
    const soggetto = { tipo: "MOVIMENTO", idMovimento: movimento.id } as const;
    const anomalie = esito.anomalie.filter(({ soggetto: s }) => s.tipo === "MOVIMENTO" && s.idMovimento === movimento.id);
    const abbinamento = toAbbinamento(movimento, esito, anomalie);
    if (!abbinamento) return { modifiche: [], messaggi: [] };
    const scritto = scrivi(memoria.abbinamento, abbinamento);
    return {
      modifiche: [
        ...(scritto ? [{ ...scritto, entita: "abbinamento" } as const] : []),
        ...proposteOf(movimento, memoria, esito),
        ...(await alignOf(movimento.idDominio, soggetto, anomalie, memoria.abbinamento?.improntaAnomalie)),
      ],
      messaggi: [],
    };
  };

  /** A flow whose credit changed may now explain, or no longer, movements that name nothing: only their amount leads to them. */
  const riguardati = async ({ idDominio, importo }: EsitoFlusso, noti: ReadonlyMap<string, unknown>): Promise<readonly Messaggio[]> => {
    const trovati = await abbinamenti.findDaSpiegare(idDominio, { da: importo - tolleranza, a: importo + tolleranza });
    const movimenti = trovati.map(({ idMovimento }) => idMovimento).filter((id) => !noti.has(id));
    return movimenti.length === 0
      ? []
      : [{ coda: "riscontri", corpo: { idDominio, flussi: [], iuv: [], iur: [], movimenti: movimenti.slice(0, CHIAVI_PER_MESSAGGIO) } }];
  };

  const pezzoFlusso = async (suo: EsitoFlusso, componente: Componente, esito: EsitoDenaro): Promise<Pezzo> => {
    const { idDominio, idFlusso, idPsp, revisione } = suo;
    const flusso = componente.flussi.find((f) => f.idFlusso === idFlusso && f.idPsp === idPsp && f.revisione === revisione);
    if (!flusso) return { modifiche: [], messaggi: [] };
    const anomalie = esito.anomalie.filter(({ soggetto: s }) => s.tipo === "FLUSSO" && s.idFlusso === idFlusso && s.idPsp === idPsp);
    const noto = componente.riscontri.find((r) => r.idFlusso === idFlusso && r.idPsp === idPsp);
    const nuovo: RiscontroFlusso = { ...suo, versione: 0, dataRegolamento: flusso.dataRegolamento, improntaAnomalie: testoDi(anomalie) };
    const scritto = scrivi(noto, nuovo);
    const mosso = noto?.importoCollegato !== suo.importoCollegato || noto.importo !== suo.importo;
    return {
      modifiche: [
        ...(scritto ? [{ ...scritto, entita: "riscontroFlusso" } as const] : []),
        ...(await alignOf(idDominio, { tipo: "FLUSSO", idFlusso, idPsp }, anomalie, noto?.improntaAnomalie)),
      ],
      messaggi: mosso ? await riguardati(suo, componente.memorie) : [],
    };
  };

  /** Flows that count no more under that name: two readings of one flow became one. */
  const superati = async ({ idDominio, riscontri }: Componente, { flussi }: EsitoDenaro): Promise<readonly Pezzo[]> =>
    Promise.all(
      riscontri
        .filter((r) => !flussi.some((f) => f.idFlusso === r.idFlusso && f.idPsp === r.idPsp))
        .map(async (valore) => ({
          modifiche: [
            { azione: "elimina", entita: "riscontroFlusso", valore } as const,
            ...(await alignOf(idDominio, { tipo: "FLUSSO", idFlusso: valore.idFlusso, idPsp: valore.idPsp }, [], valore.improntaAnomalie)),
          ],
          messaggi: [],
        })),
    );

  /** @returns the component as it is now stored; undefined when somebody changed meanwhile what was read: load again and decide again. */
  return async (componente: Componente, esito: EsitoDenaro): Promise<Componente | undefined> => {
    const memoriaDi = (id: string): MemoriaMovimento => componente.memorie.get(id) ?? { proposte: [], regole: [] };
    const pezzi: Pezzo[] = [...(await superati(componente, esito))];
    for (const movimento of componente.movimenti) pezzi.push(await pezzoMovimento(movimento, memoriaDi(movimento.id), esito));
    for (const flusso of esito.flussi) pezzi.push(await pezzoFlusso(flusso, componente, esito));
    let lotto: Pezzo[] = [];
    const quante = () => lotto.reduce((somma, { modifiche, messaggi }) => somma + modifiche.length + messaggi.length, 0);
    const commit = async (): Promise<boolean> => {
      const modifiche = lotto.flatMap((pezzo) => pezzo.modifiche);
      const messaggi = lotto.flatMap((pezzo) => pezzo.messaggi);
      lotto = [];
      return modifiche.length === 0 || (await unitOfWork.commit(modifiche, { messaggi })).ok;
    };
    for (const pezzo of pezzi) {
      if (quante() + pezzo.modifiche.length + pezzo.messaggi.length > SCRITTURE_PER_LOTTO && !(await commit())) return undefined;
      lotto.push(pezzo);
    }
    return (await commit()) ? { ...componente, memorie: withScritti(componente, pezzi) } : undefined;
  };
};
