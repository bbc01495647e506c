/** The settlement flows as the platform keeps them: every revision, rows apart from headers, and huge synthetic ones never written down. */
import type { Contesto } from "../contesto.ts";
import type { Riga } from "./riga.ts";
import { type DatiSintetici, rigaSintetica } from "./sintetico.ts";

export type { Riga } from "./riga.ts";

export interface Flusso {
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly idDominio: string;
  readonly iban: string;
  readonly revisione: number;
  /** UTC instants. */
  readonly creatoIl: string;
  readonly pubblicatoIl: string;
  readonly dataFlusso: string;
  /** Day of the credit transfer. */
  readonly dataRegolamento: string;
  readonly trn: string;
  readonly numeroPagamenti: number;
  readonly importoTotale: bigint;
  readonly sintetico?: DatiSintetici;
  /** The true amount of a row published wrong on purpose: the next revision puts it right. */
  readonly daCorreggere?: { readonly indice: number; readonly importo: bigint };
}

export interface Flussi {
  publish(flusso: Flusso, righe: readonly Riga[]): void;
  /** Last revision of each flow of a creditor, oldest publication first. */
  listUltimi(idDominio: string): Flusso[];
  get(idDominio: string, idFlusso: string, idPsp: string, revisione: number): Flusso | undefined;
  /** Last revision of the flow with this id, whoever it is for. */
  findUltimo(idFlusso: string): Flusso | undefined;
  list(): Flusso[];
  /** Rows `da` (0-based) to `da + quante`, in order. */
  righe(flusso: Flusso, da: number, quante: number): Riga[];
}

const chiaveDi = (flusso: Pick<Flusso, "idDominio" | "idFlusso" | "idPsp" | "revisione">): string =>
  `${flusso.idDominio}/${flusso.idFlusso}/${flusso.idPsp}/${flusso.revisione}`;

const ultimi = (flussi: readonly Flusso[]): Flusso[] => {
  const perId = new Map<string, Flusso>();
  for (const flusso of flussi) {
    const chiave = `${flusso.idDominio}/${flusso.idPsp}/${flusso.idFlusso}`;
    const noto = perId.get(chiave);
    if (noto === undefined || noto.revisione < flusso.revisione) perId.set(chiave, flusso);
  }
  return [...perId.values()].sort(
    (uno, altro) => uno.pubblicatoIl.localeCompare(altro.pubblicatoIl) || uno.idFlusso.localeCompare(altro.idFlusso),
  );
};

export const createFlussi = (contesto: Contesto): Flussi => {
  const testate = contesto.archivio.raccolta<Flusso>("flussi");
  const righe = contesto.archivio.raccolta<readonly Riga[]>("righe");
  return {
    publish: (flusso, elenco) => {
      testate.put(chiaveDi(flusso), flusso, { gruppo: flusso.idDominio, ordine: flusso.pubblicatoIl });
      if (flusso.sintetico === undefined) righe.put(chiaveDi(flusso), elenco);
    },
    listUltimi: (idDominio) => ultimi(testate.list(idDominio)),
    get: (idDominio, idFlusso, idPsp, revisione) => testate.get(chiaveDi({ idDominio, idFlusso, idPsp, revisione })),
    findUltimo: (idFlusso) => ultimi(testate.list().filter((flusso) => flusso.idFlusso === idFlusso)).at(-1),
    list: () => testate.list(),
    righe: (flusso, da, quante) => {
      const { sintetico } = flusso;
      if (sintetico === undefined) return (righe.get(chiaveDi(flusso)) ?? []).slice(da, da + quante);
      const fine = Math.min(da + quante, flusso.numeroPagamenti);
      return Array.from({ length: Math.max(0, fine - da) }, (_, posto) => rigaSintetica(sintetico, da + posto + 1));
    },
  };
};
