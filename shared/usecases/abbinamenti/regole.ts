/** Decisions made by hand, without a proposal; and their revocation, which gives the movement back to the computation. */
import {
  idRegolaDi,
  isStessoOggetto,
  type MemoriaMovimento,
  movimentoDi,
  type RegolaRegistrata,
} from "../../domain/abbinamenti/abbinamento.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { chiaveFlussoRiconciliato, chiaveTrasferimentoRiconciliato } from "../../domain/riconciliazioni/nomi.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { OggettoCollegato } from "../../domain/riscontri/evidenze.ts";
import { importoNetto, isDaAbbinare } from "../../domain/tesoreria/movimento-registrato.ts";
import { formatImportoItaliano, sumImporti } from "../../domain/valori/importo.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Tesoreria } from "../../ports/tesoreria.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { type Decisa, decideMovimento, type PorteDecisione, type RifiutoDecisione, touch } from "./decide.ts";

export interface PorteRegole extends PorteDecisione {
  readonly posizioni: Pick<Posizioni, "getRiscossioni">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "getUnicita" | "getRiconciliazione">;
  readonly tesoreria: Pick<Tesoreria, "getMovimento">;
}

export interface NuovaRegola {
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly decisione: RegolaRegistrata["decisione"];
  readonly oggetti: RegolaRegistrata["oggetti"];
  readonly chiude?: true;
  readonly nota?: string;
}

const describe = (oggetto: OggettoCollegato): string =>
  oggetto.tipo === "FLUSSO"
    ? `flusso ${oggetto.idFlusso} di ${oggetto.idPsp}`
    : `pagamento ${oggetto.iuv}, ${oggetto.iur}, ${oggetto.indice}`;

export const addRegola = (porte: PorteRegole) => {
  const { posizioni, rendicontazioni, tesoreria, clock, ids } = porte;
  const decide = decideMovimento(porte);

  const exists = async (idDominio: string, oggetto: OggettoCollegato): Promise<boolean> => {
    if (oggetto.tipo === "TRASFERIMENTO") return (await posizioni.getRiscossioni([{ idDominio, ...oggetto }])).length > 0;
    const revisioni = await rendicontazioni.findRevisioni(idDominio, oggetto.idFlusso);
    return revisioni.some(({ idFlusso, idPsp }) => idFlusso === oggetto.idFlusso && idPsp === oggetto.idPsp);
  };

  const check = async ({ idDominio, idMovimento, decisione, oggetti }: NuovaRegola): Promise<RifiutoDecisione | undefined> => {
    const movimento = await tesoreria.getMovimento(idDominio, idMovimento);
    if (!movimento) return { codice: "NON_TROVATO", dettaglio: `movimento ${idMovimento}` };
    if (!isDaAbbinare(movimento))
      return {
        codice: "NON_PROCESSABILE",
        dettaglio: `il movimento ${idMovimento} non è un'entrata che si possa spiegare: ${movimento.stato}`,
      };
    for (const { oggetto } of oggetti)
      if (!(await exists(idDominio, oggetto))) return { codice: "NON_PROCESSABILE", dettaglio: `${describe(oggetto)}: non c'è` };
    const totale = sumImporti(oggetti.map(({ importo = 0n }) => importo));
    return decisione === "CONFERMA" && totale > importoNetto(movimento)
      ? {
          codice: "NON_PROCESSABILE",
          dettaglio: `oggetti: importi per ${formatImportoItaliano(totale)} euro, il movimento è di ${formatImportoItaliano(importoNetto(movimento))}`,
        }
      : undefined;
  };

  return async (nuova: NuovaRegola, chiamante: Chiamante, traccia: Traccia): Promise<Esito<RegolaRegistrata, RifiutoDecisione>> => {
    const { idDominio, idMovimento, decisione, oggetti, chiude, nota } = nuova;
    const choose = async (): Promise<Esito<Decisa, RifiutoDecisione>> => {
      const difetto = await check(nuova);
      if (difetto) return { ok: false, errore: difetto };
      const regola: RegolaRegistrata = {
        ...{ versione: 0, idDominio, id: idRegolaDi(idMovimento, ids.next()), idMovimento, decisione, oggetti },
        ...{ origine: "MANUALE", principal: chiamante.principal, data: clock.now() },
        ...definiti({ chiude, nota }),
      };
      return ok({ regola, modifiche: [{ azione: "crea", entita: "regola", valore: regola }] });
    };
    return decide({ idDominio, idMovimento }, choose, chiamante, traccia);
  };
};

