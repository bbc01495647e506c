/** Layouts of a creditor, with those of the product after them; and their runs, asked for by people. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { checkLayout } from "../../domain/contabilita/tracciati/controlla.ts";
import { isNomePredefinito } from "../../domain/contabilita/tracciati/nomi-predefiniti.ts";
import { findPredefinito, TRACCIATI_PREDEFINITI, type TracciatoPredefinito } from "../../domain/contabilita/tracciati/predefiniti.ts";
import {
  type EsecuzioneTracciato,
  nomeDelFile,
  type TracciatoContabile,
  type TracciatoVisto,
} from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addGiorni } from "../../domain/valori/date.ts";
import type { EntitaAnagrafica } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { TracciatiContabili } from "../../ports/tracciati-contabili.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { PorteLettura } from "../anagrafiche/anagrafica.ts";
import { hasDominio } from "../anagrafiche/domini.ts";
import { pageElenco } from "../anagrafiche/page-elenco.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "../anagrafiche/save-voce.ts";

const TRACCIATI_MASSIMI = 100;

/** Read by whoever runs it. */
export const asTracciato = (idDominio: string, predefinito: TracciatoPredefinito, mittente: Chiamante): TracciatoContabile => ({
  ...{ versione: 0, idDominio, abilitato: true, mittente },
  ...predefinito,
});

export const readTracciato = async (
  { registro }: PorteLettura<EntitaAnagrafica>,
  idDominio: string,
  nome: string,
  chiamante: Chiamante,
): Promise<TracciatoVisto | undefined> => {
  const predefinito = findPredefinito(nome);
  if (predefinito) return { tracciato: asTracciato(idDominio, predefinito, chiamante), predefinito: true };
  const tracciato = await registro.get("tracciatoContabile", nome, idDominio);
  return tracciato && { tracciato, predefinito: false };
};

export const getTracciatoContabile =
  (porte: PorteLettura<EntitaAnagrafica>) =>
  async (idDominio: string, nome: string, chiamante: Chiamante): Promise<Esito<TracciatoVisto, Rifiuto<"NON_TROVATO">>> => {
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const visto = await readTracciato(porte, idDominio, nome, chiamante);
    return visto ? ok(visto) : rifiuto("NON_TROVATO", `tracciato contabile ${nome}`);
  };

