/**
 * Rows of the flows of a creditor that another intermediary's notices explain and no receipt does, each once. The list of its rows is in order of flow, and the id of a
 * flow begins with its day: of it only the days in which the payments of the period can be reported are read.
 */
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addGiorni, giornoDi, inizioGiorno } from "../../domain/valori/date.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";

interface Porte {
  readonly posizioni: Pick<Posizioni, "getRiscossioni">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRendicontazioni" | "findObsoleti">;
}

/** Days after the payment within which a flow reports it: PSPs have two working days, and the late ones come in weeks. */
const GIORNI_DEL_FLUSSO = 30;
const PER_LETTURA = 500;
/** Each looks at some ten thousand rows. */
const PAGINE_MASSIME = 20;

const nomeDi = ({ iuv, iur, indice }: Pick<Rendicontazione, "iuv" | "iur" | "indice">): string => `${iuv}#${iur}#${indice}`;

const troppe = (quante: string) =>
  rifiuto(
    "PARAMETRO_NON_VALIDO",
    `dataDa, dataA: ${quante}; restringere il periodo, o chiedere un file con POST /esportazioni del Backoffice e il contenuto beneficiari`,
  );

/** @param massimo rows, beyond which it is refused. Two requests a page, and one for the flows that a later revision replaced. */
export const readSoloRendicontati = ({ posizioni, rendicontazioni }: Porte) =>
  async function* (
    { idDominio, da, a }: { readonly idDominio: string; readonly da?: string; readonly a?: string },
    massimo: number,
  ): AsyncGenerator<Esito<Rendicontazione, Rifiuto<"PARAMETRO_NON_VALIDO">>> {
    const giorni = { da: da === undefined ? "0000-01-01" : giornoDi(da), a: a === undefined ? "9999-12-31" : giornoDi(a) };
    const ultimo = a === undefined ? giorni.a : addGiorni(giorni.a, GIORNI_DEL_FLUSSO);
    const obsoleti = await rendicontazioni.findObsoleti({
      domini: [idDominio],
      ...(da !== undefined && { flussoDa: inizioGiorno(giorni.da) }),
    });
    if (obsoleti.oltre) return yield troppe("i flussi superati sono più di quanti se ne possono escludere");
    const viste = new Set<string>();
    let [lette, pagine] = [0, 0];
    let cursore: string | undefined;
    do {
      const pagina: Pagina<Rendicontazione> = await rendicontazioni.findRendicontazioni(
        {
          domini: [idDominio],
          ...giorni,
          stato: "ALTRO_INTERMEDIARIO",
          giorniFlusso: { da: giorni.da, a: ultimo },
          esclusi: obsoleti.flussi,
          ordine: "asc",
        },
        { limite: PER_LETTURA, salta: 0, totale: false, ...(cursore !== undefined && { cursore }) },
      );
      pagine += 1;
      lette += pagina.elementi.length;
      if (lette > massimo) return yield troppe(`le righe di altri intermediari sono più di ${massimo}`);
      if (massimo !== Number.POSITIVE_INFINITY && pagine > PAGINE_MASSIME)
        return yield troppe("le righe dei flussi del periodo sono troppe");
      const nuove = pagina.elementi.filter((riga) => !viste.has(nomeDi(riga)));
      for (const riga of nuove) viste.add(nomeDi(riga));
      const distinte = [...new Map(nuove.map((riga) => [nomeDi(riga), riga])).values()];
      const note =
        distinte.length === 0
          ? []
          : await posizioni.getRiscossioni(distinte.map(({ iuv, iur, indice }) => ({ idDominio, iuv, iur, indice })));
      const conRicevuta = new Set(note.map(nomeDi));
      for (const riga of distinte) if (!conRicevuta.has(nomeDi(riga))) yield ok(riga);
      cursore = pagina.cursore;
    } while (cursore !== undefined);
  };
