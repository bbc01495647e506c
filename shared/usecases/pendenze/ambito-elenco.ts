/** What a caller may see of a list of debts or attempts: the rule of the detail (own creditors, units and types), said as conditions of a query. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDi, type FiltriPendenze } from "../../ports/posizioni.ts";

type Chiavi = Pick<FiltriPendenze, "idDominio" | "idA2A" | "idDebitore">;
export type AmbitoElenco = Pick<FiltriPendenze, "idA2A" | "domini" | "tipiPendenza" | "ambiti">;

/** Answer to whoever asks for what it may not see: the same as for what does not exist. */
export const paginaVuota = (pagina: RichiestaPagina): Pagina<never> => ({ elementi: [], ...(pagina.totale && { totale: 0 }) });

/** Creditor and unit pairs of a caller that has only some units of some creditor; undefined when creditors alone say it all. */
export const loadUnita = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  { domini }: Chiamante,
): Promise<readonly string[] | undefined> => {
  if (domini === "*" || domini.every(({ unitaOperative }) => !unitaOperative?.length)) return undefined;
  const ambiti = await Promise.all(
    domini.map(async ({ idDominio, unitaOperative }) => {
      const unita = unitaOperative?.length
        ? unitaOperative
        : ((await anagrafiche.getCreditore(idDominio))?.unita ?? []).map(({ idUnita }) => idUnita);
      return [ambitoDi(idDominio, undefined), ...unita.map((id) => ambitoDi(idDominio, id))];
    }),
  );
  return ambiti.flat();
};

/** Undefined: nothing of that creditor may be seen. Without any key to list by, the list is that of the calling application. */
export const loadAmbitoElenco = async (
  anagrafiche: Pick<Anagrafiche, "getCreditore">,
  { idDominio, idA2A, idDebitore }: Chiavi,
  chiamante: Chiamante,
): Promise<AmbitoElenco | undefined> => {
  if (idDominio !== undefined && !seesDominio(chiamante, idDominio)) return undefined;
  const senzaChiave = idDominio === undefined && idA2A === undefined && idDebitore === undefined;
  if (senzaChiave && chiamante.idA2A === undefined) return undefined;
  const di = senzaChiave ? chiamante.idA2A : idA2A;
  const ambiti = await loadUnita(anagrafiche, chiamante);
  return {
    ...(di !== undefined && { idA2A: di }),
    domini: chiamante.domini === "*" ? "*" : chiamante.domini.map((dominio) => dominio.idDominio),
    tipiPendenza: chiamante.tipiPendenza,
    ...(ambiti && { ambiti }),
  };
};
