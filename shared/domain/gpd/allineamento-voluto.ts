/**
 * What a debt carries so that an archive of pagoPA can follow it: which of its versions last changed something that matters there, and the imprint of it. Whoever
 * writes a debt gets it for free from the unit of work, hence no path can change a debt and forget the archive.
 */
import { vociDaPagare } from "../pagamenti/pagabilita.ts";
import type { Pendenza, Voce } from "../pendenze/pendenza.ts";
import type { StatoPendenza } from "../pendenze/stati-pendenza.ts";
import type { AllineamentoVoluto, ArchivioPagoPA } from "./archivi.ts";

/** A debt that has never been announced. */
export const creaAllineamento = (archivio: ArchivioPagoPA): AllineamentoVoluto => ({ archivio, richiesta: 0, impronta: "" });

export type PosizioneVoluta = "PAGABILE" | "SOSPESA" | "PAGATA";

/** ANOMALA has money in it: nobody must be able to pay it again through the archive. */
const VOLUTE: Readonly<Record<StatoPendenza, PosizioneVoluta>> = {
  NON_ESEGUITA: "PAGABILE",
  ESEGUITA_PARZIALE: "PAGABILE",
  ANNULLATA: "SOSPESA",
  ESEGUITA: "PAGATA",
  INCASSATA: "PAGATA",
  ANOMALA: "PAGATA",
};

/** What the archive should say of the debt, expiry aside (that depends on the day of who asks). */
export const posizioneVolutaDi = (pendenza: Pendenza): PosizioneVoluta =>
  VOLUTE[pendenza.stato] === "PAGABILE" && vociDaPagare(pendenza).length === 0 ? "PAGATA" : VOLUTE[pendenza.stato];

const voceDi = ({ indice, importo, descrizioneCausaleRPT, idDominio, destinazione, metadata, contabilita }: Voce) => ({
  ...{ indice, importo, descrizioneCausaleRPT, idDominio, destinazione, metadata, contabilita },
});

/** The facts of the debt that the archive shows; of a debt that is not to be paid, only that. */
const fattiDi = (pendenza: Pendenza): unknown => {
  const voluta = posizioneVolutaDi(pendenza);
  if (voluta !== "PAGABILE") return { voluta };
  const { causale, debitore, dataScadenza, dataValidita, idUnitaOperativa, documento } = pendenza;
  const voci = vociDaPagare(pendenza).map(voceDi);
  return { voluta, causale, debitore, dataScadenza, dataValidita, idUnitaOperativa, rata: documento?.rata, voci };
};

/** Same text whatever the order of the fields, which a store does not keep. */
const canonico = (valore: unknown): string => {
  if (typeof valore === "bigint") return `${valore}n`;
  if (Array.isArray(valore)) return `[${valore.map(canonico).join(",")}]`;
  if (typeof valore === "object" && valore !== null) {
    const campi = Object.entries(valore).filter(([, campo]) => campo !== undefined);
    return `{${campi
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([nome, campo]) => `${JSON.stringify(nome)}:${canonico(campo)}`)
      .join(",")}}`;
  }
  return JSON.stringify(valore) ?? "";
};

const SEMI = [0x811c9dc5, 0x1000193d] as const;
const PRIMO_FNV = 0x01000193;

/** FNV-1a twice: tells a change from no change, protects from nobody. */
const compendio = (testo: string): string =>
  SEMI.map((seme) => {
    let somma: number = seme;
    for (let i = 0; i < testo.length; i++) somma = Math.imul(somma ^ testo.charCodeAt(i), PRIMO_FNV);
    return (somma >>> 0).toString(16).padStart(8, "0");
  }).join("");

export const improntaDi = (pendenza: Pendenza): string => compendio(canonico(fattiDi(pendenza)));

/** What the queue `gpd` carries: which debt, and which of its changes. */
export interface RichiestaAllineamento {
  readonly idDominio: string;
  readonly iuv: string;
  readonly richiesta: number;
}

/**
 * The debt about to be written, with a new request if something that the archive shows has changed. The version, and not a counter of its own: a copy of the
 * debt that does not know the last request can only ask once too many, never under a number already answered.
 * @returns the same debt, and no request, when it is fed to no archive or nothing of it matters there.
 */
export const renewAllineamento = (pendenza: Pendenza): { readonly pendenza: Pendenza; readonly richiesta?: RichiestaAllineamento } => {
  const { allineamento, idDominio, iuv } = pendenza;
  if (!allineamento) return { pendenza };
  const impronta = improntaDi(pendenza);
  if (impronta === allineamento.impronta) return { pendenza };
  const richiesta = pendenza.versione + 1;
  return { pendenza: { ...pendenza, allineamento: { ...allineamento, richiesta, impronta } }, richiesta: { idDominio, iuv, richiesta } };
};
