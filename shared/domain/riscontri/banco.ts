/** The table on which one component is worked out: what each movement still has to explain, what each flow and transfer still has to receive. */
import { normalizeIdFlusso } from "../valori/causale.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import { giornoDiFlusso } from "./chiavi.ts";
import type { AnomaliaRiscontro, Collegamento, Proposta } from "./esiti.ts";
import type {
  EvidenzeDenaro,
  FlussoProva,
  Impostazioni,
  MovimentoProva,
  OggettoCollegato,
  OggettoTrasferimento,
  Regola,
  RigaProva,
  RiscossioneProva,
} from "./evidenze.ts";
import { confronta, type FlussoInVigore, flussiInVigore, oggettoDi } from "./in-vigore.ts";
import { fiduciaDi, fraseDi, type Motivo } from "./motivi.ts";

export interface Banco {
  readonly impostazioni: Impostazioni;
  readonly flussi: readonly FlussoInVigore[];
  /** In order of day and id. */
  readonly movimenti: readonly MovimentoProva[];
  readonly riscossioni: readonly RiscossioneProva[];
  readonly righe: readonly RigaProva[];
  readonly regole: readonly Regola[];
  readonly flussiDiAltri: ReadonlySet<string>;
  /** Cents still to explain, to receive, to receive: by id, by key of the flow, by key of the transfer. */
  readonly restaMovimento: Map<string, bigint>;
  readonly restaFlusso: Map<string, bigint>;
  readonly restaTrasferimento: Map<string, bigint>;
  /** Money that names a flow beyond what is due to it. */
  readonly eccedenze: Map<string, bigint>;
  readonly collegamenti: Collegamento[];
  readonly proposte: Proposta[];
  readonly anomalie: AnomaliaRiscontro[];
  /** Out of the matching: no money left, money going out, or declared not pagoPA. */
  readonly esclusi: Set<string>;
  readonly rifiutati: ReadonlySet<string>;
  /** Flows whose difference a person accepted. */
  readonly accettati: Set<string>;
}

export const chiaveTrasferimento = ({ iuv, iur, indice }: Omit<OggettoTrasferimento, "tipo">): string => `${iuv}|${iur}|${indice}`;

export const chiaveOggetto = (oggetto: OggettoCollegato): string =>
  oggetto.tipo === "FLUSSO" ? `F|${normalizeIdFlusso(oggetto.idFlusso)}|${oggetto.idPsp}` : `T|${chiaveTrasferimento(oggetto)}`;

export const coppia = (idMovimento: string, oggetto: OggettoCollegato): string => `${idMovimento}|${chiaveOggetto(oggetto)}`;

export const minimo = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const assoluto = (importo: bigint): bigint => (importo < 0n ? -importo : importo);
export const euro = formatImportoItaliano;

/** Cents that a movement really brought. */
export const importoEffettivo = ({ importo, importoStornato }: MovimentoProva): bigint =>
  importo > importoStornato ? importo - importoStornato : 0n;

export const dataDi = ({ dataContabile, dataValuta }: MovimentoProva): string => dataValuta ?? dataContabile;

/** Never credited to the creditor: stamps, and beneficiaries that it is not. */
export const isSenzaRiversamento = ({ tipo }: Pick<RiscossioneProva, "tipo">): boolean =>
  tipo === "MBT" || tipo === "ENTRATA_PA_NON_INTERMEDIATA";

/** One copy of each: two versions of a piece are told apart by their content, so that which came first leaves no mark. */
const unici = <T>(elementi: readonly T[], chiave: (elemento: T) => string): readonly T[] => {
  const testo = (elemento: T): string =>
    JSON.stringify(elemento, (_, valore: unknown) => (typeof valore === "bigint" ? `${valore}` : valore));
  const scelti = new Map<string, T>();
  for (const elemento of elementi) {
    const noto = scelti.get(chiave(elemento));
    if (noto === undefined || testo(elemento) > testo(noto)) scelti.set(chiave(elemento), elemento);
  }
  return [...scelti].sort(([a], [b]) => confronta(a, b)).map(([, elemento]) => elemento);
};

export function createBanco(evidenze: EvidenzeDenaro, regole: readonly Regola[], impostazioni: Impostazioni): Banco {
  const flussi = flussiInVigore(evidenze.flussi);
  const movimenti = unici(evidenze.movimenti, ({ dataContabile, id }) => `${dataContabile}|${id}`);
  const riscossioni = unici(evidenze.riscossioni, chiaveTrasferimento);
  const righe = unici(evidenze.righe, (r) => `${r.idFlusso}|${r.idPsp}|${r.revisione}|${String(r.progressivo).padStart(9, "0")}`);
  const ordinate = unici(regole, ({ id }) => id);
  const rifiuti = ordinate.flatMap((regola) =>
    regola.decisione === "RIFIUTO" ? regola.oggetti.map((oggetto) => coppia(regola.idMovimento, oggetto)) : [],
  );
  return {
    impostazioni,
    flussi,
    movimenti,
    riscossioni,
    righe,
    regole: ordinate,
    flussiDiAltri: new Set(evidenze.flussiDiAltri ?? []),
    restaMovimento: new Map(movimenti.map((movimento) => [movimento.id, importoEffettivo(movimento)])),
    restaFlusso: new Map(flussi.map(({ chiave, flusso }) => [chiave, flusso.importoTotale])),
    restaTrasferimento: new Map(riscossioni.map((riscossione) => [chiaveTrasferimento(riscossione), riscossione.importo])),
    eccedenze: new Map(),
    collegamenti: [],
    proposte: [],
    anomalie: [],
    esclusi: new Set(),
    rifiutati: new Set(rifiuti),
    accettati: new Set(),
  };
}

