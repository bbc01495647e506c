/** Mapping profiles of a creditor, with those of the product after them: read by who sees the creditor, written by who may write its accounts. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { isNomePredefinito } from "../../domain/tesoreria/profili/nomi-predefiniti.ts";
import { PROFILI_PREDEFINITI } from "../../domain/tesoreria/profili/predefiniti.ts";
import type { ProfiloLettura, ProfiloVisto } from "../../domain/tesoreria/profili/profilo.ts";
import type { EntitaAnagrafica } from "../../ports/anagrafiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { PorteLettura } from "../anagrafiche/anagrafica.ts";
import { hasDominio } from "../anagrafiche/domini.ts";
import { pageElenco } from "../anagrafiche/page-elenco.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "../anagrafiche/save-voce.ts";

/** Of a creditor: a file tries all of them. */
const PROFILI_MASSIMI = 200;

const asPredefiniti = (idDominio: string): readonly ProfiloVisto[] =>
  PROFILI_PREDEFINITI.map((profilo) => ({ profilo: { versione: 0, idDominio, abilitato: true, ...profilo }, predefinito: true }));

export const getProfiloLettura =
  (porte: PorteLettura<EntitaAnagrafica>) =>
  async (idDominio: string, nome: string, chiamante: Chiamante): Promise<Esito<ProfiloVisto, Rifiuto<"NON_TROVATO">>> => {
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const predefinito = asPredefiniti(idDominio).find(({ profilo }) => profilo.nome === nome);
    if (predefinito) return ok(predefinito);
    const profilo = await porte.registro.get("profiloLettura", nome, idDominio);
    return profilo ? ok({ profilo, predefinito: false }) : rifiuto("NON_TROVATO", `profilo di lettura ${nome}`);
  };

export const findProfiliLettura =
  (porte: PorteLettura<EntitaAnagrafica>) =>
  async (
    idDominio: string,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<ProfiloVisto>, Rifiuto<"NON_TROVATO">>> => {
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const salvati = (await porte.registro.list("profiloLettura", idDominio)).map((profilo) => ({ profilo, predefinito: false }));
    const posto = ({ profilo, predefinito }: ProfiloVisto): string => `${predefinito ? "2" : "1"}${profilo.nome}`;
    const richiesta = { ...pagina, ordinamento: [{ campo: "posto", verso: "asc" }] } as const;
    return ok(pageElenco([...salvati, ...asPredefiniti(idDominio)], richiesta, { posto }, posto));
  };

type CodiceScrittura = "NON_TROVATO" | "NON_PROCESSABILE";

/** Refuses the names of the product's own profiles, and one profile too many. */
export const saveProfiloLettura =
  (porte: PorteScrittura<EntitaAnagrafica>) =>
  async (nuovo: ProfiloLettura, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<CodiceScrittura>> => {
    const { idDominio, nome } = nuovo;
    return saveVoce<CodiceScrittura>(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (isNomePredefinito(nome)) return rifiuto("NON_PROCESSABILE", `nome: ${nome} è di un profilo del prodotto, sceglierne un altro`);
      const salvati = await porte.registro.list("profiloLettura", idDominio);
      const esistente = salvati.find((profilo) => profilo.nome === nome);
      if (!esistente && salvati.length >= PROFILI_MASSIMI)
        return rifiuto("NON_PROCESSABILE", `il dominio ${idDominio} ha già ${PROFILI_MASSIMI} profili di lettura`);
      return ok({
        modifiche: [{ entita: "profiloLettura", ...writeOver(esistente, nuovo) }],
        voce: `profilo di lettura ${nome} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };
