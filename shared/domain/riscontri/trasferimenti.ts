/** Evidence of one payment code put together transfer by transfer: its receipt, its row in force, its notification, the movements that pay it. */
import { normalizeIdFlusso } from "../valori/causale.ts";
import type { Collegamento, EsitoFlusso } from "./esiti.ts";
import type { EvidenzePosizione, NotificaProva, RigaProva, RiscossioneProva } from "./evidenze.ts";
import { confronta } from "./in-vigore.ts";

/** What the money says of the flows in force that report the code, and the movements that pay its transfers by themselves. */
export interface DenaroPosizione {
  readonly flussi: readonly EsitoFlusso[];
  readonly collegamenti: readonly Collegamento[];
}

/** A row with the verdict of its flow. */
export interface RigaInVigore {
  readonly riga: RigaProva;
  readonly flusso: EsitoFlusso;
}

/** All that is known of one transfer. */
export interface Trasferimento {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly riscossione: RiscossioneProva | undefined;
  /** The row that counts, and those that repeat it. */
  readonly riga: RigaInVigore | undefined;
  readonly ripetute: readonly RigaInVigore[];
  /** Rows that pay nothing: revoked (3), or of an unknown outcome. */
  readonly altre: readonly RigaInVigore[];
  readonly notifica: NotificaProva | undefined;
  readonly singoli: readonly Collegamento[];
  /** Another payment of the same item of the same notice. */
  readonly doppio: boolean;
  /** The first of the payments of its item. */
  readonly primo: boolean;
}

const PAGATE: readonly number[] = [0, 4, 8, 9];
const SENZA_RICEVUTA: readonly number[] = [8, 9];

export const isCoperto = ({ copertura }: EsitoFlusso): boolean => copertura === "COPERTO" || copertura === "IN_TOLLERANZA";

/** A payment that this row proves or that proves it: one created from a row stands for the receipt only where none is due (esiti 8 and 9). */
export const hasPagamento = ({ riscossione, riga }: Trasferimento): boolean =>
  riscossione !== undefined && (!riscossione.senzaRpt || riga === undefined || SENZA_RICEVUTA.includes(riga.riga.esito));

export const isRendicontato = ({ riscossione, riga }: Trasferimento): boolean =>
  riscossione !== undefined && riga !== undefined && riscossione.importo === riga.riga.importo;

export const isNonMio = ({ riscossione, riga }: Trasferimento): boolean =>
  riscossione?.tipo === "ALTRO_INTERMEDIARIO" || (riscossione === undefined && riga?.riga.stato === "ALTRO_INTERMEDIARIO");

const chiave = (iur: string, indice: number): string => `${iur}|${indice}`;

const inVigore = (righe: readonly RigaProva[], flussi: readonly EsitoFlusso[]): readonly RigaInVigore[] =>
  righe.flatMap((riga) => {
    const flusso = flussi.find(
      ({ idFlusso, idPsp, revisione }) =>
        revisione === riga.revisione && idPsp === riga.idPsp && normalizeIdFlusso(idFlusso) === normalizeIdFlusso(riga.idFlusso),
    );
    return flusso ? [{ riga, flusso }] : [];
  });

/** Key of the payment that a row tells: by receipt and index, else by receipt and amount (old flows number their rows instead). */
const chiaveDiRiga = ({ riga }: RigaInVigore, riscossioni: readonly RiscossioneProva[]): string => {
  const sue = riscossioni.filter(({ iur }) => iur === riga.iur);
  if (sue.length === 0 || sue.some(({ indice }) => indice === riga.indice)) return chiave(riga.iur, riga.indice);
  const [uguale, ...altre] = sue.filter(({ importo }) => importo === riga.importo);
  return uguale && altre.length === 0 ? chiave(uguale.iur, uguale.indice) : chiave(riga.iur, riga.indice);
};

const ordineRighe =
  (importo: bigint | undefined) =>
  (a: RigaInVigore, b: RigaInVigore): number =>
    confronta(b.riga.importo === importo ? 1 : 0, a.riga.importo === importo ? 1 : 0) ||
    confronta(isCoperto(b.flusso) ? 1 : 0, isCoperto(a.flusso) ? 1 : 0) ||
    confronta(a.riga.data, b.riga.data) ||
    confronta(`${a.riga.idFlusso}|${a.riga.idPsp}`, `${b.riga.idFlusso}|${b.riga.idPsp}`) ||
    a.riga.progressivo - b.riga.progressivo;

