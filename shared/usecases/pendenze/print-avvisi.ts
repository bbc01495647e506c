/** Many notices at once, for the bulk batches: a ZIP with a PDF for each debt or document, or one merged PDF. Memory holds one notice at a time. */
import type { ArchivioZip, VoceZip } from "../../ports/archivio-zip.ts";
import { describeAvvisi, type LinguaChiesta } from "./describe-avvisi.ts";
import { checkPendenze, type GruppoDaStampare, type PorteStampa, printPendenze, type RifiutoStampa } from "./print-avviso.ts";

export interface RichiestaStampe {
  readonly gruppi: AsyncIterable<GruppoDaStampare>;
  readonly lingua?: LinguaChiesta;
  /** Told of every group, in order; the refusal says why it has no notice. What it throws stops the printing. */
  readonly onEsito?: (gruppo: GruppoDaStampare, rifiuto: RifiutoStampa | undefined) => void | Promise<void>;
}

/** GovPay's names (reference 3.12): the notice number, or the document for more than one. */
export const nomeStampa = ([prima, ...altre]: GruppoDaStampare): string => {
  const cosa = altre.length === 0 ? prima.numeroAvviso : (prima.documento?.identificativo ?? prima.numeroAvviso);
  return `${prima.idDominio}_${cosa.replace(/[^\w.-]/g, "_")}.pdf`;
};

/** The bytes of a ZIP, in pieces. Groups that have no notice are left out and told to `onEsito`. */
export const printAvvisi = (porte: PorteStampa & { readonly archivioZip: ArchivioZip }) => {
  const print = printPendenze(porte);
  return ({ gruppi, lingua, onEsito }: RichiestaStampe): AsyncIterable<Uint8Array> => {
    const voci = async function* (): AsyncIterable<VoceZip> {
      for await (const gruppo of gruppi) {
        const esito = await print(gruppo, lingua);
        await onEsito?.(gruppo, esito.ok ? undefined : esito.errore);
        if (esito.ok) yield { nome: nomeStampa(gruppo), contenuto: esito.valore };
      }
    };
    return porte.archivioZip.write(voci());
  };
};

/** The bytes of one PDF with all the notices, in pieces. A group with a debt that cannot be printed is left out and told to `onEsito`. */
export const printAvvisiUniti = (porte: PorteStampa) => {
  const check = checkPendenze(porte);
  return ({ gruppi, lingua, onEsito }: RichiestaStampe): AsyncIterable<Uint8Array> => {
    const avvisi = async function* () {
      for await (const gruppo of gruppi) {
        const creditore = await check(gruppo);
        await onEsito?.(gruppo, creditore.ok ? undefined : creditore.errore);
        if (creditore.ok) yield* describeAvvisi(gruppo, creditore.valore, lingua);
      }
    };
    return porte.stampaAvviso.renderUniti(avvisi(), porte.clock.now());
  };
};
