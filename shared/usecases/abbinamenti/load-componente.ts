/**
 * From any piece of evidence to all those that speak of the same money, and to what is remembered of them: bounded queries, headers of flows and never
 * their rows. A key that finds too many pieces says nothing; a component that grows beyond what one decision can hold is an error, not a guess.
 */
import { type MemoriaMovimento, type RiscontroFlusso, regolaValida } from "../../domain/abbinamenti/abbinamento.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { giornoDiFlusso, gruppoDi, LIMITE_CHIAVE, LUNGHEZZA_PREFISSO, normalizeTrn } from "../../domain/riscontri/chiavi.ts";
import type { OggettoCollegato, Regola } from "../../domain/riscontri/evidenze.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { normalizeIdFlusso } from "../../domain/valori/causale.ts";
import type { PorteProve } from "./porte.ts";

/** Pieces of a component: a day of a PSP and what is tied to it is tens, hundreds in the busiest. */
const PEZZI_MASSIMI = 2000;

export interface Seme {
  readonly idDominio: string;
  /** Normalised ids. */
  readonly flussi: readonly string[];
  readonly movimenti: readonly string[];
  /** Payment codes that some movement names. */
  readonly iuv: readonly string[];
}

export interface Componente {
  readonly idDominio: string;
  /** Every revision. */
  readonly flussi: readonly Flusso[];
  readonly movimenti: readonly Movimento[];
  /** Of the payment codes that the movements name. */
  readonly riscossioni: readonly Riscossione[];
  readonly righe: readonly Rendicontazione[];
  readonly regole: readonly Regola[];
  /** What is stored of each movement. */
  readonly memorie: ReadonlyMap<string, MemoriaMovimento>;
  /** What is stored of each flow. */
  readonly riscontri: readonly RiscontroFlusso[];
  /** Names of all that was looked at, as those of the seeds. */
  readonly viste: ReadonlySet<string>;
}

/** One seed per piece: they may be of one component, or of as many. */
export const separateSemi = ({ idDominio, flussi, movimenti, iuv }: Seme): readonly { readonly nome: string; readonly seme: Seme }[] => [
  ...flussi.map(normalizeIdFlusso).map((id) => ({ nome: `F|${id}`, seme: { idDominio, flussi: [id], movimenti: [], iuv: [] } })),
  ...movimenti.map((id) => ({ nome: `M|${id}`, seme: { idDominio, flussi: [], movimenti: [id], iuv: [] } })),
  ...iuv.map((codice) => ({ nome: `V|${codice}`, seme: { idDominio, flussi: [], movimenti: [], iuv: [codice] } })),
];

type Giorno = readonly Flusso[];

class Raccolta {
  readonly idDominio: string;
  readonly #porte: PorteProve;
  readonly #giorni = new Map<string, Promise<Giorno>>();
  readonly viste = new Set<string>();
  #attesa: (() => Promise<void>)[] = [];
  readonly flussi = new Map<string, Flusso>();
  readonly movimenti = new Map<string, Movimento>();
  readonly memorie = new Map<string, MemoriaMovimento>();
  readonly riscontri = new Map<string, RiscontroFlusso>();
  readonly riscossioni: Riscossione[] = [];
  readonly righe: Rendicontazione[] = [];

  constructor(porte: PorteProve, idDominio: string) {
    this.#porte = porte;
    this.idDominio = idDominio;
  }

