/** What a caller may see of a list of debts or attempts: the rule of the detail (own creditors, units and types), said as conditions of a query. */
import { type Cittadino, isSuo, soggettoOf } from "../../domain/accessi/cittadino.ts";
import { entraIn } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { type AmbitiUnita, ambitoDi, type FiltriPendenze } from "../../ports/posizioni.ts";

type Chiavi = Pick<FiltriPendenze, "idDominio" | "idA2A" | "idDebitore">;
export type AmbitoElenco = Pick<FiltriPendenze, "idA2A" | "idDebitore" | "creditori" | "domini" | "tipiPendenza" | "ambiti" | "senzaProva">;

/** Beyond this many creditors a list is read from the key of the whole installation, whatever their own keys. */
const CREDITORI_LETTI = 40;

/** Answer to whoever asks for what it may not see: the same as for what does not exist. */
export const paginaVuota = (pagina: RichiestaPagina): Pagina<never> => ({ elementi: [], ...(pagina.totale && { totale: 0 }) });

/** What a caller limited to some units of some creditor may see, of one creditor or of all; undefined when creditors alone say it all. */
export const ambitiUnita = ({ domini }: Chiamante, idDominio?: string): AmbitiUnita | undefined => {
  if (domini === "*") return undefined;
  const propri = idDominio === undefined ? domini : domini.filter((dominio) => dominio.idDominio === idDominio);
  const limitati = propri.filter(({ unitaOperative }) => unitaOperative?.length);
  if (limitati.length === 0) return undefined;
  return {
    interi: propri.flatMap((dominio) => (dominio.unitaOperative?.length ? [] : [dominio.idDominio])),
    // What belongs to no unit is of the whole creditor, and all who work for it see it.
    coppie: limitati.flatMap((dominio) =>
      [undefined, ...(dominio.unitaOperative ?? [])].map((unita) => ambitoDi(dominio.idDominio, unita)),
    ),
  };
};

const loadCreditori = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  { domini }: Chiamante,
): Promise<NonNullable<FiltriPendenze["creditori"]>> => {
  if (domini === "*") return "*";
  return Promise.all(
    domini.map(async ({ idDominio }) => ({
      idDominio,
      frammenti: domini.length > CREDITORI_LETTI ? 1 : ((await anagrafiche.getCreditore(idDominio))?.dominio.frammenti ?? 1),
    })),
  );
};

/**
 * A citizen lists what is its own, by its tax code, whatever else it filters by; of nobody else may it ask. What somebody tries with its tax code is not among
 * its debts: only who asks for a creditor in prova by name sees it.
 */
const ambitoCittadino = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  { idDominio, idDebitore }: Chiavi,
  cittadino: Cittadino,
): Promise<AmbitoElenco | undefined> => {
  const { dominio } = cittadino;
  if (idDebitore !== undefined && !isSuo(cittadino, idDebitore)) return undefined;
  if (idDominio !== undefined && !entraIn(cittadino, idDominio)) return undefined;
  const inProva = idDominio !== undefined && (await anagrafiche.getCreditore(idDominio))?.dominio.inProva;
  return {
    ...{ idDebitore: soggettoOf(cittadino), domini: dominio === undefined ? "*" : [dominio], tipiPendenza: "*" },
    ...(!inProva && { senzaProva: true }),
  };
};

/**
 * Undefined: nothing of that creditor may be seen. Without any key to list by, the list is that of the calling application, or of the
 * creditors of the operator. No request when the creditors are in memory.
 */
export const loadAmbitoElenco = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  chiavi: Chiavi,
  chiamante: Chiamante,
): Promise<AmbitoElenco | undefined> => {
  if (chiamante.cittadino) return ambitoCittadino(anagrafiche, chiavi, chiamante.cittadino);
  const { idDominio, idA2A, idDebitore } = chiavi;
  if (idDominio !== undefined && !seesDominio(chiamante, idDominio)) return undefined;
  const senzaChiave = idDominio === undefined && idA2A === undefined && idDebitore === undefined;
  const diApplicazione = senzaChiave ? chiamante.idA2A : idA2A;
  const diOperatore = senzaChiave && chiamante.idA2A === undefined;
  if (diOperatore && chiamante.tipo !== "operatore") return undefined;
  const ambiti = ambitiUnita(chiamante, idDominio);
  return {
    ...(diApplicazione !== undefined && { idA2A: diApplicazione }),
    ...(diOperatore && { creditori: await loadCreditori(anagrafiche, chiamante) }),
    domini: chiamante.domini === "*" ? "*" : chiamante.domini.map((dominio) => dominio.idDominio),
    tipiPendenza: chiamante.tipiPendenza,
    ...(ambiti && { ambiti }),
  };
};
