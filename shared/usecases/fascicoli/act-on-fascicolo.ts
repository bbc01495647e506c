/** What people decide on money that does not fit. A refund is authorised by a second person, where the creditor wants one, through the approvals of the Backoffice. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import { type Approvazione, GIORNI_PER_APPROVARE } from "../../domain/approvazioni/approvazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type AzioneFascicolo, actOnFascicolo, type Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ChiaveFascicolo, Fascicoli } from "../../ports/fascicoli.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";
import { seesFascicolo } from "./find-fascicoli.ts";

export interface PorteAzione {
  readonly fascicoli: Pick<Fascicoli, "get">;
  readonly anomalie: Pick<Anomalie, "getInstradamento">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RichiestaAzione {
  readonly azione: AzioneFascicolo;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
  /** If-Match. Absent = none. */
  readonly versioniAttese?: readonly number[] | "*";
}

type Codice = "NON_TROVATO" | "NON_AUTORIZZATO" | "NON_PROCESSABILE" | "CONFLITTO" | "PRECONDIZIONE";

/** Operators decide; the service is the one with which they see the money. */
const SERVIZIO = "Rendicontazioni e Incassi";
const DECISIONI_MASSIME = 5;
const MINUTI_PER_GIORNO = 1440;

/** Name of what waits for the decision: creditor and file. */
const oggettoDi = ({ idDominio, id }: ChiaveFascicolo): string => `${idDominio}#${id}`;
export const chiaveDiOggetto = (oggetto: string): ChiaveFascicolo => {
  const taglio = oggetto.indexOf("#");
  return { idDominio: oggetto.slice(0, taglio), id: oggetto.slice(taglio + 1) };
};

const buildApprovazione = (fascicolo: Fascicolo, id: string, adesso: string): Approvazione | undefined =>
  fascicolo.rimborso && {
    ...{ versione: 0, id, tipo: "RIMBORSO", oggetto: oggettoDi(fascicolo), idDominio: fascicolo.idDominio, servizio: SERVIZIO },
    descrizione:
      `Rimborso di ${formatImportoItaliano(fascicolo.rimborso.importo)} euro, fascicolo ${fascicolo.id}: ${fascicolo.dettaglio}`.slice(
        0,
        1_000,
      ),
    stato: "RICHIESTA",
    richiedente: fascicolo.rimborso.richiedente,
    motivazione: fascicolo.rimborso.motivazione,
    dataRichiesta: adesso,
    scadenza: addMinuti(adesso, GIORNI_PER_APPROVARE * MINUTI_PER_GIORNO),
  };

export const updateFascicolo = (porte: PorteAzione) => {
  const { fascicoli, anomalie, unitOfWork, clock, ids } = porte;

  const wantsSeconda = async (idDominio: string): Promise<boolean> =>
    ((await anomalie.getInstradamento(idDominio)) ?? instradamentoPredefinito(idDominio)).secondaPersonaPerRimborsi;

  /** The proposal, with the request to the second person where there is one. */
  const withApprovazione = async (fascicolo: Fascicolo, adesso: string): Promise<{ fascicolo: Fascicolo; altre: readonly Modifica[] }> => {
    const { rimborso } = fascicolo;
    if (!rimborso || !(await wantsSeconda(fascicolo.idDominio))) return { fascicolo, altre: [] };
    const approvazione = buildApprovazione(fascicolo, ids.next(), adesso);
    if (!approvazione) return { fascicolo, altre: [] };
    return {
      fascicolo: { ...fascicolo, rimborso: { ...rimborso, idApprovazione: approvazione.id } },
      altre: [{ azione: "crea", entita: "approvazione", valore: approvazione }],
    };
  };

  /** Nobody goes around the second person, not even by changing the setting after the proposal. */
  const checkSeconda = (fascicolo: Fascicolo, azione: AzioneFascicolo): Esito<void, Rifiuto<"NON_AUTORIZZATO">> =>
    azione.azione === "AUTORIZZA_RIMBORSO" && fascicolo.rimborso?.idApprovazione !== undefined
      ? rifiuto(
          "NON_AUTORIZZATO",
          `azione: il rimborso aspetta un'altra persona, con l'approvazione ${fascicolo.rimborso.idApprovazione} del Backoffice`,
        )
      : ok(undefined);

  return async (
    chiave: ChiaveFascicolo,
    { azione, chiamante, traccia, versioniAttese }: RichiestaAzione,
  ): Promise<Esito<Fascicolo, Rifiuto<Codice>>> => {
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const prima = seesDominio(chiamante, chiave.idDominio) ? await fascicoli.get(chiave) : undefined;
      if (!prima || !seesFascicolo(chiamante, prima)) return rifiuto("NON_TROVATO", `fascicolo ${chiave.id}`);
      if (versioniAttese !== undefined && versioniAttese !== "*" && !versioniAttese.includes(prima.versione))
        return rifiuto("PRECONDIZIONE", `If-Match: la versione è "${prima.versione}"`);
      const permesso = checkSeconda(prima, azione);
      if (!permesso.ok) return permesso;
      const adesso = clock.now();
      const agito = actOnFascicolo(prima, azione, { autore: chiamante.principal, adesso });
      if (!agito.ok) return agito;
      const { fascicolo, altre } =
        azione.azione === "PROPONI_RIMBORSO" ? await withApprovazione(agito.valore, adesso) : { fascicolo: agito.valore, altre: [] };
      const evento = traccia.evento({
        ...(chiamante.tipo === "operatore" && { categoriaEvento: "UTENTE" as const }),
        ...{ sottotipoEvento: azione.azione, idDominio: prima.idDominio, iuv: prima.iuv, ccp: prima.iur },
        dettaglioEsito: `Fascicolo ${prima.id}: ${prima.stato} → ${fascicolo.stato}`,
      });
      const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "fascicolo", valore: fascicolo }, ...altre], {
        eventi: [evento],
      });
      if (scritto.ok) return ok({ ...fascicolo, versione: prima.versione + 1 });
    }
    return rifiuto("CONFLITTO");
  };
};
