/**
 * All that is kept of a citizen (art. 15 GDPR), with who looked at it: payment codes whole, their journal without messages, and the entries that name the citizen
 * and no debt. The export is itself in the journal before it is given.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Evento } from "../../domain/eventi.ts";
import { type DecisioneConservazione, decideConservazione, MESI_PREDEFINITI } from "../../domain/privacy/conservazione.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Conservazioni } from "../../ports/conservazioni.ts";
import type { Giornale } from "../../ports/giornale.ts";
import type { Impronte } from "../../ports/impronte.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import {
  findPosizioniCittadino,
  type PorteCittadino,
  type PosizioneCittadino,
  type RichiestaCittadino,
} from "./find-posizioni-cittadino.ts";

export interface PorteEsportazione extends PorteCittadino {
  readonly giornale: Pick<Giornale, "find">;
  readonly conservazioni: Pick<Conservazioni, "getRegole">;
  readonly impronte: Impronte;
  readonly unitOfWork: Pick<UnitOfWork, "putEventi">;
}

export interface DatiPosizione {
  readonly posizione: PosizioneCittadino;
  readonly eventi: readonly Evento[];
  readonly conservazione: DecisioneConservazione;
}

export interface DatiCittadino {
  /** Instant. */
  readonly prodottoAlle: string;
  readonly posizioni: readonly DatiPosizione[];
  /** Reads and exports that name the citizen and no debt; with the first stretch only. */
  readonly letture: readonly Evento[];
  readonly cursore?: string;
}

/** Entries of a payment code that are given: the most recent. */
const EVENTI_MASSIMI = 200;
const PAGINA_EVENTI = { limite: EVENTI_MASSIMI, salta: 0, totale: false };

const visibiliA = ({ domini }: Chiamante): "*" | readonly string[] => (domini === "*" ? "*" : domini.map(({ idDominio }) => idDominio));

export const createRegoleInMemoria = (conservazioni: Pick<Conservazioni, "getRegole">) => {
  const note = new Map<string, ReturnType<Conservazioni["getRegole"]>>();
  return (idDominio: string) => {
    const nota = note.get(idDominio) ?? conservazioni.getRegole(idDominio);
    note.set(idDominio, nota);
    return nota;
  };
};

export const exportCittadino = (porte: PorteEsportazione) => {
  const { giornale, conservazioni, impronte, unitOfWork, clock } = porte;
  const find = findPosizioniCittadino(porte);

  /** By payment code, and by debt: who looks at a debt by its name says no code. The debt is visible, so is what was done to it. */
  const findEventi = async ({ pendenza: { idDominio, iuv, idA2A, idPendenza } }: PosizioneCittadino): Promise<readonly Evento[]> => {
    const comuni = { domini: [], visibili: "*", ordine: "desc" } as const;
    const pagine = await Promise.all([
      giornale.find({ ...comuni, idDominio, iuv }, PAGINA_EVENTI),
      giornale.find({ ...comuni, idA2A, idPendenza }, PAGINA_EVENTI),
    ]);
    const eventi = new Map(pagine.flatMap(({ elementi }) => elementi.map(({ evento }) => [evento.id, evento] as const)));
    const ordineDi = ({ dataEvento, id }: Evento): string => `${dataEvento}#${id}`;
    return [...eventi.values()].sort((a, b) => (ordineDi(a) < ordineDi(b) ? 1 : -1)).slice(0, EVENTI_MASSIMI);
  };

  const findLetture = async (codiceFiscale: string, chiamante: Chiamante): Promise<readonly Evento[]> => {
    const pagine = await Promise.all(
      impronte
        .read(codiceFiscale)
        .map((cittadino) => giornale.find({ cittadino, domini: [], visibili: visibiliA(chiamante), ordine: "desc" }, PAGINA_EVENTI)),
    );
    return pagine.flatMap(({ elementi }) => elementi.map(({ evento }) => evento));
  };

  return async (
    richiesta: RichiestaCittadino,
    { chiamante, traccia }: { readonly chiamante: Chiamante; readonly traccia: Traccia },
  ): Promise<DatiCittadino> => {
    await unitOfWork.putEventi([
      traccia.evento({
        ...{ categoriaEvento: "UTENTE", sottotipoEvento: "ESPORTAZIONE_CITTADINO", cittadino: impronte.write(richiesta.codiceFiscale) },
      }),
    ]);
    const tratto = await find(richiesta, chiamante);
    const regoleDi = createRegoleInMemoria(conservazioni);
    const adesso = clock.now();
    const posizioni = await Promise.all(
      tratto.posizioni.map(async (posizione) => ({
        posizione,
        eventi: await findEventi(posizione),
        conservazione: decideConservazione(
          posizione.pendenza,
          (await regoleDi(posizione.pendenza.idDominio)) ?? MESI_PREDEFINITI,
          giornoDi(adesso),
          posizione,
        ),
      })),
    );
    return {
      ...{ prodottoAlle: adesso, posizioni },
      letture: richiesta.cursore === undefined ? await findLetture(richiesta.codiceFiscale, chiamante) : [],
      ...(tratto.cursore !== undefined && { cursore: tratto.cursore }),
    };
  };
};