export const findTracciatiContabili =
  (porte: PorteLettura<EntitaAnagrafica>) =>
  async (
    idDominio: string,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<TracciatoVisto>, Rifiuto<"NON_TROVATO">>> => {
    if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const salvati = (await porte.registro.list("tracciatoContabile", idDominio)).map((tracciato) => ({ tracciato, predefinito: false }));
    const propri = TRACCIATI_PREDEFINITI.map((uno) => ({ tracciato: asTracciato(idDominio, uno, chiamante), predefinito: true }));
    const posto = ({ tracciato, predefinito }: TracciatoVisto): string => `${predefinito ? "2" : "1"}${tracciato.nome}`;
    return ok(pageElenco([...salvati, ...propri], { ...pagina, ordinamento: [{ campo: "posto", verso: "asc" }] }, { posto }, posto));
  };

const canReceive = async (
  { registro }: PorteLettura<EntitaAnagrafica>,
  { destinatario, idDominio }: Pick<TracciatoContabile, "destinatario" | "idDominio">,
): Promise<boolean> => {
  if (destinatario === undefined) return true;
  const applicazione = await registro.get("applicazione", destinatario);
  const { domini = [], servizioIntegrazione } = applicazione ?? {};
  return servizioIntegrazione !== undefined && (domini === "*" || domini.some((ambito) => ambito.idDominio === idDominio));
};

type CodiceScrittura = "NON_TROVATO" | "NON_PROCESSABILE";

export const saveTracciatoContabile =
  (porte: PorteScrittura<EntitaAnagrafica>) =>
  async (nuovo: Omit<TracciatoContabile, "mittente">, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<CodiceScrittura>> => {
    const { idDominio, nome } = nuovo;
    return saveVoce<CodiceScrittura>(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (isNomePredefinito(nome)) return rifiuto("NON_PROCESSABILE", `nome: ${nome} è di un tracciato del prodotto, sceglierne un altro`);
      const errore = checkLayout(nuovo.layout);
      if (errore !== undefined) return rifiuto("NON_PROCESSABILE", `layout.${errore}`);
      if (nuovo.destinatario !== undefined && nuovo.email)
        return rifiuto("NON_PROCESSABILE", "email: in alternativa a destinatario, non insieme");
      if (!(await canReceive(porte, nuovo)))
        return rifiuto(
          "NON_PROCESSABILE",
          `destinatario: ${nuovo.destinatario} non è un'applicazione del dominio ${idDominio} con un servizio di integrazione`,
        );
      const salvati = await porte.registro.list("tracciatoContabile", idDominio);
      const esistente = salvati.find((tracciato) => tracciato.nome === nome);
      if (!esistente && salvati.length >= TRACCIATI_MASSIMI)
        return rifiuto("NON_PROCESSABILE", `il dominio ${idDominio} ha già ${TRACCIATI_MASSIMI} tracciati contabili`);
      return ok({
        modifiche: [{ entita: "tracciatoContabile", ...writeOver(esistente, { ...nuovo, mittente: chiamante }) }],
        voce: `tracciato contabile ${nome} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };

/** Days of payment of one file. */
export const GIORNI_MASSIMI = 366;

interface PorteEsecuzione extends PorteLettura<EntitaAnagrafica> {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaEsecuzione {
  readonly idDominio: string;
  readonly nome: string;
  readonly da: string;
  readonly a: string;
}

export const runTracciatoContabile =
  (porte: PorteEsecuzione) =>
  async (
    { idDominio, nome, da, a }: RichiestaEsecuzione,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<EsecuzioneTracciato, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    const trovato = await getTracciatoContabile(porte)(idDominio, nome, chiamante);
    if (!trovato.ok) return trovato;
    if (!trovato.valore.tracciato.abilitato) return rifiuto("NON_PROCESSABILE", `il tracciato contabile ${nome} è disabilitato`);
    if (a > addGiorni(da, GIORNI_MASSIMI - 1))
      return rifiuto("NON_PROCESSABILE", `dataDa, dataA: il periodo è al massimo di ${GIORNI_MASSIMI} giorni`);
    const valore: EsecuzioneTracciato = {
      ...{ versione: 0, id: porte.ids.next(), idDominio, nome, stato: "IN_ATTESA", origine: "RICHIESTA", da, a },
      ...{ mittente: chiamante, dataRichiesta: porte.clock.now() },
    };
    const scritto = await porte.unitOfWork.commit([{ azione: "crea", entita: "esecuzioneTracciato", valore }], {
      eventi: [traccia.evento({ idDominio, dettaglioEsito: `Tracciato contabile ${nome} dal ${da} al ${a}: esecuzione ${valore.id}` })],
      messaggi: [messaggioDi(valore)],
    });
    return scritto.ok ? ok({ ...valore, versione: 1 }) : rifiuto("CONFLITTO");
  };

export const messaggioDi = ({ id, idDominio }: EsecuzioneTracciato) =>
  ({ coda: "esportazioni", gruppo: idDominio, corpo: { id, tracciatoContabile: idDominio } }) as const;

/** Time to begin a download: the address is a secret. */
const VALIDITA_SECONDI = 15 * 60;

/** Of who asked for it; one made on schedule, of whoever sees every debt type of the creditor. */
export const getEsecuzioneTracciato =
  ({ tracciati, oggetti }: { readonly tracciati: TracciatiContabili; readonly oggetti: Pick<Oggetti, "linkLettura"> }) =>
  async (
    { idDominio, nome, id }: { readonly idDominio: string; readonly nome: string; readonly id: string },
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly esecuzione: EsecuzioneTracciato; readonly collegamento?: string }, Rifiuto<"NON_TROVATO">>> => {
    const esecuzione = seesDominio(chiamante, idDominio) ? await tracciati.getEsecuzione(idDominio, id) : undefined;
    const sua = esecuzione?.mittente.principal === chiamante.principal;
    const vista = sua || (esecuzione?.origine === "PIANIFICATA" && chiamante.tipiPendenza === "*");
    if (!esecuzione || esecuzione.nome !== nome || !vista)
      return rifiuto("NON_TROVATO", `esecuzione ${id} del tracciato contabile ${nome}`);
    const { stato, chiave } = esecuzione;
    if (stato !== "PRONTA" || chiave === undefined) return ok({ esecuzione });
    return ok({ esecuzione, collegamento: oggetti.linkLettura(chiave, nomeDelFile(chiave), VALIDITA_SECONDI) });
  };
