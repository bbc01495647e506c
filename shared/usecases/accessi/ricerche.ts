/** The brake on anonymous searches: one read before, and writes only after a search that found nothing. The same for a wrong notice and for a wrong tax code. */
import { addRicerca, attesaRicerca, type TipoContato } from "../../domain/accessi/ricerche.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi, Cifra } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteRicerche {
  readonly accessi: Pick<Accessi, "getTentativi" | "getTentativiDi">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  /** What was looked for is counted under a keyed digest. */
  readonly cifra: Pick<Cifra, "digest">;
}

export interface Ricerca {
  readonly chiamante: Pick<Chiamante, "tipo">;
  readonly indirizzo: string;
  /** Each thing that names what is looked for: `avviso:<creditor>/<number>`, `cf:<tax code>`. At most 10: those of a cart. */
  readonly oggetti: readonly string[];
}

interface Contato {
  readonly tipo: TipoContato;
  readonly principal: string;
  readonly indirizzo: string;
}

const RIPROVE = 3;
const OGGETTI_MASSIMI = 10;

/** Refuses (429) who has searched too much without finding; of callers who said who they are nothing is counted. */
export const createRicerche = ({ accessi, unitOfWork, clock, cifra }: PorteRicerche) => {
  const contati = ({ indirizzo, oggetti }: Ricerca): readonly Contato[] => [
    { tipo: "indirizzo", principal: "RICERCHE", indirizzo },
    ...oggetti.slice(0, OGGETTI_MASSIMI).map((oggetto) => ({
      ...{ tipo: "oggetto" as const, principal: `RICERCA#${cifra.digest(`ricerca:${oggetto.toUpperCase()}`)}`, indirizzo: "*" },
    })),
  ];

  const addUno = async ({ principal, indirizzo }: Contato): Promise<void> => {
    for (let volta = 0; volta < RIPROVE; volta++) {
      const letti = await accessi.getTentativi(principal, indirizzo);
      const scaduti = letti !== undefined && letti.scadeAlle <= Math.floor(Date.parse(clock.now()) / 1000);
      const valore = addRicerca(scaduti ? { ...letti, falliti: 0 } : letti, { principal, indirizzo, adesso: clock.now() });
      if ((await unitOfWork.commit([{ azione: letti ? "sostituisci" : "crea", entita: "tentativiAccesso", valore }])).ok) return;
    }
  };

  return {
    /** One request. */
    admit: async (ricerca: Ricerca): Promise<Esito<void, Rifiuto<"TROPPE_RICHIESTE">>> => {
      if (ricerca.chiamante.tipo !== "anonimo") return ok(undefined);
      const suoi = contati(ricerca);
      const letti = await accessi.getTentativiDi(suoi);
      const adesso = clock.now();
      const attese = suoi.map(({ tipo, principal, indirizzo }) =>
        attesaRicerca(
          tipo,
          letti.find((voce) => voce.principal === principal && voce.indirizzo === indirizzo),
          adesso,
        ),
      );
      const attesaSecondi = Math.max(...attese);
      if (attesaSecondi === 0) return ok(undefined);
      const dettaglio = `troppe ricerche senza esito: riprovare fra ${attesaSecondi} secondi, o accedere`;
      return { ok: false, errore: { codice: "TROPPE_RICHIESTE", dettaglio, attesaSecondi } };
    },
    /** What was looked for is not there, or is not of who looks for it: whichever of the two. */
    addVuota: async (ricerca: Ricerca): Promise<void> => {
      if (ricerca.chiamante.tipo === "anonimo") await Promise.all(contati(ricerca).map(addUno));
    },
  };
};