  /** Looks at each name once. */
  #later(nome: string, leggi: () => Promise<void>): void {
    if (this.viste.has(nome)) return;
    this.viste.add(nome);
    this.#attesa.push(leggi);
  }

  flusso(id: string): void {
    const normalizzato = normalizeIdFlusso(id);
    this.#later(`F|${normalizzato}`, () => this.#readFlusso(normalizzato));
  }

  movimento(id: string): void {
    this.#later(`M|${id}`, () => this.#readMovimento(id));
  }

  iuv(iuv: string): void {
    this.#later(`V|${iuv}`, () => this.#readIuv(iuv));
  }

  #iur(iur: string): void {
    this.#later(`R|${iur}`, async () => {
      const riscossioni = await this.#porte.prove.findRiscossioniByIur(this.idDominio, iur);
      if (riscossioni.length <= LIMITE_CHIAVE) for (const { iuv } of riscossioni) this.iuv(iuv);
    });
  }

  #trn(trn: string): void {
    this.#later(`T|${trn}`, async () => {
      const flussi = await this.#porte.prove.findFlussiByTrn(this.idDominio, trn);
      this.#addFlussi(flussi);
    });
  }

  #oggetto(oggetto: OggettoCollegato): void {
    if (oggetto.tipo === "FLUSSO") this.flusso(oggetto.idFlusso);
    else this.iuv(oggetto.iuv);
  }

  #addFlussi(flussi: readonly Flusso[]): void {
    const ids = new Set(flussi.map(({ idFlusso }) => normalizeIdFlusso(idFlusso)));
    if (ids.size <= LIMITE_CHIAVE) for (const id of ids) this.flusso(id);
  }

  #addMovimenti(movimenti: readonly Movimento[]): void {
    if (movimenti.length <= LIMITE_CHIAVE) for (const { id } of movimenti) this.movimento(id);
  }

  #giorno(giorno: string): Promise<Giorno> {
    const nota = this.#giorni.get(giorno);
    if (nota) return nota;
    const letta = this.#porte.prove.findFlussiByGiorno(this.idDominio, giorno);
    this.#giorni.set(giorno, letta);
    return letta;
  }

  /** Flows whose id begins in the same way: one may be the other, cut. */
  async #addPrefisso(id: string): Promise<void> {
    const prefisso = id.slice(0, LUNGHEZZA_PREFISSO);
    const giorno = /^\d{4}-\d{2}-\d{2}/.exec(prefisso)?.[0];
    if (giorno === undefined || prefisso.length < LUNGHEZZA_PREFISSO) return;
    this.#addFlussi((await this.#giorno(giorno)).filter(({ idFlusso }) => normalizeIdFlusso(idFlusso).startsWith(prefisso)));
  }

  async #readFlusso(id: string): Promise<void> {
    const { rendicontazioni, tesoreria, abbinamenti } = this.#porte;
    const [revisioni, nominato] = await Promise.all([
      rendicontazioni.findRevisioni(this.idDominio, id),
      tesoreria.findMovimentiByFlusso(this.idDominio, id),
    ]);
    this.#addMovimenti(nominato);
    for (const flusso of revisioni) this.flussi.set(`${flusso.idFlusso}#${flusso.idPsp}#${flusso.revisione}`, flusso);
    const riscontri = await abbinamenti.getRiscontriFlussi(revisioni);
    for (const riscontro of riscontri) {
      this.riscontri.set(`${riscontro.idFlusso}#${riscontro.idPsp}`, riscontro);
      for (const idMovimento of riscontro.idMovimenti) this.movimento(idMovimento);
    }
    for (const flusso of revisioni) {
      // Credits of a payment by itself have usually a flow of one row.
      if (flusso.numeroPagamenti === 1) for (const { iuv } of await rendicontazioni.findRighe(flusso, 1, 1)) this.iuv(iuv);
      const trn = normalizeTrn(flusso.trn);
      if (trn !== undefined) {
        this.#addMovimenti(await tesoreria.findMovimentiBySct(this.idDominio, flusso.trn));
        this.#trn(trn);
      }
      const gruppo = gruppoDi(flusso);
      this.#addFlussi((await this.#giorno(giornoDiFlusso(flusso))).filter((altro) => gruppoDi(altro) === gruppo));
    }
    if (revisioni.length > 0) await this.#addPrefisso(id);
  }

  async #readMovimento(id: string): Promise<void> {
    const { tesoreria, abbinamenti } = this.#porte;
    const [movimento, memoria] = await Promise.all([
      tesoreria.getMovimento(this.idDominio, id),
      abbinamenti.getMemoria(this.idDominio, id),
    ]);
    this.memorie.set(id, memoria);
    for (const oggetto of memoria.abbinamento?.flussi ?? []) this.#oggetto(oggetto);
    for (const { oggetto } of [...(memoria.abbinamento?.collegamenti ?? []), ...memoria.regole.flatMap(({ oggetti }) => oggetti)])
      this.#oggetto(oggetto);
    if (!movimento) return;
    this.movimenti.set(id, movimento);
    const { flussi, troncati, iuv, iur } = movimento.chiavi;
    for (const nominato of flussi) this.flusso(nominato);
    for (const nominato of new Set([...flussi, ...troncati])) await this.#addPrefisso(nominato);
    for (const codice of iuv) this.iuv(codice);
    for (const codice of iur) this.#iur(codice);
    const trn = normalizeTrn(movimento.sct);
    if (trn !== undefined) this.#trn(trn);
  }

  async #readIuv(iuv: string): Promise<void> {
    const { posizioni, tesoreria } = this.#porte;
    const [{ riscossioni, rendicontazioni }, nominato] = await Promise.all([
      posizioni.getPosizione({ idDominio: this.idDominio, iuv }),
      tesoreria.findMovimentiByIuv(this.idDominio, iuv),
    ]);
    this.#addMovimenti(nominato);
    this.riscossioni.push(...riscossioni);
    this.righe.push(...rendicontazioni);
    for (const iur of new Set(riscossioni.map((r) => r.iur))) this.#addMovimenti(await tesoreria.findMovimentiByIur(this.idDominio, iur));
    for (const { idFlusso } of rendicontazioni) this.flusso(idFlusso);
  }

  async close(): Promise<void> {
    while (this.#attesa.length > 0) {
      const adesso = this.#attesa;
      this.#attesa = [];
      // In order, a few at a time: a wave is tens of reads.
      for (let i = 0; i < adesso.length; i += 8) await Promise.all(adesso.slice(i, i + 8).map((leggi) => leggi()));
      if (this.flussi.size + this.memorie.size > PEZZI_MASSIMI)
        throw new Error(`denaro del dominio ${this.idDominio}: più di ${PEZZI_MASSIMI} tra flussi e movimenti legati tra loro`);
    }
  }
}

/** @throws Error when the pieces tied together are more than one decision can hold. */
export const loadComponente =
  (porte: PorteProve) =>
  async ({ idDominio, flussi, movimenti, iuv }: Seme): Promise<Componente> => {
    const raccolta = new Raccolta(porte, idDominio);
    for (const id of flussi) raccolta.flusso(id);
    for (const id of movimenti) raccolta.movimento(id);
    for (const codice of iuv) raccolta.iuv(codice);
    await raccolta.close();
    const { memorie } = raccolta;
    return {
      idDominio,
      flussi: [...raccolta.flussi.values()],
      movimenti: [...raccolta.movimenti.values()],
      riscossioni: raccolta.riscossioni,
      righe: raccolta.righe,
      regole: [...memorie.values()].flatMap(({ regole }) => regole.flatMap((regola) => regolaValida(regola) ?? [])),
      memorie,
      riscontri: [...raccolta.riscontri.values()],
      viste: raccolta.viste,
    };
  };
