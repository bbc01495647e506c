/** The payments of a flow, one at a time: their evidence, and what must be said of each. Made again from the plan at every call, never kept. */
import type { CodiceCausa } from "../../shared/domain/riscontri/cause.ts";
import type { Avanzamento, Copertura } from "../../shared/domain/riscontri/esiti.ts";
import type { Etichetta } from "../../shared/domain/riscontri/etichette.ts";
import type { EvidenzePosizione, NotificaProva, RigaProva, RiscossioneProva } from "../../shared/domain/riscontri/evidenze.ts";
import { type Caso, createCaso } from "./caso.ts";
import { datiGuaio, NOMI_DI_RIGA, type NomeGuaioDiRiga } from "./guai.ts";
import type { FlussoPrevisto, Piano, Unita } from "./piano.ts";

export const COMUNE_DEL_MESE = "01234567897";

/** What must be said of one transfer. */
export interface Atteso {
  readonly iur: string;
  readonly indice: number;
  readonly etichette: readonly Etichetta[];
  readonly avanzamento: Avanzamento;
  readonly cause: readonly CodiceCausa[];
}

export interface Posizione {
  readonly guaio: NomeGuaioDiRiga;
  readonly evidenze: EvidenzePosizione;
  readonly attesi: readonly Atteso[];
}

/** FdR-1 numbers its revisions by the second of the emission. */
export const REVISIONE_FDR1 = 1_795_000_000;

/** Troubles that leave the rows of their flow alone: what the flow adds up to must be known from its plan. */
const senzaGuaiDiRiga = ({ guaio }: Unita): boolean =>
  datiGuaio(guaio).copertura === undefined || datiGuaio(guaio).singolo === true || guaio === "TRONCATO_AMBIGUO";

const isRivisto = ({ guaio }: Unita): boolean => guaio === "REVISIONE_PRIMA" || guaio === "REVISIONE_DOPO";

/** The revision in force. */
export const revisioneDi = (unita: Unita): number => (isRivisto(unita) ? 2 : 1);

const casoDi = ({ misure: { seme } }: Piano, { semeImporti }: FlussoPrevisto, p: number): Caso => createCaso(seme, semeImporti, p);

/** Cents: many small fees, some taxes, in whole cents so that sums tell flows apart. */
const importoDi = (caso: Caso): bigint => {
  const taglia = caso.reale();
  return BigInt(taglia < 0.6 ? 200 + caso.intero(9_800) : taglia < 0.95 ? 5_000 + caso.intero(45_000) : 50_000 + caso.intero(450_000));
};

function scegliGuaio(piano: Piano, unita: Unita, caso: Caso, p: number): NomeGuaioDiRiga {
  // The first payment of a flow is the one that a revision adds: it has no trouble of its own.
  if (p === 0 || senzaGuaiDiRiga(unita)) return "NESSUNO";
  const scelto = Math.floor(caso.reale() / piano.misure.quota);
  return NOMI_DI_RIGA[scelto + 1] ?? "NESSUNO";
}

export const iuvDelMese = (n: number, p: number): string => `01${String(n).padStart(7, "0")}${String(p).padStart(8, "0")}`;
const iurDelMese = (n: number, p: number, volta: number): string =>
  `${volta.toString(16)}${n.toString(16).padStart(15, "0")}${p.toString(16).padStart(16, "0")}`;

interface Base {
  readonly unita: Unita;
  readonly flusso: FlussoPrevisto;
  readonly p: number;
  readonly importo: bigint;
  readonly copertura: Copertura | undefined;
}

const nuovaRiscossione = ({ flusso, p, importo }: Base, altro: Partial<RiscossioneProva> = {}): RiscossioneProva => ({
  idDominio: COMUNE_DEL_MESE,
  iuv: iuvDelMese(flusso.n, p),
  iur: iurDelMese(flusso.n, p, 1),
  indice: 1,
  idDominioTitolare: COMUNE_DEL_MESE,
  tipo: "ENTRATA",
  importo,
  data: `${flusso.giorno}T09:30:00.000Z`,
  senzaRpt: false,
  ...altro,
});

/** One row per revision that has it: the payment that a revision adds is not in the first. */
const nuoveRighe = ({ unita, flusso, p, importo }: Base, altro: Partial<RigaProva> = {}): readonly RigaProva[] => {
  if (unita.guaio === "FLUSSO_MANCANTE") return [];
  const storiche = unita.guaio === "LETTO_DUE_VOLTE" ? [1, REVISIONE_FDR1] : isRivisto(unita) && p > 0 ? [1, 2] : [revisioneDi(unita)];
  return storiche.map((revisione) => ({
    idDominio: COMUNE_DEL_MESE,
    idFlusso: flusso.idFlusso,
    idPsp: flusso.psp.id,
    revisione,
    progressivo: p + 1,
    iuv: iuvDelMese(flusso.n, p),
    iur: iurDelMese(flusso.n, p, 1),
    indice: 1,
    importo,
    esito: 0,
    data: flusso.giorno,
    stato: "OK",
    ...altro,
  }));
};

