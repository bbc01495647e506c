/** Seals what the stream of the journal tells, in the order in which it was written. Repeating a delivery writes the same segment. */
import { countVoci, toManifesto, type VoceSegmento } from "../../domain/giornale/sigilli.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Sigilli } from "../../ports/sigilli.ts";

interface Porte {
  readonly sigilli: Pick<Sigilli, "addSegmento" | "impronta">;
  readonly clock: Clock;
}

export interface LottoEventi {
  /** Name of the batch in the stream, the same at every delivery of the same records; orders the segments of a day. */
  readonly id: string;
  readonly voci: readonly VoceSegmento[];
}

/** `alterati`: entries changed or deleted, which nobody may do. */
export const sealEventi =
  ({ sigilli, clock }: Porte) =>
  async ({ id, voci }: LottoEventi): Promise<{ readonly sigillati: number; readonly alterati: number }> => {
    const alterati = voci.filter(({ alterazione }) => alterazione !== undefined).length;
    const sigillati = voci.length - alterati;
    if (voci.length === 0) return { sigillati, alterati };
    const istante = clock.now();
    const segmento = {
      ...{ giorno: giornoDi(istante), id, istante, eventi: sigillati, alterazioni: alterati },
      conteggi: countVoci(voci, giornoDi),
    };
    const manifesto = toManifesto(segmento, voci);
    await sigilli.addSegmento({ ...segmento, digest: sigilli.impronta(manifesto) }, manifesto);
    return { sigillati, alterati };
  };
