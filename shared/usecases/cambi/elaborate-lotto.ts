/** Some debts and the progress of the replacement in one transaction: what was changed is counted once, whatever dies in between. */
import { type CambioIban, type Giudizio, judgePendenza, SCARTI_MASSIMI, type ScartoCambio } from "../../domain/cambi/cambio-iban.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Messaggio, Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteLotto {
  readonly posizioni: Pick<Posizioni, "getPendenze">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Each debt is at most 4 writes (debt, history, journal, message to pagoPA's archive) of the 100 of a transaction. */
export const PENDENZE_PER_TRANSAZIONE = 24;
const DECISIONI_MASSIME = 5;

interface Giudicata {
  readonly attuale: Pendenza;
  readonly giudizio: Giudizio;
}

const chiaveDi = ({ idDominio, iuv }: Pick<Pendenza, "idDominio" | "iuv">): string => `${idDominio}#${iuv}`;

const scartoDi = ({ idA2A, idPendenza, numeroAvviso }: Pendenza, motivo: string): ScartoCambio => ({
  idA2A,
  idPendenza,
  numeroAvviso,
  motivo,
});

/** Only the last phase counts what stays as it is: what was in the way before may no longer be. */
const countRimaste = (cambio: CambioIban, giudicate: readonly Giudicata[], contese: readonly Pendenza[]): CambioIban => {
  if (cambio.fase !== "VERIFICA") return cambio;
  const impossibili = giudicate.flatMap(({ attuale, giudizio }) =>
    giudizio.esito === "impossibile" ? [scartoDi(attuale, giudizio.motivo)] : [],
  );
  const nuovi = [...impossibili, ...contese.map((pendenza) => scartoDi(pendenza, "modificata di continuo da altri: riprovare"))];
  return {
    ...cambio,
    numeroScarti: cambio.numeroScarti + nuovi.length,
    scarti: [...cambio.scarti, ...nuovi].slice(0, SCARTI_MASSIMI),
    pendenzeEscluse: cambio.pendenzeEscluse + giudicate.filter(({ giudizio }) => giudizio.esito === "esclusa").length,
  };
};

const countCambiate = (cambio: CambioIban, numero: number): CambioIban =>
  cambio.fase === "ENTRATE"
    ? { ...cambio, pendenzeRiallineate: cambio.pendenzeRiallineate + numero }
    : { ...cambio, pendenzeCambiate: cambio.pendenzeCambiate + numero };

export const elaborateLotto = ({ posizioni, unitOfWork, clock, ids }: PorteLotto) => {
  const eventoDi = ({ id, richiedente, ibanVecchio, ibanNuovo }: CambioIban, p: Pendenza, traccia: Traccia) =>
    traccia.evento({
      tipoEvento: "cambioIban",
      principal: richiedente,
      idDominio: p.idDominio,
      iuv: p.iuv,
      idA2A: p.idA2A,
      idPendenza: p.idPendenza,
      dettaglioEsito: `${ibanVecchio} sostituito da ${ibanNuovo} (${id})`,
    });

  const storiaDi = (cambio: CambioIban, attuale: Pendenza, dopo: Pendenza, data: string) => {
    const { fase, ibanVecchio: prima, ibanNuovo, richiedente: autore } = cambio;
    const campi = fase === "ENTRATE" ? { contoEntrata: { prima, dopo: ibanNuovo } } : diffPendenza(attuale, dopo);
    return { id: ids.next(), idDominio: attuale.idDominio, iuv: attuale.iuv, data, autore, evento: "cambiaConto", campi };
  };

  /**
   * `avanzamento` is written with the debts. Answers the replacement as written, or undefined when somebody else moved it: who stops it, or another
   * worker. A debt that others keep changing is left to the last phase, and there told.
   */
  return async (
    cambio: CambioIban,
    pendenze: readonly Pendenza[],
    avanzamento: Partial<CambioIban>,
    traccia: Traccia,
    messaggi: readonly Messaggio[] = [],
  ): Promise<CambioIban | undefined> => {
    let correnti = pendenze;
    const contese: Pendenza[] = [];
    const tentate = new Map<string, number>();
    for (;;) {
      const adesso = clock.now();
      const giudicate = correnti.map((attuale): Giudicata => ({ attuale, giudizio: judgePendenza(cambio, attuale, adesso) }));
      const cambiate = giudicate.flatMap(({ attuale, giudizio }) =>
        giudizio.esito === "cambiata" ? [{ attuale, dopo: giudizio.pendenza }] : [],
      );
      const valore = { ...countCambiate(countRimaste(cambio, giudicate, contese), cambiate.length), ...avanzamento };
      const modifiche: Modifica[] = [
        { azione: "sostituisci", entita: "cambioIban", valore },
        ...cambiate.map(({ dopo }): Modifica => ({ azione: "sostituisci", entita: "pendenza", valore: dopo })),
      ];
      const scritto = await unitOfWork.commit(modifiche, {
        storia: cambiate.map(({ attuale, dopo }) => storiaDi(cambio, attuale, dopo, adesso)),
        eventi: cambiate.map(({ dopo }) => eventoDi(cambio, dopo, traccia)),
        messaggi,
      });
      if (scritto.ok) return { ...valore, versione: valore.versione + 1 };
      const colpite = scritto.errore.modifiche.flatMap((m) => (m.entita === "pendenza" ? [chiaveDi(m.valore)] : []));
      if (scritto.errore.modifiche.some(({ entita }) => entita === "cambioIban")) return undefined;
      for (const chiave of colpite) tentate.set(chiave, (tentate.get(chiave) ?? 0) + 1);
      const troppo = (p: Pendenza): boolean => (tentate.get(chiaveDi(p)) ?? 0) >= DECISIONI_MASSIME;
      contese.push(...correnti.filter(troppo));
      const restano = correnti.filter((p) => !troppo(p));
      const rilette = new Map(
        (await posizioni.getPendenze(restano.filter((p) => colpite.includes(chiaveDi(p))))).map((p) => [chiaveDi(p), p]),
      );
      correnti = restano.map((p) => rilette.get(chiaveDi(p)) ?? p);
    }
  };
};
