/** The Node's own checks on who is involved, before a creditor is reached: domain, station, PSP, registered accounts. */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { findPsp } from "../psp/psp.ts";
import type { Destinatario } from "./buste.ts";
import type { Configurazione, EnteCensito } from "./configurazione.ts";
import type { DatiPagamento, Fault } from "./modello.ts";
import { faultNodo } from "./risposte.ts";

export type EnteConStazione = EnteCensito & { idStazione: string; idIntermediario: string };
export const hasStazione = (ente: EnteCensito): ente is EnteConStazione =>
  ente.idStazione !== undefined && ente.idIntermediario !== undefined;

export const destinatario = (ente: EnteConStazione): Destinatario => ({
  idPA: ente.idDominio,
  idBrokerPA: ente.idIntermediario,
  idStation: ente.idStazione,
});

export const findEnte = async (
  configurazione: Configurazione,
  avviso: { idDominio: string; numeroAvviso: string; idPsp: string },
): Promise<Esito<EnteConStazione, Fault>> => {
  if (!/^\d{18}$/.test(avviso.numeroAvviso))
    return ko(faultNodo("PPT_SINTASSI_EXTRAXSD", "Errore di sintassi extra XSD.", "numeroAvviso: attese 18 cifre"));
  if (findPsp(avviso.idPsp) === undefined) return ko(faultNodo("PPT_PSP_SCONOSCIUTO", "PSP sconosciuto.", avviso.idPsp));
  const ente = await configurazione.find(avviso.idDominio);
  if (ente === undefined) return ko(faultNodo("PPT_DOMINIO_SCONOSCIUTO", "Identificativo dominio sconosciuto.", avviso.idDominio));
  if (!ente.abilitato) return ko(faultNodo("PPT_DOMINIO_DISABILITATO", "Dominio disabilitato.", avviso.idDominio));
  if (!hasStazione(ente)) return ko(faultNodo("PPT_STAZIONE_INT_PA_SCONOSCIUTA", "Stazione sconosciuta.", avviso.idDominio));
  return ok(ente);
};

/** The IBAN of every transfer must be registered for its creditor (section 3.4). */
export const ibanNonCensito = async (configurazione: Configurazione, dati: DatiPagamento): Promise<string | undefined> => {
  for (const trasferimento of dati.trasferimenti) {
    if (trasferimento.iban === undefined) continue;
    const ente = await configurazione.find(trasferimento.idDominio);
    if (ente === undefined) return `ente ${trasferimento.idDominio} sconosciuto`;
    if (ente.iban !== undefined && !ente.iban.includes(trasferimento.iban))
      return `PPT_IBAN_NON_CENSITO: ${trasferimento.iban} non censito per ${trasferimento.idDominio}`;
  }
  return undefined;
};
