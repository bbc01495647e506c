/** The item collection of a payment code, read whole for its story: the history grows by one item for each change, so the limit is far above that of other reads. */
import type { Allineamento } from "../../domain/gpd/allineamento.ts";
import type { Pendenza, VoceStoria } from "../../domain/pendenze/pendenza.ts";
import type { CollezioneStoria } from "../../domain/storia/raccogli-fatti.ts";
import type { Deposito, Elemento } from "../../ports/deposito.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Storie } from "../../ports/storie.ts";
import { pkPosizione } from "./chiavi.ts";
import { fromElemento, type Mappa } from "./mappa.ts";
import { mappaFascicolo } from "./mappe-fascicolo.ts";
import { mappaAllineamento } from "./mappe-gpd.ts";
import { mappaNotifica } from "./mappe-notifica.ts";
import { mappaRendicontazione, mappaRicevuta, mappaTentativo, schemaStoria } from "./mappe-posizione.ts";
import { mappaRecupero } from "./mappe-recupero.ts";
import { mappaPromemoria } from "./mappe-uscite.ts";
import { peekPendenza, readPendenza } from "./pendenza-per-nome.ts";

/** About 10 MB, ten requests of DynamoDB. A debt changed more often than this is a program that does not stop. */
const MASSIMO_COLLEZIONE = 20_000;

export class ArchivioStorie implements Storie {
  readonly #deposito: Pick<Deposito, "get" | "query">;

  constructor(deposito: Pick<Deposito, "get" | "query">) {
    this.#deposito = deposito;
  }

  async getPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined> {
    return (await peekPendenza(this.#deposito, idA2A, idPendenza)) ?? (await readPendenza(this.#deposito, idA2A, idPendenza));
  }

  async getCollezione(chiave: ChiavePosizione): Promise<CollezioneStoria> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione(chiave),
      ordine: "asc",
      limite: MASSIMO_COLLEZIONE,
    });
    const di = (prefisso: string): readonly Elemento[] => elementi.filter(({ sk }) => sk.startsWith(prefisso));
    const read = <T extends { readonly versione: number }>(prefisso: string, mappa: Mappa<T>): readonly T[] =>
      di(prefisso).map((e) => fromElemento(mappa, e));
    const [allineamento] = read<Allineamento>("ALLINEAMENTO", mappaAllineamento);
    return {
      storia: di("STORIA#").map((e): VoceStoria => schemaStoria.parse(e)),
      tentativi: read("RPT#", mappaTentativo),
      ricevute: read("RICEVUTA#", mappaRicevuta),
      rendicontazioni: read("RENDICONTAZIONE#", mappaRendicontazione),
      recuperi: read("RECUPERO#", mappaRecupero),
      promemoria: read("PROMEMORIA#", mappaPromemoria),
      notifiche: read("NOTIFICA#", mappaNotifica),
      fascicoli: read("FASCICOLO#", mappaFascicolo),
      ...(allineamento && { allineamento }),
      versamenti: [...di("RISCOSSIONE#"), ...di("RENDICONTAZIONE#")].map((e) => ({ iur: String(e["iur"]), indice: Number(e["indice"]) })),
    };
  }
}