export const revokeRegola = (porte: PorteRegole) => {
  const { rendicontazioni, clock } = porte;
  const decide = decideMovimento(porte);

  /** The reconciliation that came of a confirmed link: money is never left without its explanation. */
  const findEffetto = async ({ idDominio, idMovimento, decisione, oggetti }: RegolaRegistrata): Promise<Riconciliazione | undefined> => {
    if (decisione !== "CONFERMA") return undefined;
    for (const { oggetto } of oggetti) {
      const presa =
        oggetto.tipo === "FLUSSO"
          ? await rendicontazioni.getUnicita("flusso-riconciliato", chiaveFlussoRiconciliato({ idDominio, ...oggetto }))
          : await rendicontazioni.getUnicita("trasferimento-riconciliato", chiaveTrasferimentoRiconciliato({ idDominio, ...oggetto }));
      const riconciliazione = presa && (await rendicontazioni.getRiconciliazione(idDominio, presa.riferimento));
      if (riconciliazione?.movimenti?.some((m) => m.idMovimento === idMovimento)) return riconciliazione;
    }
    return undefined;
  };

  return (
    { idDominio, id }: { readonly idDominio: string; readonly id: string },
    motivo: string,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<RegolaRegistrata, RifiutoDecisione>> => {
    const choose = async ({ regole }: MemoriaMovimento): Promise<Esito<Decisa, RifiutoDecisione>> => {
      const regola = regole.find((altra) => altra.id === id);
      if (!regola) return rifiuto("NON_TROVATO", `regola ${id}`);
      if (regola.revoca) return ok({ regola, modifiche: [] });
      const effetto = await findEffetto(regola);
      if (effetto)
        return rifiuto(
          "NON_PROCESSABILE",
          `ne è nata la riconciliazione ${effetto.id}, ${effetto.stato}: si annulla quella, e la regola cade con lei`,
        );
      const revocata = { ...regola, revoca: { principal: chiamante.principal, data: clock.now(), motivo } };
      return ok({ regola: revocata, modifiche: [{ azione: "sostituisci", entita: "regola", valore: revocata }] });
    };
    return decide({ idDominio, idMovimento: movimentoDi(id) }, choose, chiamante, traccia);
  };
};

/** What the undo of a reconciliation does to the links it came from: what was confirmed is revoked, and the same link is not computed again. */
export const unlinkRiconciliazione =
  ({ abbinamenti, clock, ids }: Pick<PorteDecisione, "abbinamenti" | "clock" | "ids">) =>
  async (riconciliazione: Riconciliazione, principal: string, motivo: string): Promise<readonly Modifica[]> => {
    const { idDominio, idFlusso, idPsp, iuv, iur, indice, movimenti = [] } = riconciliazione;
    const oggetto: OggettoCollegato | undefined =
      idFlusso !== undefined && idPsp !== undefined
        ? { tipo: "FLUSSO", idFlusso, idPsp }
        : iuv !== undefined && iur !== undefined && indice !== undefined
          ? { tipo: "TRASFERIMENTO", iuv, iur, indice }
          : undefined;
    if (!oggetto) return [];
    const data = clock.now();
    const perMovimento = await Promise.all(
      movimenti.map(async ({ idMovimento }): Promise<readonly Modifica[]> => {
        const memoria = await abbinamenti.getMemoria(idDominio, idMovimento);
        const confermate = memoria.regole.filter(
          ({ decisione, oggetti, revoca }) =>
            decisione === "CONFERMA" && !revoca && oggetti.some((o) => isStessoOggetto(o.oggetto, oggetto)),
        );
        const rifiuto: RegolaRegistrata = {
          ...{ versione: 0, idDominio, id: idRegolaDi(idMovimento, ids.next()), idMovimento },
          ...{ decisione: "RIFIUTO", oggetti: [{ oggetto }], origine: "ANNULLAMENTO", nota: motivo, principal, data },
        };
        return [
          { azione: "crea", entita: "regola", valore: rifiuto },
          ...confermate.map(
            (regola): Modifica => ({
              azione: "sostituisci",
              entita: "regola",
              valore: { ...regola, revoca: { principal, data, motivo } },
            }),
          ),
          ...touch(memoria),
        ];
      }),
    );
    return perMovimento.flat();
  };
