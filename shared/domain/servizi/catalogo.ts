/** The catalogue that pagoPA publishes to PSPs: each service once, with the creditors that provide it (CatalogoServizi 2.0.0). */
import type { Dominio, TipoPendenzaDominio } from "../anagrafiche/creditore.ts";
import type { SchemaServizio } from "./servizio.ts";

export interface SoggettoErogante {
  readonly idSoggettoServizio: string;
  readonly idDominio: string;
  readonly denominazione: string;
  readonly dataInizioValidita: string;
  readonly dataFineValidita?: string;
  readonly commissione?: boolean;
}

export interface VoceCatalogo {
  readonly idServizio: string;
  readonly descrizione: string;
  readonly categoria?: string;
  readonly schema: SchemaServizio;
  readonly soggetti: readonly SoggettoErogante[];
}

export interface DominioErogante {
  readonly dominio: Pick<Dominio, "idDominio" | "ragioneSociale" | "abilitato">;
  readonly tipiPendenza: readonly Pick<TipoPendenzaDominio, "abilitato" | "servizioPagoPA">[];
}

const byCodice = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Services enabled and not over on a day, by id; description and category are those of the first creditor that gives them.
 * Two schemas under one id are two entries: the catalogue has no room for both in one.
 */
export const buildCatalogo = (domini: readonly DominioErogante[], oggi: string): readonly VoceCatalogo[] => {
  const offerti = domini
    .filter(({ dominio }) => dominio.abilitato)
    .toSorted((a, b) => byCodice(a.dominio.idDominio, b.dominio.idDominio))
    .flatMap(({ dominio, tipiPendenza }) =>
      tipiPendenza.flatMap(({ abilitato, servizioPagoPA: servizio }) =>
        servizio?.abilitato && abilitato !== false && (servizio.dataFineValidita ?? oggi) >= oggi ? [{ dominio, servizio }] : [],
      ),
    );
  return [...Map.groupBy(offerti, ({ servizio }) => `${servizio.idServizio} ${servizio.schema}`).values()]
    .flatMap((gruppo): VoceCatalogo[] => {
      const [primo] = gruppo;
      if (!primo) return [];
      const { idServizio, descrizione, schema } = primo.servizio;
      const categoria = gruppo.find(({ servizio }) => servizio.categoria !== undefined)?.servizio.categoria;
      const soggetti = gruppo.map(({ dominio, servizio }) => ({
        idSoggettoServizio: servizio.idSoggettoServizio,
        idDominio: dominio.idDominio,
        denominazione: dominio.ragioneSociale,
        dataInizioValidita: servizio.dataInizioValidita,
        ...(servizio.dataFineValidita !== undefined && { dataFineValidita: servizio.dataFineValidita }),
        ...(servizio.commissione !== undefined && { commissione: servizio.commissione }),
      }));
      return [{ idServizio, descrizione, schema, ...(categoria !== undefined && { categoria }), soggetti }];
    })
    .toSorted((a, b) => byCodice(a.idServizio, b.idServizio) || byCodice(a.schema, b.schema));
};