export const restaDi = (banco: Banco, movimento: MovimentoProva): bigint => banco.restaMovimento.get(movimento.id) ?? 0n;
export const restaDelFlusso = (banco: Banco, { chiave }: FlussoInVigore): bigint => banco.restaFlusso.get(chiave) ?? 0n;

/** Still waiting for an explanation, and untouched: a movement that a person has begun to explain is left to persons. */
export const isLibero = (banco: Banco, movimento: MovimentoProva): boolean =>
  !banco.esclusi.has(movimento.id) && restaDi(banco, movimento) > 0n && !banco.collegamenti.some((c) => c.idMovimento === movimento.id);

export const isRifiutato = (banco: Banco, movimento: MovimentoProva, flusso: FlussoInVigore): boolean =>
  flusso.psp.some((idPsp) => banco.rifiutati.has(coppia(movimento.id, { ...oggettoDi(flusso), idPsp })));

const aggiungi = (
  banco: Banco,
  movimento: MovimentoProva,
  oggetto: OggettoCollegato,
  importo: bigint,
  motivi: readonly Motivo[],
  flusso?: FlussoInVigore,
): void => {
  banco.collegamenti.push({
    idDominio: movimento.idDominio,
    idMovimento: movimento.id,
    oggetto,
    ...(flusso && { flusso: oggettoDi(flusso) }),
    importo,
    origine: "AUTOMATICO",
    fiducia: fiduciaDi(motivi),
    motivi,
    frase: fraseDi(motivi),
  });
  banco.restaMovimento.set(movimento.id, restaDi(banco, movimento) - importo);
};

/** Links as much as both sides still have. */
export function collegaFlusso(banco: Banco, movimento: MovimentoProva, flusso: FlussoInVigore, motivi: readonly Motivo[]): void {
  const importo = minimo(restaDi(banco, movimento), restaDelFlusso(banco, flusso));
  if (importo <= 0n) return;
  aggiungi(banco, movimento, oggettoDi(flusso), importo, motivi);
  banco.restaFlusso.set(flusso.chiave, restaDelFlusso(banco, flusso) - importo);
}

/** The money of a transfer credited by itself will not come with its flow. */
export function collegaTrasferimento(
  banco: Banco,
  movimento: MovimentoProva,
  { iuv, iur, indice }: RiscossioneProva,
  flusso: FlussoInVigore | undefined,
  motivi: readonly Motivo[],
): void {
  const chiave = chiaveTrasferimento({ iuv, iur, indice });
  const dovuto = banco.restaTrasferimento.get(chiave) ?? 0n;
  const importo = minimo(restaDi(banco, movimento), dovuto);
  if (importo <= 0n) return;
  aggiungi(banco, movimento, { tipo: "TRASFERIMENTO", iuv, iur, indice }, importo, motivi, flusso);
  banco.restaTrasferimento.set(chiave, dovuto - importo);
  if (flusso) banco.restaFlusso.set(flusso.chiave, restaDelFlusso(banco, flusso) - minimo(importo, restaDelFlusso(banco, flusso)));
}

const giorni = (da: string, a: string): number => Math.abs(Date.parse(a) - Date.parse(da)) / 86_400_000;

/** True when the credit came about when the settlement was due. */
export const isInFinestra = (banco: Banco, movimento: MovimentoProva, flusso: FlussoProva): boolean => {
  const attesi = [flusso.dataRegolamento, giornoDiFlusso(flusso)];
  return attesi.some((giorno) =>
    [movimento.dataContabile, dataDi(movimento)].some((data) => giorni(giorno, data) <= banco.impostazioni.giorniFinestra),
  );
};

const lettere = (testo: string): string => testo.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** True when the text of the payer names the PSP of the flow. */
export function isOrdinante(movimento: MovimentoProva, { flusso, psp }: FlussoInVigore): boolean {
  const ordinante = lettere(movimento.ordinante ?? "");
  if (ordinante === "") return false;
  const nomi = [...psp, flusso.ragioneSocialePsp ?? ""].map(lettere).filter((nome) => nome.length >= 5);
  return nomi.some((nome) => ordinante.includes(nome) || (ordinante.length >= 5 && nome.includes(ordinante)));
}

export const segnala = (
  banco: Banco,
  movimento: MovimentoProva,
  anomalia: Omit<AnomaliaRiscontro, "idDominio" | "soggetto" | "giorno">,
): void => {
  const { idDominio, id: idMovimento, dataContabile } = movimento;
  banco.anomalie.push({ idDominio, soggetto: { tipo: "MOVIMENTO", idMovimento }, giorno: dataContabile, ...anomalia });
};

const isDi = (riga: RigaProva, { idFlusso, idPsp, revisione }: FlussoProva): boolean =>
  riga.idFlusso === idFlusso && riga.idPsp === idPsp && riga.revisione === revisione;

/** The flow in force that reports a transfer. */
export const flussoDi = (banco: Banco, trasferimento: Omit<OggettoTrasferimento, "tipo">): FlussoInVigore | undefined => {
  const righe = banco.righe.filter((riga) => chiaveTrasferimento(riga) === chiaveTrasferimento(trasferimento));
  return banco.flussi.find(({ flusso }) => righe.some((riga) => isDi(riga, flusso)));
};

/** A person said no to this pair. */
export const isRifiutatoOggetto = (banco: Banco, idMovimento: string, oggetto: OggettoCollegato): boolean =>
  banco.rifiutati.has(coppia(idMovimento, oggetto));