/** To each notification the transfer that it says paid: by receipt and index where it tells them, else the one with its amount, else any. */
const assegnaNotifiche = (
  notifiche: readonly NotificaProva[],
  pagati: readonly Pick<Trasferimento, "iur" | "indice" | "riscossione">[],
): ReadonlyMap<string, NotificaProva> => {
  const assegnate = new Map<string, NotificaProva>();
  const ordinate = [...notifiche].sort((a, b) => confronta(a.iud, b.iud));
  for (const notifica of ordinate) {
    const liberi = pagati.filter(({ iur, indice }) => !assegnate.has(chiave(iur, indice)));
    const suoi = liberi.filter(({ iur, indice }) => (notifica.iur ?? iur) === iur && (notifica.indice ?? indice) === indice);
    const scelto = suoi.find(({ riscossione }) => riscossione?.importo === notifica.importo) ?? suoi[0];
    assegnate.set(scelto ? chiave(scelto.iur, scelto.indice) : `${notifica.iud}|${notifica.iur ?? ""}|${notifica.indice ?? 1}`, notifica);
  }
  return assegnate;
};

const giornoDel = ({ riscossione, riga }: Pick<Trasferimento, "riscossione" | "riga">): string =>
  riscossione?.data ?? riga?.riga.data ?? "";

/** All that concerns each transfer, from the evidence of the code. */
export function trasferimentiDi(evidenze: EvidenzePosizione, denaro: DenaroPosizione): readonly Trasferimento[] {
  const { iuv } = evidenze;
  const riscossioni = evidenze.riscossioni.toSorted((a, b) => confronta(a.iur, b.iur) || a.indice - b.indice);
  const righe = inVigore(evidenze.righe, denaro.flussi).map((riga) => ({ ...riga, chiave: chiaveDiRiga(riga, riscossioni) }));
  const chiavi = new Map<string, { readonly iur: string; readonly indice: number }>();
  for (const { iur, indice } of riscossioni) chiavi.set(chiave(iur, indice), { iur, indice });
  for (const { chiave: sua, riga } of righe) if (!chiavi.has(sua)) chiavi.set(sua, { iur: riga.iur, indice: riga.indice });
  const basi = [...chiavi].map(([sua, { iur, indice }]) => {
    const riscossione = riscossioni.find((r) => r.iur === iur && r.indice === indice);
    const sue = righe.filter((riga) => riga.chiave === sua);
    const [riga, ...ripetute] = sue.filter(({ riga: { esito } }) => PAGATE.includes(esito)).sort(ordineRighe(riscossione?.importo));
    return { iuv, iur, indice, riscossione, riga, ripetute, altre: sue.filter(({ riga: { esito } }) => !PAGATE.includes(esito)) };
  });
  const pagati = basi
    .filter(({ riscossione }) => riscossione !== undefined)
    .sort((a, b) => confronta(giornoDel(a), giornoDel(b)) || confronta(a.iur, b.iur));
  const notifiche = assegnaNotifiche(evidenze.notifiche, pagati);
  const veri = basi.filter(({ riscossione, riga }) => riscossione !== undefined || riga !== undefined);
  const trasferimenti = basi.map((base): Trasferimento => {
    const uguali = veri.filter(({ indice }) => indice === base.indice);
    const doppio = veri.includes(base) && new Set(uguali.map(({ iur }) => iur)).size > 1;
    const primo = uguali.every(
      (altro) => confronta(giornoDel(base), giornoDel(altro)) < 0 || (giornoDel(base) === giornoDel(altro) && base.iur <= altro.iur),
    );
    const singoli = denaro.collegamenti.filter(
      ({ oggetto }) =>
        oggetto.tipo === "TRASFERIMENTO" && oggetto.iuv === iuv && oggetto.iur === base.iur && oggetto.indice === base.indice,
    );
    return { ...base, notifica: notifiche.get(chiave(base.iur, base.indice)), singoli, doppio, primo };
  });
  const assegnate = new Set(trasferimenti.map(({ notifica }) => notifica));
  const sole = evidenze.notifiche.filter((notifica) => !assegnate.has(notifica));
  return [
    ...trasferimenti,
    ...sole.map((notifica): Trasferimento => {
      const { iur = "", indice = 1 } = notifica;
      return {
        iuv,
        iur,
        indice,
        riscossione: undefined,
        riga: undefined,
        ripetute: [],
        altre: [],
        notifica,
        singoli: [],
        doppio: false,
        primo: true,
      };
    }),
  ];
}
