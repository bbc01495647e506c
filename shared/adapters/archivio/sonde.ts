/** What the probes look at, beside the jobs: measures and thresholds. */
import * as z from "zod";
import type { Misure } from "../../domain/sonde/sonde.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { SoglieSonde, Sonde } from "../../ports/sonde.ts";
import { chiavi } from "./chiavi.ts";
import { defineMappa, fromElemento, testo } from "./mappa.ts";
import { mappaLavoro } from "./mappe-lavoro.ts";

const ELEMENTI_MASSIMI = 300;
const MISURE = { pk: chiavi.pkLavori, sk: "MISURE" } as const;
const numero = z.number().int();

const createSchemaMisure = () =>
  z.object({
    alle: testo,
    recuperiAperti: numero,
    notificheInRitardo: numero,
    certificatiInScadenza: numero,
    certificatiScaduti: numero,
    senzaFlussi: z.array(testo),
    senzaFlussiAlle: testo,
    nonVuoteDal: z.record(testo, testo),
  });

export const mappaSoglieSonde = defineMappa<SoglieSonde>({
  tabella: "archivio",
  schema: () => z.object({ versione: numero, soglie: z.record(testo, z.object({ warn: numero, error: numero })) }),
  chiave: () => ({ pk: chiavi.pkLavori, sk: "SOGLIE" }),
});

export class ArchivioSonde implements Sonde {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async load(): ReturnType<Sonde["load"]> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: chiavi.pkLavori, ordine: "asc", limite: ELEMENTI_MASSIMI },
    });
    const misure = elementi.find(({ sk }) => sk === MISURE.sk);
    const soglie = elementi.find(({ sk }) => sk === "SOGLIE");
    return {
      lavori: elementi.filter(({ sk }) => sk.startsWith("LAVORO#")).map((e) => fromElemento(mappaLavoro, e)),
      misure: misure && createSchemaMisure().parse(misure),
      soglie: soglie && fromElemento(mappaSoglieSonde, soglie),
    };
  }

  async getMisure(): Promise<Misure | undefined> {
    const elemento = await this.#deposito.get("archivio", MISURE);
    return elemento && createSchemaMisure().parse(elemento);
  }

  async saveMisure(misure: Misure): Promise<void> {
    await this.#deposito.putMany("archivio", [{ ...misure, ...MISURE, versione: 1 }]);
  }
}
