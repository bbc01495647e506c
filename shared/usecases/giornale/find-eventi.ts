/** Search of the journal among what the caller may see: by payment code, notice, debt, payment, or creditor and time. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { FiltriEventi, Giornale } from "../../ports/giornale.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { type EventoLetto, type Lettore, type PorteContenuti, readContenuti } from "./read-contenuti.ts";

export interface RicercaEventi extends Omit<FiltriEventi, "domini" | "visibili"> {
  readonly numeroAvviso?: string;
  /** Whether the messages are asked for too. */
  readonly messaggi: boolean;
}

interface Porte extends PorteContenuti {
  readonly giornale: Pick<Giornale, "find" | "readMessaggio">;
  readonly registro: Pick<RegistroDiBase, "list">;
}

/** A list reads each creditor's own; beyond this it would cost more than a caller may ask for. */
const DOMINI_MASSIMI = 100;
/** Messages may be some megabytes each. */
const MESSAGGI_MASSIMI = 50;

const visibiliDi = ({ domini }: Chiamante): "*" | readonly string[] => (domini === "*" ? "*" : domini.map(({ idDominio }) => idDominio));

const isPerChiave = ({ iuv, idA2A, idPendenza, idPagamento }: RicercaEventi): boolean =>
  iuv !== undefined || idPagamento !== undefined || (idA2A !== undefined && idPendenza !== undefined);

export const findEventi = (porte: Porte) => {
  const open = readContenuti(porte);

  const findDomini = async (
    ricerca: RicercaEventi,
    chiamante: Chiamante,
  ): Promise<Esito<readonly string[], Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { idDominio } = ricerca;
    if (idDominio !== undefined) return ok([idDominio]);
    if (isPerChiave(ricerca)) return ok([]);
    const visibili = visibiliDi(chiamante);
    const domini = visibili === "*" ? (await porte.registro.list("dominio")).map((d) => d.idDominio) : visibili;
    if (domini.length <= DOMINI_MASSIMI) return ok(domini);
    return rifiuto(
      "PARAMETRO_NON_VALIDO",
      `idDominio: obbligatorio quando i domini visibili sono più di ${DOMINI_MASSIMI}, qui ${domini.length}`,
    );
  };

  return async (
    { messaggi, numeroAvviso, ...richiesti }: RicercaEventi,
    richiesta: RichiestaPagina,
    lettore: Lettore,
  ): Promise<Esito<Pagina<EventoLetto>, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { chiamante } = lettore;
    const iuv = numeroAvviso === undefined ? richiesti.iuv : numeroAvvisoToIuv(numeroAvviso);
    if (numeroAvviso !== undefined && richiesti.iuv !== undefined && richiesti.iuv !== iuv)
      return rifiuto("PARAMETRO_NON_VALIDO", "iuv: non è quello di numeroAvviso");
    if (messaggi && richiesta.limite > MESSAGGI_MASSIMI)
      return rifiuto("PARAMETRO_NON_VALIDO", `risultatiPerPagina: con messaggi=true al massimo ${MESSAGGI_MASSIMI}`);
    const ricerca = { ...richiesti, ...(iuv !== undefined && { iuv }), messaggi };
    // A creditor of others lists nothing, as one that does not exist: the rule of every list.
    if (ricerca.idDominio !== undefined && !seesDominio(chiamante, ricerca.idDominio)) return ok({ elementi: [], totale: 0 });
    const domini = await findDomini(ricerca, chiamante);
    if (!domini.ok) return domini;
    const { messaggi: _, ...filtri } = ricerca;
    const pagina = await porte.giornale.find({ ...filtri, domini: domini.valore, visibili: visibiliDi(chiamante) }, richiesta);
    return ok({ ...pagina, elementi: messaggi ? await open(pagina.elementi, lettore) : pagina.elementi });
  };
};
