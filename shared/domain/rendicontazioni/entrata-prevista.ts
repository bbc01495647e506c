/** What a creditor expects on its account: each collected amount with the flow that settles it, or none yet (reference 6.2). */
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { sumImporti } from "../valori/importo.ts";
import type { Flusso, Rendicontazione } from "./flusso.ts";
import { type ContestoEsterni, createClassificatore, type Esterno, isEsterna } from "./pagamenti-esterni.ts";

export interface EntrataPrevista {
  readonly riscossione: Riscossione;
  /** Last revision of the flow that reports it; absent while no PSP has told. */
  readonly flusso?: Flusso;
  /** Absent when the debt is not known, or not for who reads. */
  readonly pendenza?: Pendenza;
  /** Only of a payment without a debt here: what the creditor's rules say of it. The debt type is then that of the amount too. */
  readonly esterno?: Esterno;
}

export interface GruppoFlusso {
  readonly flusso: Flusso;
  readonly entrate: readonly EntrataPrevista[];
  /** Cents of the amounts in this group: a flow may hold others, outside the period. */
  readonly importo: bigint;
}

export interface EntrateCreditore {
  readonly idDominio: string;
  readonly flussi: readonly GruppoFlusso[];
  readonly senzaFlusso: readonly EntrataPrevista[];
  readonly importoSenzaFlusso: bigint;
  readonly numero: number;
  readonly importo: bigint;
}

type Chiave = Pick<Flusso, "idDominio" | "idFlusso" | "idPsp" | "revisione">;

const nomeDi = ({ idDominio, idFlusso, idPsp, revisione }: Chiave): string => `${idDominio}#${idFlusso}#${idPsp}#${revisione}`;
const rigaDi = ({ idDominio, iuv, iur, indice }: Rendicontazione | Riscossione): string => `${idDominio}#${iuv}#${iur}#${indice}`;
const posizioneDi = (idDominio: string, iuv: string): string => `${idDominio}#${iuv}`;

/** Of two flows that report the same amount the one that counts: the later revision, else the later emission. */
const supera = (nuovo: Flusso, noto: Flusso): boolean =>
  noto.obsoleto !== nuovo.obsoleto
    ? noto.obsoleto
    : nuovo.revisione > noto.revisione || (nuovo.revisione === noto.revisione && nuovo.dataFlusso > noto.dataFlusso);

/** Joins what was read apart. A flow still being acquired does not count yet. */
export const joinEntrate = (
  riscossioni: readonly Riscossione[],
  compagni: {
    readonly righe: readonly Rendicontazione[];
    readonly flussi: readonly Flusso[];
    readonly pendenze: readonly Pendenza[];
    readonly esterni: ContestoEsterni;
  },
): readonly EntrataPrevista[] => {
  const flussi = new Map(compagni.flussi.filter(({ stato }) => stato !== "IN_ACQUISIZIONE").map((flusso) => [nomeDi(flusso), flusso]));
  const pendenze = new Map(compagni.pendenze.map((pendenza) => [posizioneDi(pendenza.idDominio, pendenza.iuv), pendenza]));
  const diRiga = new Map<string, Flusso>();
  for (const riga of compagni.righe) {
    const flusso = flussi.get(nomeDi(riga));
    const noto = diRiga.get(rigaDi(riga));
    if (flusso && (!noto || supera(flusso, noto))) diRiga.set(rigaDi(riga), flusso);
  }
  const classify = createClassificatore(compagni.esterni);
  return riscossioni.map((riscossione) => {
    const flusso = diRiga.get(rigaDi(riscossione));
    const pendenza = pendenze.get(posizioneDi(riscossione.idDominioTitolare, riscossione.iuv));
    const comune = { ...(flusso && { flusso }), ...(pendenza && { pendenza }) };
    if (!isEsterna(riscossione)) return { riscossione, ...comune };
    const esterno = classify(riscossione, flusso?.idPsp);
    const { attribuzione } = esterno;
    return {
      riscossione: attribuzione ? { ...riscossione, idTipoPendenza: attribuzione.idTipoPendenza } : riscossione,
      ...comune,
      esterno,
    };
  });
};

const importoDi = (entrate: readonly EntrataPrevista[]): bigint => sumImporti(entrate.map(({ riscossione }) => riscossione.importo));

/** Per creditor, in order of name: its flows from the oldest, then what no flow reports. */
export const groupEntrate = (entrate: readonly EntrataPrevista[]): readonly EntrateCreditore[] =>
  [...Map.groupBy(entrate, ({ riscossione }) => riscossione.idDominio)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([idDominio, sue]) => {
      const perFlusso = Map.groupBy(sue, ({ flusso }) => (flusso ? nomeDi(flusso) : ""));
      const senzaFlusso = perFlusso.get("") ?? [];
      const flussi = [...perFlusso.values()].flatMap((gruppo): GruppoFlusso[] => {
        const flusso = gruppo[0]?.flusso;
        return flusso ? [{ flusso, entrate: gruppo, importo: importoDi(gruppo) }] : [];
      });
      return {
        idDominio,
        flussi: flussi.sort((a, b) => (a.flusso.dataFlusso < b.flusso.dataFlusso ? -1 : 1)),
        senzaFlusso,
        importoSenzaFlusso: importoDi(senzaFlusso),
        numero: sue.length,
        importo: importoDi(sue),
      };
    });

/** Income code of the item that was paid, or of the rule that took it; a stamp has the one that GovPay gives it (reference 2.2). */
export const idEntrataDi = ({ riscossione, pendenza, esterno }: EntrataPrevista): string | undefined => {
  if (esterno) return esterno.attribuzione?.idEntrata;
  const destinazione = pendenza?.voci.find(({ idVocePendenza }) => idVocePendenza === riscossione.idVocePendenza)?.destinazione;
  if (destinazione?.variante === "entrata") return destinazione.codEntrata;
  return destinazione?.variante === "bollo" ? "BOLLOT" : undefined;
};
