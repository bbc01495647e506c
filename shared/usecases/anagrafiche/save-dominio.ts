/** PUT of a creditor. What depends on the request alone is in the contract; here, what depends on the rest of the registry. */

import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Dominio, stazioniDi } from "../../domain/anagrafiche/creditore.ts";
import { ESPORTAZIONI, type Esportazioni, type NomeEsportazione } from "../../domain/anagrafiche/esportazioni.ts";
import { readLogo } from "../../domain/anagrafiche/logo.ts";
import type { DominioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import { keepSegreti, type ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { checkLibero } from "./check-indirizzi.ts";
import { type EsitoScrittura, type PorteIndirizzi, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Export connectors with the secrets that the request leaves out. */
const completeEsportazioni = (
  porte: PorteIndirizzi,
  richieste: Esportazioni | undefined,
  registrate: Esportazioni | undefined,
): Esito<Pick<Dominio, "esportazioni">, Rifiuto<"SINTASSI">> => {
  if (!richieste) return ok({});
  const complete: Partial<Record<NomeEsportazione, ValoreSezione>> = {};
  for (const nome of ESPORTAZIONI) {
    const richiesta = richieste[nome];
    if (!richiesta) continue;
    const completa = keepSegreti(richiesta, registrate?.[nome]);
    const difetto = checkLibero(porte, nome, completa);
    if (!difetto.ok) return difetto;
    complete[nome] = completa;
  }
  return ok({ esportazioni: complete });
};

/** What asks for a second person: who works for one creditor turns it on, and does not turn it off. */
const QUATTRO_OCCHI = ["cambioIbanConApprovazione", "annullamentiConApprovazione"] as const;

/**
 * A creditor is in prova from birth or not at all: what it already has would become a game. It leaves for good, and only by somebody who answers for the
 * whole installation: from then on its notices are asked for by pagoPA (docs/adr/0051).
 */
const decideProva = (
  { inProva }: DominioRichiesto,
  esistente: Dominio | undefined,
  { tipo, domini }: Chiamante,
): Esito<Pick<Dominio, "inProva">, Rifiuto<"NON_PROCESSABILE" | "NON_AUTORIZZATO">> => {
  if (inProva === true && esistente && !esistente.inProva)
    return rifiuto("NON_PROCESSABILE", "inProva: si indica quando il dominio nasce, questo è già in esercizio");
  if (inProva === false && esistente?.inProva && (tipo !== "operatore" || domini !== "*"))
    return rifiuto("NON_AUTORIZZATO", "inProva: mette in esercizio un dominio solo un operatore che opera su tutti i domini");
  return ok((inProva ?? esistente?.inProva) === true ? { inProva: true } : {});
};

/** Refuses a logo that is no image (400), an unknown station (422) and a creditor outside the caller's scope (403). */
export const saveDominio =
  (porte: PorteScrittura & PorteIndirizzi) =>
  async (
    richiesto: DominioRichiesto,
    { chiamante, ...scambio }: Scrivente,
  ): Promise<EsitoScrittura<"NON_PROCESSABILE" | "NON_AUTORIZZATO" | "SINTASSI">> => {
    const { idDominio } = richiesto;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli dell'utenza`);
    const logo = richiesto.logo === undefined ? undefined : readLogo(richiesto.logo);
    if (logo && !logo.ok) return rifiuto("SINTASSI", `logo: ${logo.errore}`);
    const { registro } = porte;
    return saveVoce<"NON_PROCESSABILE" | "SINTASSI" | "NON_AUTORIZZATO">(porte, scambio, async () => {
      for (const stazione of stazioniDi(richiesto)) {
        if (await registro.get("stazione", stazione, stazione.slice(0, 11))) continue;
        const campo = stazione === richiesto.stazione ? "stazione" : "altreStazioni";
        return rifiuto("NON_PROCESSABILE", `${campo}: la stazione ${stazione} non è registrata`);
      }
      const esistente = await registro.get("dominio", idDominio);
      const tolta = QUATTRO_OCCHI.find((campo) => esistente?.[campo] === true && richiesto[campo] !== true);
      if (tolta !== undefined && chiamante.domini !== "*")
        return rifiuto("NON_AUTORIZZATO", `${tolta}: lo toglie solo chi opera su tutti i domini`);
      const esportazioni = completeEsportazioni(porte, richiesto.esportazioni, esistente?.esportazioni);
      if (!esportazioni.ok) return esportazioni;
      const prova = decideProva(richiesto, esistente, chiamante);
      if (!prova.ok) return prova;
      const { inProva: _chiesto, ...campi } = richiesto;
      const nuovo: Dominio = { versione: 0, ...campi, ...prova.valore, ...esportazioni.valore, frammenti: esistente?.frammenti ?? 1 };
      return ok({ modifiche: [{ entita: "dominio", ...writeOver(esistente, nuovo) }], voce: `dominio ${idDominio}`, campi: { idDominio } });
    });
  };