const nuovaNotifica = ({ flusso, p, importo }: Base, altro: Partial<NotificaProva> = {}): NotificaProva => ({
  idDominio: COMUNE_DEL_MESE,
  iud: `D${flusso.n}-${p}`,
  iuv: iuvDelMese(flusso.n, p),
  importo,
  data: flusso.giorno,
  ...altro,
});

const DEL_FLUSSO: Readonly<Record<Copertura, readonly Etichetta[]>> = {
  NESSUNA: ["IUF_NO_TES"],
  PARZIALE: ["IUF_TES_DIV_IMP"],
  ECCEDENTE: ["IUF_TES_DIV_IMP"],
  COPERTO: [],
  IN_TOLLERANZA: [],
};
const isIncassato = (copertura: Copertura | undefined): boolean => copertura === "COPERTO" || copertura === "IN_TOLLERANZA";

type Prove = Partial<Pick<EvidenzePosizione, "riscossioni" | "righe" | "notifiche">>;
type Fatto = readonly [Prove, readonly Atteso[]];

const regolare = (
  base: Base,
  notificato: boolean,
  altre: readonly Etichetta[] = [],
  cause: readonly CodiceCausa[] = [],
  volta = 1,
): Atteso => {
  const { unita, flusso, p, copertura } = base;
  const dati = { iur: iurDelMese(flusso.n, p, volta), indice: 1, cause };
  if (copertura === undefined)
    return { ...dati, etichette: ["RT_NO_IUF", ...altre], avanzamento: "PAGATO", cause: ["RENDICONTAZIONE_MANCANTE", ...cause] };
  const gradino = isIncassato(copertura) ? (notificato ? "IUD_RT_IUF_TES" : "RT_IUF_TES") : notificato ? "IUD_RT_IUF" : "RT_IUF";
  const singolo: readonly Etichetta[] = datiGuaio(unita.guaio).singolo ? ["RT_TES"] : [];
  return {
    ...dati,
    etichette: [gradino, ...singolo, ...altre, ...DEL_FLUSSO[copertura]],
    avanzamento: isIncassato(copertura) ? "INCASSATO" : "RENDICONTATO",
  };
};

const soloPagato = ({ flusso, p }: Base, cause: readonly CodiceCausa[]): Atteso => ({
  iur: iurDelMese(flusso.n, p, 1),
  indice: 1,
  etichette: ["RT_NO_IUF"],
  avanzamento: "PAGATO",
  cause,
});

const senzaRicevuta = ({ flusso, p, copertura }: Base, cause: readonly CodiceCausa[]): Atteso => ({
  iur: iurDelMese(flusso.n, p, 1),
  indice: 1,
  etichette: ["IUV_NO_RT", ...DEL_FLUSSO[copertura ?? "NESSUNA"]],
  avanzamento: isIncassato(copertura) ? "INCASSATO" : "RENDICONTATO",
  cause,
});

const conAltroTransfer = (base: Base, tipo: RiscossioneProva["tipo"]): Fatto => {
  const altra = nuovaRiscossione({ ...base, importo: 1600n }, { indice: 2, tipo });
  const atteso: Atteso = { iur: altra.iur, indice: 2, etichette: ["RT_SENZA_RIVERSAMENTO"], avanzamento: "PAGATO", cause: [] };
  return [
    { riscossioni: [nuovaRiscossione(base), altra], righe: nuoveRighe(base), notifiche: [nuovaNotifica(base)] },
    [regolare(base, true), atteso],
  ];
};

const doppio = (base: Base): Fatto => {
  const iur = iurDelMese(base.flusso.n, base.p, 2);
  const seconda = { ...base, p: base.p };
  const righe = [...nuoveRighe(base), ...nuoveRighe(seconda, { iur, progressivo: base.flusso.righe + base.p + 1 })];
  const riscossioni = [nuovaRiscossione(base), nuovaRiscossione(base, { iur, data: `${base.flusso.giorno}T10:30:00.000Z` })];
  const attesi = [
    regolare(base, true, ["DOPPI"]),
    regolare(base, false, ["RT_NO_IUD", "DOPPI"], ["PAGAMENTO_DOPPIO", "RICEVUTA_SENZA_NOTIFICA"], 2),
  ];
  return [{ riscossioni, righe, notifiche: [nuovaNotifica(base, { iur: iurDelMese(base.flusso.n, base.p, 1) })] }, attesi];
};

