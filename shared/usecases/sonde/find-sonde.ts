/** The probes as they stand: one request to the archive, and what the queues say of themselves. Their figures are of every creditor together. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { observe, type Soglie, type Sonda } from "../../domain/sonde/sonde.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DefinizioneLavoro } from "../../ports/lavori.ts";
import type { ProfonditaCode, SoglieSonde, Sonde } from "../../ports/sonde.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteSonde {
  readonly definizioni: readonly DefinizioneLavoro[];
  /** Names. */
  readonly code: readonly string[];
  readonly codeScarti: readonly string[];
  readonly sonde: Pick<Sonde, "load">;
  readonly profondita: ProfonditaCode;
  readonly clock: Clock;
}

const NON_SUE = "serve un'utenza abilitata su tutti i domini: le sonde misurano tutti insieme";

const load = async (porte: PorteSonde): Promise<{ sonde: readonly Sonda[]; soglie: SoglieSonde | undefined }> => {
  const [{ lavori, misure, soglie }, code, scarti] = await Promise.all([
    porte.sonde.load(),
    porte.profondita.depthsOf(porte.code),
    porte.profondita.depths(porte.codeScarti),
  ]);
  const noti = new Map(lavori.map((lavoro) => [lavoro.nome, lavoro]));
  const osservati = porte.definizioni.map(({ nome, espressione }) => ({ nome, espressione, stato: noti.get(nome) }));
  const osservazioni = { adesso: porte.clock.now(), lavori: osservati, code, scarti, misure, soglie: soglie?.soglie ?? {} };
  return { sonde: observe(osservazioni), soglie };
};

export const createFindSonde =
  (porte: PorteSonde) =>
  async ({ domini }: Pick<Chiamante, "domini">): Promise<Esito<readonly Sonda[], Rifiuto<"NON_AUTORIZZATO">>> =>
    domini === "*" ? ok((await load(porte)).sonde) : rifiuto("NON_AUTORIZZATO", NON_SUE);

export const createGetSonda =
  (porte: PorteSonde) =>
  async (id: string, { domini }: Pick<Chiamante, "domini">): Promise<Esito<Sonda, Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO">>> => {
    if (domini !== "*") return rifiuto("NON_AUTORIZZATO", NON_SUE);
    const sonda = (await load(porte)).sonde.find((candidata) => candidata.id === id);
    return sonda ? ok(sonda) : rifiuto("NON_TROVATO", `sonda ${id}`);
  };

/** SINTASSI: a warning that comes after the error. CONFLITTO: somebody else was changing them. */
export const createUpdateSoglia =
  (porte: PorteSonde & { readonly unitOfWork: Pick<UnitOfWork, "commit"> }) =>
  async (
    id: string,
    nuove: Soglie,
    { domini }: Pick<Chiamante, "domini">,
    traccia: Traccia,
  ): Promise<Esito<Sonda, Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO" | "SINTASSI" | "CONFLITTO">>> => {
    if (domini !== "*") return rifiuto("NON_AUTORIZZATO", NON_SUE);
    if (nuove.warn > nuove.error) return rifiuto("SINTASSI", `sogliaWarn: ${nuove.warn} supera sogliaError, ${nuove.error}`);
    const { sonde, soglie } = await load(porte);
    const sonda = sonde.find((candidata) => candidata.id === id);
    if (!sonda) return rifiuto("NON_TROVATO", `sonda ${id}`);
    const valore: SoglieSonde = { versione: soglie?.versione ?? 0, soglie: { ...soglie?.soglie, [id]: nuove } };
    const evento = traccia.evento({
      categoriaEvento: "UTENTE",
      sottotipoEvento: id,
      dettaglioEsito: `soglie ${nuove.warn} e ${nuove.error}`,
    });
    const esito = await porte.unitOfWork.commit([{ azione: soglie ? "sostituisci" : "crea", entita: "soglieSonde", valore }], {
      eventi: [evento],
    });
    if (!esito.ok) return rifiuto("CONFLITTO", `soglie della sonda ${id}`);
    const stato =
      sonda.valore === undefined ? undefined : sonda.valore >= nuove.error ? "error" : sonda.valore >= nuove.warn ? "warning" : "ok";
    return ok({ ...sonda, soglie: nuove, ...(stato !== undefined && { stato }) });
  };