const FATTI: Readonly<Record<NomeGuaioDiRiga, (base: Base) => Fatto>> = {
  NESSUNO: (base) => [
    { riscossioni: [nuovaRiscossione(base)], righe: nuoveRighe(base), notifiche: [nuovaNotifica(base)] },
    [regolare(base, true)],
  ],
  RICEVUTA_MANCANTE: (base) => [{ righe: nuoveRighe(base) }, [senzaRicevuta(base, ["RICEVUTA_MANCANTE"])]],
  DOPPIO: doppio,
  RIGA_RIPETUTA: (base) => [
    {
      riscossioni: [nuovaRiscossione(base)],
      righe: [...nuoveRighe(base), ...nuoveRighe(base, { progressivo: base.flusso.righe + base.p + 1 })],
      notifiche: [nuovaNotifica(base)],
    },
    [regolare(base, true, [], ["RIGA_RIPETUTA"])],
  ],
  IMPORTO_DIVERSO: (base) => [
    {
      riscossioni: [nuovaRiscossione(base)],
      righe: nuoveRighe({ ...base, importo: base.importo + 100n }),
      notifiche: [nuovaNotifica(base)],
    },
    [{ ...soloPagato(base, ["IMPORTO_RENDICONTATO_DIVERSO"]), etichette: ["RT_NO_IUF", ...DEL_FLUSSO[base.copertura ?? "NESSUNA"]] }],
  ],
  NON_RENDICONTATO: (base) => [
    { riscossioni: [nuovaRiscossione(base)], notifiche: [nuovaNotifica(base)] },
    [soloPagato(base, ["RENDICONTAZIONE_MANCANTE"])],
  ],
  BOLLO: (base) => conAltroTransfer(base, "MBT"),
  SECONDARIO: (base) => conAltroTransfer(base, "ENTRATA_PA_NON_INTERMEDIATA"),
  NON_MIO: (base) => [{ righe: nuoveRighe(base, { stato: "ALTRO_INTERMEDIARIO" }) }, [senzaRicevuta(base, [])]],
  ESITO_9: (base) => [
    { riscossioni: [nuovaRiscossione(base, { senzaRpt: true })], righe: nuoveRighe(base, { esito: 9 }), notifiche: [nuovaNotifica(base)] },
    [regolare(base, true)],
  ],
  STAND_IN: (base) => [
    { riscossioni: [nuovaRiscossione(base)], righe: nuoveRighe(base, { esito: 4 }), notifiche: [nuovaNotifica(base)] },
    [regolare(base, true)],
  ],
  REVOCATO: (base) => [
    { riscossioni: [nuovaRiscossione(base)], righe: nuoveRighe(base, { esito: 3 }), notifiche: [nuovaNotifica(base)] },
    [soloPagato(base, ["RIGA_REVOCATA", "RENDICONTAZIONE_MANCANTE"])],
  ],
  NOTIFICA_MANCANTE: (base) => [
    { riscossioni: [nuovaRiscossione(base)], righe: nuoveRighe(base) },
    [regolare(base, false, ["RT_NO_IUD"], ["RICEVUTA_SENZA_NOTIFICA"])],
  ],
  NOTIFICA_DIVERSA: (base) => [
    {
      riscossioni: [nuovaRiscossione(base)],
      righe: nuoveRighe(base),
      notifiche: [nuovaNotifica({ ...base, importo: base.importo + 50n })],
    },
    [regolare(base, false, ["IUD_NO_RT"], ["NOTIFICA_IMPORTO_DIVERSO"])],
  ],
  NOTIFICA_SOLA: (base) => [
    {
      riscossioni: [nuovaRiscossione(base)],
      righe: nuoveRighe(base),
      notifiche: [nuovaNotifica(base), nuovaNotifica(base, { iud: `D${base.flusso.n}-${base.p}-altro` })],
    },
    [regolare(base, true), { iur: "", indice: 1, etichette: ["IUD_NO_RT"], avanzamento: "NON_PAGATO", cause: ["NOTIFICA_SENZA_RICEVUTA"] }],
  ],
};

export function posizioneDi(piano: Piano, unita: Unita, flusso: FlussoPrevisto, p: number): Posizione {
  const caso = casoDi(piano, flusso, p);
  const importo = piano.misure.importiUguali ? 1_000n : importoDi(caso);
  const guaio = scegliGuaio(piano, unita, caso, p);
  const [{ riscossioni = [], righe = [], notifiche = [] }, attesi] = FATTI[guaio]({
    unita,
    flusso,
    p,
    importo,
    copertura: datiGuaio(unita.guaio).copertura,
  });
  return { guaio, attesi, evidenze: { idDominio: COMUNE_DEL_MESE, iuv: iuvDelMese(flusso.n, p), riscossioni, righe, notifiche } };
}

export function* posizioniDi(piano: Piano, unita: Unita, flusso: FlussoPrevisto): Generator<Posizione> {
  for (let p = 0; p < flusso.righe; p++) yield posizioneDi(piano, unita, flusso, p);
}

/** Cents of a revision of the flow, from its rows. */
export function totaleDi(piano: Piano, unita: Unita, flusso: FlussoPrevisto, revisione: number): bigint {
  let totale = 0n;
  for (const { evidenze } of posizioniDi(piano, unita, flusso))
    for (const riga of evidenze.righe) if (riga.revisione === revisione) totale += riga.importo;
  return totale;
}
